"""once: a value that its text's form spoilt is told once: what it is not, as a list or an id, follows from that."""

from collections.abc import Iterable

from cjmgen.problem import Keys, Problem, Span
from cjmgen.syntax.locate import locate
from cjmgen.tree import Tree

_MOST = 50
"""How many problems of a file are looked up: a file with more has other worries."""


def once(problems: Iterable[Problem], files: Tree) -> list[Problem]:
    """The problems without those about a value that stands where the text itself is wrong."""
    every = list(problems)
    spoilt: dict[str, list[Span]] = {}
    for each in every:
        if isinstance(each.place.at, Span) and each.severity == "error":
            spoilt.setdefault(each.place.file, []).append(each.place.at)
    looked: dict[str, int] = {}
    return [each for each in every if each.place.file not in spoilt or not _follows(each, spoilt[each.place.file], files, looked)]


def _follows(each: Problem, spoilt: list[Span], files: Tree, looked: dict[str, int]) -> bool:
    file, at = each.place.file, each.place.at
    looked[file] = looked.get(file, 0) + 1
    if not isinstance(at, Keys) or not at.path or each.severity != "error" or looked[file] > _MOST or file not in files:
        return False
    span = locate(file, files[file], at)
    return any(_overlap(span, other) for other in spoilt)


def _overlap(one: Span, other: Span) -> bool:
    apart = one.column + one.length <= other.column or other.column + other.length <= one.column
    return one.line == other.line and not apart
