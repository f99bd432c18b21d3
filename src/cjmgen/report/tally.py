"""tally: how many errors, warnings and notes were found."""

from collections.abc import Iterable
from dataclasses import dataclass

from cjmgen.report.spot import Finding


@dataclass(frozen=True, slots=True)
class Tally:
    """Findings counted by severity."""

    errors: int
    warnings: int
    infos: int


def tally(findings: Iterable[Finding]) -> Tally:
    """Count findings by severity."""
    severities = [finding.problem.severity for finding in findings]
    return Tally(severities.count("error"), severities.count("warning"), severities.count("info"))
