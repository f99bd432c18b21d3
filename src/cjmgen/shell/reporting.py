"""reporting: what was found, in the form that was asked for, for a person, a program or a forge."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from cjmgen import __version__
from cjmgen.atlas.cards.card import Coverage
from cjmgen.atlas.telling import Telling
from cjmgen.report.as_github import ROOM, annotations, step_summary
from cjmgen.report.as_gitlab import as_gitlab
from cjmgen.report.as_json import as_json
from cjmgen.report.as_sarif import as_sarif
from cjmgen.report.explain import sections
from cjmgen.report.spot import Finding, Spot
from cjmgen.report.text import text
from cjmgen.shell.bundled import problems_manual
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused

FORMS = ("text", "json", "github", "gitlab", "sarif")


def report(form: str, findings: Sequence[Finding], files: int, told: Telling, claims: Coverage, root: Path, color: bool) -> str:
    """The report as it is printed. A forge knows files by their paths in the repository, which may begin above the project."""
    match form:
        case "json":
            return as_json(findings, files, told, claims)
        case "github":
            return _for_github(_from_the_top(findings, root), files)
        case "gitlab":
            return as_gitlab(_from_the_top(findings, root))
        case "sarif":
            return as_sarif(_from_the_top(findings, root), sections(problems_manual()), __version__)
        case _:
            return text(findings, files, color, telling=told, claims=claims)


def _for_github(findings: Sequence[Finding], files: int) -> str:
    """Annotations to print; the whole list goes into the summary of the step, where there is one."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if place:
        _append(Path(place), findings, files)
    return annotations(findings, files, elsewhere=bool(place))


def _append(place: Path, findings: Sequence[Finding], files: int) -> None:
    """Add to a summary, which may have something of this step's in it already."""
    try:
        with place.open("ab") as file:
            file.write(step_summary(findings, files, ROOM - file.tell()).encode())
    except OSError as failure:
        raise Refused(f"GITHUB_STEP_SUMMARY names {slashed(place)}, which can't be written: {failure.strerror}") from failure


def _from_the_top(findings: Sequence[Finding], root: Path) -> list[Finding]:
    """The findings with paths as the repository around the project has them."""
    top = next((place for place in (root, *root.parents) if (place / ".git").exists()), root)
    way = root.relative_to(top).as_posix()
    return [_below(finding, "" if way == "." else f"{way}/") for finding in findings]


def _below(finding: Finding, way: str) -> Finding:
    def moved(spot: Spot) -> Spot:
        return replace(spot, file=way + spot.file)

    return replace(finding, spot=moved(finding.spot), related=tuple((moved(spot), said) for spot, said in finding.related))
