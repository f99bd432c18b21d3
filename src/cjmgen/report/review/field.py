"""field: a field of a thing before and after, as pieces: values side by side, what a list lost and gained, words that differ."""

from collections.abc import Iterator, Mapping
from typing import Any

from cjmgen.diff.change import Place, noun
from cjmgen.diff.marked import marked
from cjmgen.diff.parts import Part
from cjmgen.report.review.piece import Piece
from cjmgen.report.review.value import cut, is_by_language, items, less, pair

LONG = 60
"""Characters from which of two texts the words that differ are marked."""

AROUND = 30
"""Characters that are shown around what differs."""


def field(place: Place, part: Part, language: str) -> Iterator[Piece]:
    """A field before and after."""
    called = part.field.replace("_", " ").replace(".", " ")
    old, new = part.old, part.new
    if is_by_language(old) or is_by_language(new):
        yield from _languages(called, old, new, language)
    elif isinstance(old or new, list) and isinstance(new or old, list):
        yield Piece("plain", called)
        yield from _listed(old or [], new or [], language)
    else:
        yield Piece("plain", f"{called} ")
        # the goal of a metric is in the unit of its value, any other a fraction of one
        name = "value" if part.field == "target" and noun(place) == "metric" else part.field
        yield from _values(name, old, new, language)


def _languages(field: str, old: Any, new: Any, language: str) -> Iterator[Piece]:
    """A text by language, in the languages in which it is another one."""
    mine, theirs = (text if isinstance(text, Mapping) else {language: text} if text else {} for text in (old, new))
    changed = [each for each in dict.fromkeys((*mine, *theirs)) if mine.get(each) != theirs.get(each)]
    for at, each in enumerate(changed):
        yield Piece("plain", f"{', ' if at else ''}{field} in {each}: ")
        yield from _values(field, mine.get(each), theirs.get(each), language)


def _listed(old: list[Any], new: list[Any], language: str) -> Iterator[Piece]:
    """What a list lost and gained; both as they are where it only has another order."""
    mine, theirs = items(old, language), items(new, language)
    gone, come = less(mine, theirs), less(theirs, mine)
    if not gone and not come:
        gone, come = list(mine), list(theirs)
    for style, mark, every in (("old", "−", gone), ("new", "+", come)):
        for each in every[:6]:
            yield from (Piece("plain", f" {mark} "), Piece("old" if style == "old" else "new", each))
        if len(every) > 6:
            yield Piece("plain", f" {mark} {len(every) - 6} more")


def _values(field: str, old: Any, new: Any, language: str) -> Iterator[Piece]:
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > LONG:
        yield from _marked(" ".join(old.split()), " ".join(new.split()))
        return
    before, after, _ = pair(field, old, new, language)
    yield from (Piece("old", before), Piece("plain", " → "), Piece("new", after))


def _marked(old: str, new: str) -> Iterator[Piece]:
    """The words that went and came, each with a little of what is around."""
    runs = marked(old, new)
    shown = 0
    for at, run in enumerate(runs):
        if shown > 2 * LONG * 2:
            yield Piece("plain", " …")
            return
        if run.sign == "=":
            text = _around(run.text, at > 0, at < len(runs) - 1)
            yield Piece("same", text)
        else:
            text = cut(run.text)
            yield Piece("old" if run.sign == "-" else "new", text)
        shown += len(text)


def _around(text: str, before: bool, after: bool) -> str:
    """The ends of what stayed that stand beside what did not."""
    if len(text) <= 2 * AROUND:
        return text
    left, right = text[:AROUND] if before else "", text[-AROUND:] if after else ""
    return f"{left}…{right}"
