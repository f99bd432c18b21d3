"""complaints: the problems of a state as a page in the browser shows them: the terminal's text, and where to mend it."""

from collections.abc import Iterable, Iterator
from typing import Any

from cjmgen.report.spot import Finding
from cjmgen.report.text import block
from cjmgen.shell.preview.editor import link
from cjmgen.shell.preview.sight import Drawn, Sight

MOST = 20
"""Problems that are shown; a file that was cut in half has hundreds."""
SHOWN = ("error", "warning")


def complaints(sight: Sight, drawn: Iterable[Drawn] = ()) -> dict[str, Any]:
    """Everything that is wrong now, errors first, with what went wrong when these files were drawn."""
    listed = [*_troubles(sight, drawn), *(_shown(finding, sight) for finding in _findings(sight, drawn))]
    listed.sort(key=lambda each: SHOWN.index(each["severity"]))
    counts = {severity: sum(each["severity"] == severity for each in listed) for severity in SHOWN}
    return {"errors": counts["error"], "warnings": counts["warning"], "more": max(len(listed) - MOST, 0), "listed": listed[:MOST]}


def _troubles(sight: Sight, drawn: Iterable[Drawn]) -> Iterator[dict[str, str]]:
    """What is wrong with no file of the project in particular."""
    for words in (sight.trouble, *(each.broken for each in drawn)):
        if words:
            yield {"severity": "error", "name": "", "label": "error", "message": words, "excerpt": "", "href": ""}


def _findings(sight: Sight, drawn: Iterable[Drawn]) -> Iterator[Finding]:
    found = (*sight.findings, *(each.wrong for each in drawn if each.wrong))
    return (finding for finding in dict.fromkeys(found) if finding.problem.severity in SHOWN)


def _shown(finding: Finding, sight: Sight) -> dict[str, str]:
    """A finding in the parts that the page sets differently; joined, they are what the terminal says."""
    problem = finding.problem
    head, _, excerpt = block(finding).partition("\n")
    label = f"{problem.severity}[{problem.code}]"
    return {
        "severity": problem.severity,
        "name": head.partition(f": {label}: ")[0],
        "label": label,
        "message": head.partition(f": {label}: ")[2],
        "excerpt": excerpt,
        "href": link(sight.editor, sight.root, finding.spot),
    }
