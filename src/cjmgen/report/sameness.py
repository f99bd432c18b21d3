"""sameness: which findings of two versions of a project are the same one, wherever they stand by now."""

from collections import Counter
from collections.abc import Iterable, Sequence

from cjmgen.digest import digest
from cjmgen.report.spot import Finding

Sameness = tuple[str, str, str]


def known_as(finding: Finding) -> Sameness:
    """What a finding is known by: its code, the words it is about, and what it says. Lines and files are no part of it."""
    spot = finding.spot
    return finding.problem.code, spot.text[max(spot.column - 1, 0) :][: spot.length], finding.problem.message


def fresh(findings: Sequence[Finding], before: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that there were not before. Of several that are alike, those in files that had one are the old ones."""
    left = Counter[tuple[str, ...]]((finding.spot.file, *known_as(finding)) for finding in before)
    rest = [finding for finding in findings if not _took(left, (finding.spot.file, *known_as(finding)))]
    moved = Counter[tuple[str, ...]]()
    for (_, *name), count in left.items():
        moved[tuple(name)] += count
    return tuple(finding for finding in rest if not _took(moved, known_as(finding)))


def _took(left: Counter[tuple[str, ...]], name: tuple[str, ...]) -> bool:
    """Whether there was one left, which is then taken."""
    if left[name] < 1:
        return False
    left[name] -= 1
    return True


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A name for each finding that stays while lines above it come and go; those that are alike in one file are counted."""
    seen = Counter[tuple[str, ...]]()
    names = []
    for finding in findings:
        key = (finding.spot.file, *known_as(finding))
        seen[key] += 1
        names.append(str(digest((*key, seen[key]))))
    return names
