"""piece: a change as a sentence of pieces, each of which a terminal colours and Markdown escapes in its own way."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from cjmgen.atlas.cards.card import Text
from cjmgen.diff.change import Added, Moved, Place, Removed, Renamed, Reordered, Updated, noun
from cjmgen.diff.changes import Told
from cjmgen.diff.marked import marked
from cjmgen.diff.parts import Part
from cjmgen.diff.passing import Passing
from cjmgen.diff.remeasured import Over, Remeasured, Same
from cjmgen.model.field import choose
from cjmgen.numbers.digits import alone, both
from cjmgen.numbers.estimate import Noise
from cjmgen.report.review.value import apart, cut, is_by_language, items, less, number, pair, value
from cjmgen.value import dataclass

Style = Literal["plain", "title", "name", "old", "new", "same"]

LONG = 60
"""Characters from which of two texts the words that differ are marked."""

NOISE = {Noise.BEYOND: "more than noise", Noise.WITHIN: "no more than noise", Noise.UNKNOWN: "whether it is noise can’t be told"}

OVER = {
    "met": "met on {}", "close": "of {}, met not for sure", "missed": "missed on {}", "open": "of {}, whose period is not over",
    "older": "of {}, which no whole period reaches",
}  # fmt: skip
"""What became of a goal whose day has passed."""

AROUND = 30
"""Characters that are shown around what differs."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words: ours (plain, title), what a thing is called (name), what went (old), what came (new), or what stayed (same)."""

    style: Style
    text: str


Sentence = tuple[Piece, ...]


def sentence(told: Told, language: str) -> Sentence:
    """What a change did, without the journey it was done in."""
    return tuple(_Words(language).sentence(told))


def step(passing: Passing, language: str) -> Sentence:
    """A step of a funnel: `Decision → Purchase: 26% → 23% (n 7,900 → 8,140, more than noise, goal 36%)`."""
    start, end = (cut(" ".join(choose(title or id, language).split()), 60) for id, title in (passing.start, passing.end))
    before, after, *aim = apart(*passing.share, *(() if passing.goal is None else (passing.goal,)))
    goal = f"goal {aim[0]}" if aim else ""
    facts = ", ".join(fact for fact in (_people(passing.n), NOISE[passing.noise], goal) if fact)
    both = Piece("old", before), Piece("plain", " → "), Piece("new", after)
    return Piece("plain", f"{start} → {end}: "), *both, Piece("plain", f" ({facts})")


def _people(n: tuple[int, int]) -> str:
    """Of how many a figure is, before and after; nothing where nobody knows."""
    return "n " + " → ".join(dict.fromkeys(map(number, n))) if all(n) else ""


def heading(place: Place, language: str) -> str:
    """What an entity is called: its title, and for what is no journey its kind."""
    if place.kind == "settings":
        return "Settings"
    if place.kind == "stage":
        return "Stage set"
    title = cut(choose(place.title, language) or place.id, 100)
    return title if place.kind == "journey" else f"{place.kind.capitalize()} {title}"


def _tidings(of: Remeasured) -> Iterator[str]:
    """Periods that came, and those with another figure now, each with both."""
    for name, periods in of.tidings:
        yield f"{name}: {_few(periods)}"
    if of.corrected:
        figures = (f"{each.period} {both(each.before, each.after, each.kind)}" for each in of.corrected)
        known = any(each.before != each.after for each in of.corrected)
        yield f"restated: {_few(tuple(figures) if known else tuple(each.period for each in of.corrected))}"


def _over(of: Over | None, digits: int | None) -> str:
    """What became of a goal whose day has passed, with the figure of that day where it is not the newest."""
    return f" {OVER[of.stands].format(of.day)}{f' ({alone(of.value, of.kind, digits)})' if of.period else ''}" if of else ""


def _few(words: Sequence[str]) -> str:
    return ", ".join(words[:6]) + (f" and {len(words) - 6} more" if len(words) > 6 else "")


@dataclass(frozen=True, slots=True)
class _Words:
    """The pieces of sentences in a language of the maps."""

    language: str

    def sentence(self, told: Told) -> Iterator[Piece]:
        """The change, then who else has it and what it breaks."""
        yield from self._change(told)
        for heir in told.heirs:
            yield from (Piece("plain", "; also in "), self._name(heir.title or heir.id))
        if told.breaks:
            files = ", ".join(dict.fromkeys(each.file for each in told.breaks))
            yield from (Piece("plain", "; still referred to in "), Piece("name", cut(files)))

    def _change(self, told: Told) -> Iterator[Piece]:
        match told.change:
            case Added(new=place, node=node):
                yield from self._thing(place)
                yield Piece("plain", "is new" + self._told(node.fields))
            case Removed(old=place, node=node):
                yield from self._thing(place)
                yield Piece("plain", "is gone" + self._told(node.fields))
            case Moved(old=old, new=new):
                yield from self._thing(new)
                yield from (Piece("plain", "was moved from "), self._list(old))
            case Renamed() as change:
                yield from self._renamed(change)
            case Updated(new=new, part=part):
                yield from self._thing(new, ": ")
                yield from self._updated(new, part, told.measured)
            case Reordered(new=new, lane=lane, moved=moved):
                yield from self._thing(new, ": ") if new.steps else ()
                names = [self._name(step.title or step.key) for step in moved[:4]]
                yield Piece("plain", f"{lane.replace('_', ' ')} in another order, moved: ")
                for at, name in enumerate(names):
                    yield from (Piece("plain", ", "),) if at else ()
                    yield name
                if len(moved) > len(names):
                    yield Piece("plain", f" and {len(moved) - len(names)} more")

    def _updated(self, place: Place, part: Part, of: Remeasured | None) -> Iterator[Piece]:
        """A field before and after; of a series that was measured only the periods that came, or have another figure now."""
        if of and part.field == "series":
            yield Piece("plain", "; ".join(_tidings(of)) or "series told otherwise")
        elif of and of.same:
            yield from self._elsewhere(part, of, of.same)
        elif of:
            *both, goal = pair(part.field, part.old, part.new, self.language, of.digits, of.goal)
            yield from (Piece("plain", f"{part.field} "), Piece("old", both[0]), Piece("plain", " → "), Piece("new", both[1]))
            yield from self._measured(of, goal)
        else:
            yield from self._part(place, part)

    def _elsewhere(self, part: Part, of: Remeasured, same: Same) -> Iterator[Piece]:
        """Where the change of a metric is told, and what is not told there."""
        yield Piece("plain", f"{part.field}: told as {'' if same.steps else 'conversion'}")
        for at, (id, title) in enumerate(same.steps):
            yield from ((Piece("plain", " → "),) if at else ())
            yield self._name(title or id)
        yield from (Piece("plain", " of "), self._name(same.journey[1] or same.journey[0]))
        goal = value("value", of.goal, self.language) if of.goal is not None and (same.goal is None or of.over) else ""
        period = " → ".join(dict.fromkeys(each for each in of.period if each))
        facts = ", ".join(fact for fact in (period, goal and f"goal {goal}{_over(of.over, of.digits)}") if fact)
        yield Piece("plain", (f" ({facts})" if facts else "") + "".join(f"; {each}" for each in _tidings(of)))

    def _measured(self, of: Remeasured, aim: str) -> Iterator[Piece]:
        """What a measured value leans on, and which periods came or are told otherwise now."""
        period = " → ".join(dict.fromkeys(each for each in of.period if each))
        goal = "" if of.goal is None else f"goal {aim}{_over(of.over, of.digits)}"
        facts = (period, _people(of.n), NOISE[of.noise], goal)
        yield Piece("plain", f" ({', '.join(fact for fact in facts if fact)})")
        yield from (Piece("plain", f"; {each}") for each in _tidings(of))

    def _told(self, fields: Mapping[str, Any]) -> str:
        """The one field that says most of a thing that came or went."""
        for name in ("severity", "emotion", "status"):
            if name in fields:
                return f", {name} {value(name, fields[name], self.language)}"
        return ""

    def _renamed(self, change: Renamed) -> Iterator[Piece]:
        """A new title in words; a new id only where it is no mere consequence of the title."""
        titles = [part for part in change.parts if part.path[0] in ("title", "text")]
        yield from self._thing(change.old)
        for part in titles:
            yield from (Piece("plain", "is called "), Piece("new", self._title(part)), Piece("plain", " now"))
        old, new = (place.steps[-1].key if place.steps else place.id for place in (change.old, change.new))
        if old != new and not titles:
            yield from (Piece("plain", "goes by the id "), Piece("new", cut(new)), Piece("plain", " now, it was "), Piece("old", cut(old)))

    def _title(self, part: Part) -> str:
        """The title in a language in which it is another one."""
        if isinstance(part.new, Mapping) and isinstance(part.old, Mapping):
            changed = {key: text for key, text in part.new.items() if part.old.get(key) != text}
            return value("", choose(changed, self.language), self.language)
        return value("", part.new, self.language)

    def _thing(self, place: Place, behind: str = " ") -> Iterator[Piece]:
        """What kind of thing, what it is called, and the stage it stands in."""
        if not place.steps:
            return
        yield from (Piece("plain", f"{noun(place)} "), self._name(place.called))
        outer = next((step for step in place.steps[:-1] if step.lane == "stages"), None)
        if outer:
            yield from (Piece("plain", " in "), self._name(outer.title or outer.key))
        yield Piece("plain", behind)

    def _list(self, place: Place) -> Piece:
        """Where something stood: what is around it, else the name of the list."""
        outer = place.steps[-2] if len(place.steps) > 1 else None
        return self._name(outer.title or outer.key) if outer else Piece("plain", place.steps[-1].lane)

    def _name(self, title: Text) -> Piece:
        return Piece("name", cut(" ".join(choose(title, self.language).split()), 80))

    def _part(self, place: Place, part: Part) -> Iterator[Piece]:
        field = part.field.replace("_", " ").replace(".", " ")
        old, new = part.old, part.new
        if is_by_language(old) or is_by_language(new):
            yield from self._languages(field, old, new)
        elif isinstance(old or new, list) and isinstance(new or old, list):
            yield Piece("plain", field)
            yield from self._listed(old or [], new or [])
        else:
            yield Piece("plain", f"{field} ")
            # the goal of a metric is in the unit of its value, any other a fraction of one
            name = "value" if part.field == "target" and noun(place) == "metric" else part.field
            yield from self._values(name, old, new)

    def _languages(self, field: str, old: Any, new: Any) -> Iterator[Piece]:
        """A text by language, in the languages in which it is another one."""
        mine, theirs = (text if isinstance(text, Mapping) else {self.language: text} if text else {} for text in (old, new))
        changed = [language for language in dict.fromkeys((*mine, *theirs)) if mine.get(language) != theirs.get(language)]
        for at, language in enumerate(changed):
            yield Piece("plain", f"{', ' if at else ''}{field} in {language}: ")
            yield from self._values(field, mine.get(language), theirs.get(language))

    def _listed(self, old: list[Any], new: list[Any]) -> Iterator[Piece]:
        """What a list lost and gained; both as they are where it only has another order."""
        mine, theirs = items(old, self.language), items(new, self.language)
        gone, come = less(mine, theirs), less(theirs, mine)
        if not gone and not come:
            gone, come = list(mine), list(theirs)
        for style, mark, every in (("old", "−", gone), ("new", "+", come)):
            for each in every[:6]:
                yield from (Piece("plain", f" {mark} "), Piece("old" if style == "old" else "new", each))
            if len(every) > 6:
                yield Piece("plain", f" {mark} {len(every) - 6} more")

    def _values(self, field: str, old: Any, new: Any) -> Iterator[Piece]:
        if isinstance(old, str) and isinstance(new, str) and max(len(old), len(new)) > LONG:
            yield from _marked(" ".join(old.split()), " ".join(new.split()))
            return
        before, after, _ = pair(field, old, new, self.language)
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
