"""marked: two versions of a text as one, with the words that went and those that came."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from cjmgen.value import dataclass

Sign = Literal["=", "-", "+"]

_TOKEN = re.compile(r"\w+\s*|[^\w\s]\s*|\s+")

MOST = 100_000
"""Pairs of equal words in two texts that are tried; of texts that repeat themselves more, all between their ends is told as new."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that both versions have (`=`), that went (`-`) or that came (`+`)."""

    sign: Sign
    text: str


def marked(old: str, new: str) -> tuple[Run, ...]:
    """The runs of both texts, in order; what went stands before what came in its place."""
    mine, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    start = _shared(mine, theirs)
    end = _shared(mine[start:][::-1], theirs[start:][::-1])
    left, right = mine[start : len(mine) - end], theirs[start : len(theirs) - end]
    runs = (Run("=", "".join(mine[:start])), *_runs(left, right), Run("=", "".join(mine[len(mine) - end :])))
    return tuple(run for run in runs if run.text)


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words two texts begin with alike."""
    return next((at for at, (one, other) in enumerate(zip(mine, theirs, strict=False)) if one != other), min(len(mine), len(theirs)))


def _runs(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Run]:
    for kind, a, b, c, d in _steps(mine, theirs):
        if kind == "equal":
            yield Run("=", "".join(mine[a:b]))
            continue
        yield from (Run("-", "".join(mine[a:b])), Run("+", "".join(theirs[c:d])))


def _steps(mine: Sequence[str], theirs: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    counts = Counter(theirs)
    if sum(counts[word] for word in mine) > MOST:
        return (("replace", 0, len(mine), 0, len(theirs)),)
    return SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
