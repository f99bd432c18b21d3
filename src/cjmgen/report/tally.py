"""tally: how many errors, warnings and notes were found."""

from collections.abc import Iterable

from cjmgen.report.spot import Finding
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Findings counted by severity."""

    errors: int
    warnings: int
    infos: int


def tally(findings: Iterable[Finding], light: int = 0) -> Tally:
    """Count findings by severity, and so many more notes."""
    severities = [finding.problem.severity for finding in findings]
    return Tally(severities.count("error"), severities.count("warning"), severities.count("info") + light)
