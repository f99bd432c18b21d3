"""as_gitlab: findings as GitLab's code quality report, which shows in a merge request what it brings and what it mends."""

import json
from collections.abc import Sequence

from cjmgen.report.sameness import fingerprints
from cjmgen.report.spot import Finding
from cjmgen.report.width import safe

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def as_gitlab(findings: Sequence[Finding]) -> str:
    """A JSON list, an object a finding. A finding about a file as a whole stands at its first line, as GitLab knows no other place."""
    report = [_issue(finding, name) for finding, name in zip(findings, fingerprints(findings), strict=True)]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _issue(finding: Finding, name: str) -> dict[str, object]:
    problem = finding.problem
    return {
        "description": "; ".join(safe(line) for line in (problem.message, *problem.hint.split("\n")) if line),
        "check_name": problem.code,
        "fingerprint": name,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": finding.spot.file, "lines": {"begin": max(finding.spot.line, 1)}},
    }
