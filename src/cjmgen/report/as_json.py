"""as_json: findings for programs; the shape is documented in docs/commands.md and only ever grows."""

import json
from collections.abc import Sequence

from cjmgen.atlas.cards.card import Coverage
from cjmgen.atlas.telling import SILENT, Telling
from cjmgen.insight.claims import proven
from cjmgen.report.spot import Finding, Spot
from cjmgen.report.tally import tally
from cjmgen.report.text import NO_CLAIMS

VERSION = 1


def as_json(findings: Sequence[Finding], files: int, telling: Telling = SILENT, claims: Coverage = NO_CLAIMS) -> str:
    """One JSON object: `version`, `problems` in the order of the text report, `summary`, `translations`, how claims are backed."""
    counts = tally(findings)
    report = {
        "version": VERSION,
        "problems": [_finding(finding) for finding in findings],
        "summary": {"files": files, "errors": counts.errors, "warnings": counts.warnings, "notes": counts.infos},
        "translations": [{"language": language, "texts": telling.texts, "told": told} for language, told in telling.told.items()],
        **proven(claims),
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    problem = finding.problem
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint or None,
        **_spot(finding.spot),
        "related": [{"message": message, **_spot(spot)} for spot, message in finding.related],
    }


def _spot(spot: Spot) -> dict[str, object]:
    """Where it starts and the first column behind it; all three are null where the file as a whole is meant."""
    if not spot.line:
        return {"file": spot.file, "line": None, "column": None, "end": None}
    return {"file": spot.file, "line": spot.line, "column": spot.column, "end": {"line": spot.line, "column": spot.column + spot.length}}
