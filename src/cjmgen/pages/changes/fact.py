"""fact: one field of a thing before and after; of longer texts the words that went and came, with a little around them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cjmgen.diff.marked import Run, marked
from cjmgen.diff.node import Node, Plain
from cjmgen.diff.parts import Part
from cjmgen.insight.meet.spine import drift, points
from cjmgen.model.field import LANGUAGE
from cjmgen.numbers.digits import apart, shown
from cjmgen.pages.changes.counted import Counted
from cjmgen.pages.changes.scene import LONG as SHOWN
from cjmgen.pages.changes.scene import Scene, cut
from cjmgen.pages.changes.value import NOTHING, Value, listed, value
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

LONG = 40
"""Letters from which of two texts the words that differ are marked."""

AROUND = 60
"""Letters that are shown around what differs."""

MOST = 1_200
"""Letters of a marked text that are shown."""

TOLD = (
    *("severity", "emotion", "channel", "moment", "status", "works", "what", "value", "target"),
    *("impact", "effort", "confidence", "evidence"),
)
"""Fields that say most of a thing that came or went."""

FEW = 4
"""How many of them are told."""

_LANGUAGE = re.compile(LANGUAGE)


@dataclass(frozen=True, slots=True)
class Fact:
    """A field. `runs` tell both texts in one where they are long, else `old` and `new` do; one of these is None for what came or went."""

    field: str
    """A phrase below `changes.field.`; where the theme has none, it is the field's own name."""
    lang: str
    """The language of a text that is told in several, where it is not the page's."""
    old: Value | None
    new: Value | None
    runs: tuple[Run, ...] = ()
    by: float | None = None
    """By how much an emotion changed, or a share in percentage points."""
    counted: Counted | None = None
    """What a value of a metric was counted from, where exports gave it."""


def facts(scene: Scene, kind: str, part: Part) -> Iterator[Fact]:
    """What a changed field tells; a text in several languages, those in which it is another one."""
    field, old, new = part.field, part.old, part.new
    if _is_told(old) or _is_told(new):
        yield from _languages(scene, kind, field, old, new)
    elif isinstance(old or new, list) and isinstance(new or old, list):
        yield _list(scene, kind, field, old or [], new or [])
    else:
        yield _fact(scene, kind, field, old, new)


def told(scene: Scene, kind: str, node: Node, came: bool) -> Iterator[Fact]:
    """The fields that say most of a thing that came or went."""
    known = [name for name in TOLD if name in node.fields][:FEW]
    for name in known:
        found = value(scene, kind, name, node.fields[name])
        yield Fact(name, "", None if came else found, found if came else None)


def _is_told(text: Plain) -> bool:
    """Whether a value is one text in several languages."""
    return isinstance(text, Mapping) and bool(text) and all(isinstance(said, str) and _LANGUAGE.match(key) for key, said in text.items())


def _languages(scene: Scene, kind: str, field: str, old: Plain, new: Plain) -> Iterator[Fact]:
    default = scene.edition.atlas.settings.languages[0]
    mine, theirs = (text if isinstance(text, Mapping) else {default: text} if text else {} for text in (old, new))
    for language in dict.fromkeys((*mine, *theirs)):
        if mine.get(language) != theirs.get(language):
            shown = "" if language == scene.edition.language else language
            yield _text(field, shown, mine.get(language), theirs.get(language))


def _text(field: str, lang: str, old: str | None, new: str | None) -> Fact:
    """A text in one language, which the page knows."""
    if old and new and max(len(old), len(new)) > LONG:
        return Fact(field, lang, None, None, runs(old, new))
    one, other = (Value("said", Said(cut(" ".join(text.split()), SHOWN))) if text else NOTHING for text in (old, new))
    return Fact(field, lang, one, other)


def _list(scene: Scene, kind: str, field: str, old: Sequence[Plain], new: Sequence[Plain]) -> Fact:
    """What a list lost and gained; both as they are where it only has another order."""
    gone, come = _less(old, new), _less(new, old)
    if not gone and not come:
        gone, come = list(old), list(new)
    one, other = (listed(scene, kind, field, each) if each else NOTHING for each in (gone, come))
    return Fact(field, "", one, other)


def _less(every: Sequence[Plain], others: Sequence[Plain]) -> list[Plain]:
    """The items of a list without those of another, each as often as it stands there: a figure may come twice in a row."""
    left, found = list(others), []
    for each in every:
        if each in left:
            left.remove(each)
        else:
            found.append(each)
    return found


def _fact(scene: Scene, kind: str, field: str, old: Plain, new: Plain) -> Fact:
    if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > LONG:
        return Fact(field, "", None, None, runs(old, new))
    one, other = value(scene, kind, field, old), value(scene, kind, field, new)
    by = None
    if one.kind == other.kind == "emotion":
        by = drift(one.number, other.number)
    if one.kind == other.kind == "share":
        by, digits = points(one.number, other.number), apart((one.number, other.number), "share")
        one, other = replace(one, digits=digits), replace(other, digits=digits)
    return Fact(field, "", one, other, by=by)


def measured(fact: Fact, of: Counted) -> Fact:
    """A value that exports gave, with what it was counted from; a plain number with the decimals that say anything."""
    one, other = fact.old, fact.new
    if one and other and one.kind == other.kind == "number" and of.digits is not None:
        digits = apart((one.number, other.number), "number", of.digits)
        one, other = (replace(each, number=shown(each.number, "number", digits)) for each in (one, other))
    if one and other and one.kind == other.kind == of.goal.kind == "share":
        digits = apart((one.number, other.number), "share", goal=of.goal.number)
        fact = replace(fact, by=points(one.number, other.number, goal=of.goal.number))
        one, other, goal = (replace(each, digits=digits) for each in (one, other, of.goal))
        of = replace(of, goal=goal)
    return replace(fact, old=one, new=other, counted=of)


def runs(old: str, new: str) -> tuple[Run, ...]:
    """Both texts in one, as long as somebody reads it."""
    return tuple(_bounded(marked(" ".join(old.split()), " ".join(new.split()))))


def _bounded(every: Sequence[Run]) -> Iterator[Run]:
    shown = 0
    for at, run in enumerate(every):
        if shown > MOST:
            yield Run("=", " …")
            return
        text = cut(run.text, MOST) if run.sign != "=" else _around(run.text, at > 0, at < len(every) - 1)
        shown += len(text)
        yield Run(run.sign, text)


def _around(text: str, before: bool, after: bool) -> str:
    """The ends of what stayed that stand beside what did not."""
    if len(text) <= 2 * AROUND:
        return text
    left, right = text[:AROUND] if before else "", text[-AROUND:] if after else ""
    return f"{left.rpartition(' ')[0] or left}… {right.partition(' ')[2] or right}" if before else f"… {right.partition(' ')[2] or right}"
