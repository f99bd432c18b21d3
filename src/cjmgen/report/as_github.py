"""as_github: findings for GitHub Actions: the most severe as annotations of lines, all as Markdown for the summary of a step."""

from collections.abc import Iterator, Sequence

from cjmgen.report.review.escape import escape
from cjmgen.report.spot import SEVERITIES, Finding
from cjmgen.report.tally import tally
from cjmgen.report.text import summary
from cjmgen.report.width import safe

SHOWN = 10
"""Annotations that GitHub shows of one step."""

ROOM = 1_000_000
"""Bytes that the summary of a step holds; GitHub shows nothing at all of a longer one."""

LONG = 600
"""Signs of one line of a message that the summary shows."""

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_HEAD = "| | Where | What |\n|---|---|---|\n"


def annotations(findings: Sequence[Finding], files: int, elsewhere: bool) -> str:
    """Workflow commands for the most severe, then the tally. The others are lines of the log, unless they stand elsewhere."""
    ranked = sorted(findings, key=lambda finding: SEVERITIES.index(finding.problem.severity))
    others = [] if elsewhere else [_line(finding) for finding in ranked[SHOWN:]]
    more = f"; {len(ranked) - SHOWN} more in the summary of this step" if elsewhere and len(ranked) > SHOWN else ""
    return "\n".join([*(_command(finding) for finding in ranked[:SHOWN]), *others, summary(tally(findings), files) + more]) + "\n"


def _command(finding: Finding) -> str:
    problem, spot = finding.problem, finding.spot
    place = {"file": spot.file}
    if spot.line:
        place |= {"line": str(spot.line), "col": str(spot.column), "endColumn": str(spot.column + spot.length)}
    given = ",".join(f"{name}={_property(safe(value))}" for name, value in {**place, "title": problem.code}.items())
    return f"::{_LEVELS[problem.severity]} {given}::{_data(_said(finding))}"


def _said(finding: Finding) -> str:
    problem = finding.problem
    return "\n".join(safe(line) for line in (problem.message, *problem.hint.split("\n")) if line)


def _line(finding: Finding) -> str:
    """A finding in one line that is no command, whatever stands in it."""
    problem = finding.problem
    return f"{problem.severity}[{problem.code}] {safe(finding.spot.name)}: {safe(problem.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def step_summary(findings: Sequence[Finding], files: int, room: int = ROOM) -> str:
    """All findings as a table in Markdown that takes no more bytes than there is room for, the most severe first; "" where nothing fits."""
    ranked = sorted(findings, key=lambda finding: SEVERITIES.index(finding.problem.severity))
    head = f"### cjmgen: {summary(tally(findings), files)}\n\n" + (_HEAD if findings else "")
    rows, left = [], room - len(head.encode()) - len(_more(len(ranked)))
    for row in _rows(ranked):
        left -= len(row.encode())
        if left < 0:
            break
        rows.append(row)
    page = head + "".join(rows) + (_more(len(ranked) - len(rows)) if len(rows) < len(ranked) else "")
    return page + "\n" if len(page) < room and len(page.encode()) < room else ""


def _rows(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        problem, spot = finding.problem, finding.spot
        place = escape(spot.file, LONG) + (f":{spot.line}:{spot.column}" if spot.line else "")
        said = "<br>".join(escape(line, LONG) for line in (problem.message, *problem.hint.split("\n")) if line)
        yield f"| {problem.severity} | {place} | **{problem.code}** {said} |\n"


def _more(count: int) -> str:
    return f"\nand {count} more, which `cjmgen check` tells\n"
