"""figure: a figure before and after, as pieces: of how many it is, whether the change is noise, and how it stands to its goal."""

from collections.abc import Iterator, Sequence

from cjmgen.diff.parts import Part
from cjmgen.diff.passing import Passing
from cjmgen.diff.remeasured import Over, Remeasured, Same
from cjmgen.model.field import choose
from cjmgen.numbers.digits import alone, both
from cjmgen.numbers.estimate import Noise
from cjmgen.report.review.piece import Piece, Sentence, named
from cjmgen.report.review.value import apart, cut, number, pair, value

NOISE = {Noise.BEYOND: "more than noise", Noise.WITHIN: "no more than noise", Noise.UNKNOWN: "whether it is noise can’t be told"}

OVER = {
    "met": "met on {}", "close": "of {}, met not for sure", "behind": "of {}, missed, not for sure", "missed": "missed on {}",
    "open": "of {}, whose period is not over",
    "older": "of {}, which no whole period reaches",
}  # fmt: skip
"""What became of a goal whose day has passed."""


def step(passing: Passing, language: str) -> Sentence:
    """A step of a funnel: `Decision → Purchase: 26% → 23% (n 7,900 → 8,140, more than noise, goal 36%)`."""
    start, end = (cut(" ".join(choose(title or id, language).split()), 60) for id, title in (passing.start, passing.end))
    before, after, *aim = apart(*passing.share, goal=passing.goal)
    goal = f"goal {aim[0]}" if aim else ""
    facts = ", ".join(fact for fact in (_people(passing.n), NOISE[passing.noise], goal) if fact)
    both = Piece("old", before), Piece("plain", " → "), Piece("new", after)
    return Piece("plain", f"{start} → {end}: "), *both, Piece("plain", f" ({facts})")


def _people(n: tuple[int, int]) -> str:
    """Of how many a figure is, before and after; nothing where nobody knows."""
    return "n " + " → ".join(dict.fromkeys(map(number, n))) if all(n) else ""


def remeasured(part: Part, of: Remeasured, language: str) -> Iterator[Piece]:
    """A field before and after; of a series that was measured only the periods that came, or have another figure now."""
    if part.field == "series":
        yield Piece("plain", "; ".join(_tidings(of)) or "series told otherwise")
    elif of.same:
        yield from _elsewhere(part, of, of.same, language)
    else:
        *both, goal = (_in(of.currency, each) for each in pair(part.field, part.old, part.new, language, of.digits, of.goal))
        yield from (Piece("plain", f"{part.field} "), Piece("old", both[0]), Piece("plain", " → "), Piece("new", both[1]))
        yield from _measured(of, goal)


def _elsewhere(part: Part, of: Remeasured, same: Same, language: str) -> Iterator[Piece]:
    """Where the change of a metric is told, and what is not told there."""
    yield Piece("plain", f"{part.field}: told as {'' if same.steps else 'conversion'}")
    for at, (id, title) in enumerate(same.steps):
        yield from ((Piece("plain", " → "),) if at else ())
        yield named(title or id, language)
    yield from (Piece("plain", " of "), named(same.journey[1] or same.journey[0], language))
    goal = value("value", of.goal, language) if of.goal is not None and (same.goal is None or of.over) else ""
    period = " → ".join(dict.fromkeys(each for each in of.period if each))
    facts = ", ".join(fact for fact in (period, goal and f"goal {goal}{_over(of.over, of.digits)}") if fact)
    yield Piece("plain", (f" ({facts})" if facts else "") + "".join(f"; {each}" for each in _tidings(of)))


def _measured(of: Remeasured, aim: str) -> Iterator[Piece]:
    """What a measured value leans on, and which periods came or are told otherwise now."""
    period = " → ".join(dict.fromkeys(each for each in of.period if each))
    goal = "" if of.goal is None else f"goal {aim}{_over(of.over, of.digits)}"
    facts = (period, _people(of.n), NOISE[of.noise], goal)
    yield Piece("plain", f" ({', '.join(fact for fact in facts if fact)})")
    yield from (Piece("plain", f"; {each}") for each in _tidings(of))


def _in(currency: str, told: str) -> str:
    """A figure or two of money, with their currency before them as insights tell it."""
    return f"{currency} {told}" if currency and told != "none" else told


def _tidings(of: Remeasured) -> Iterator[str]:
    """Periods that came, and those with another figure now, each with both."""
    for name, periods in of.tidings:
        yield f"{name}: {_few(periods)}"
    if of.corrected:
        figures = (f"{each.period} {_in(of.currency, both(each.before, each.after, each.kind))}" for each in of.corrected)
        known = any(each.before != each.after for each in of.corrected)
        yield f"restated: {_few(tuple(figures) if known else tuple(each.period for each in of.corrected))}"


def _over(of: Over | None, digits: int | None) -> str:
    """What became of a goal whose day has passed, with the figure of that day where it is not the newest."""
    return f" {OVER[of.stands].format(of.day)}{f' ({alone(of.value, of.kind, digits)})' if of.period else ''}" if of else ""


def _few(words: Sequence[str]) -> str:
    return ", ".join(words[:6]) + (f" and {len(words) - 6} more" if len(words) > 6 else "")
