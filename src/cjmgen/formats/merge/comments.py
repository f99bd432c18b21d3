"""comments: the comments of two versions made one; where both say something else, git's markers stand around them."""

from collections.abc import Sequence

from cjmgen.syntax.yaml.pen import Marks


def lines(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], marks: Marks) -> tuple[str, ...]:
    """The lines of whoever changed them. A blank line is nothing to choose about."""
    said, mine, others = (_said(each) for each in (base, ours, theirs))
    if mine == others:
        return tuple(theirs if tuple(ours) == tuple(base) else ours)
    if mine == said:
        return tuple(theirs)
    if others == said:
        return tuple(ours)
    return tuple(marks.between(ours, theirs))


def _said(each: Sequence[str]) -> list[str]:
    return [line for line in each if line]
