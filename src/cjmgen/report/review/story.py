"""story: the order in which changes are told: what leads, which journeys come first, and what of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cjmgen.atlas.card import JourneyCard
from cjmgen.diff.change import Added, Place
from cjmgen.diff.changes import Changes, Told
from cjmgen.diff.effect import Shift
from cjmgen.insight.ranking import CLOSED
from cjmgen.insight.spine import drift, points
from cjmgen.model.amount import half_up
from cjmgen.model.field import choose
from cjmgen.report.review.piece import heading, sign
from cjmgen.report.review.value import cut, percent, signed
from cjmgen.value import dataclass

WEIGHT = {"breaking": 0, "worse": 1, "better": 2, "neutral": 3}

LEADS = 3
"""Sentences that lead."""


@dataclass(frozen=True, eq=False, slots=True)
class Chapter:
    """What changed in one entity, worst first; `shift` are a journey's figures where they are told."""

    place: Place
    told: tuple[Told, ...]
    shift: Shift | None


def chapters(changes: Changes) -> tuple[Chapter, ...]:
    """The entities with changes or other figures: journeys first, those that fare worst before the others."""
    shifts = {shift.id: shift for shift in changes.shifts}
    found: dict[tuple[str, str], list[Told]] = {("journey", id): [] for id in shifts}
    places: dict[tuple[str, str], Place] = {("journey", id): Place("journey", id, shift.card.title) for id, shift in shifts.items()}
    for told in changes.told:
        name = told.place.kind, told.place.id
        places.setdefault(name, Place(*name, told.place.title))
        found.setdefault(name, []).append(told)
    every = [Chapter(places[name], ordered(told), shifts.get(name[1]) if name[0] == "journey" else None) for name, told in found.items()]
    return tuple(sorted(every, key=_grief))


def ordered(told: Iterable[Told]) -> tuple[Told, ...]:
    """Changes with what breaks first, then what is worse, then what is better."""
    return tuple(sorted(told, key=lambda each: WEIGHT[sign(each)]))


def _grief(chapter: Chapter) -> tuple[bool, float, int, int, str, str]:
    """Journeys by what they lost, then by how many changes are worse; other things after them."""
    lost = change(chapter.shift) or 0.0 if chapter.shift else 0.0
    worse = sum(sign(each) in ("breaking", "worse") for each in chapter.told)
    return chapter.place.kind != "journey", lost, -worse, -len(chapter.told), chapter.place.kind, chapter.place.id


def change(shift: Shift) -> float | None:
    """By how much a journey's score changed."""
    return drift(shift.old.score, shift.new.score) if shift.old and shift.new else None


def tally(changes: Changes) -> str:
    """`9 changes in 2 journeys: 1 worse and 2 better for the customer, 1 breaking for others`."""
    if not changes.told:
        return "no change"
    journeys = len({told.place.id for told in changes.told if told.place.kind == "journey"})
    counts = [(changes.count("worse"), "worse"), (changes.count("better"), "better")]
    parts = " and ".join(f"{count} {word}" for count, word in counts if count)
    where = f" in {_many(journeys, 'journey')}" if journeys else ""
    return (
        f"{_many(len(changes.told), 'change')}{where}: {f'{parts} for the customer' if parts else 'none better or worse for the customer'}"
        + (f", {changes.breaking} breaking for others" if changes.breaking else "")
    )


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def leads(changes: Changes, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a reader in a hurry should know: sentences with `{}` where names stand, and the names. The worst come first."""
    found = [*_pains(changes, language), *_stages(changes, language), *_conversions(changes, language)]
    return tuple((text, names) for _, text, names in sorted(found, key=lambda each: each[0])[:LEADS])


Lead = tuple[float, str, tuple[str, ...]]
"""How good the news are, below 0 for bad ones; the sentence; the names in it."""


def _stages(changes: Changes, language: str) -> Iterator[Lead]:
    for shift in changes.shifts:
        for stage in shift.stages:
            by = drift(stage.old.score, stage.new.score) if stage.old and stage.new else None
            if by and stage.new and stage.new.score is not None and abs(by) >= 0.2 and shift.card.state != "competitor":
                text = f"{{}} of {{}} {'rises' if by > 0 else 'falls'} by {abs(by):g} to {signed(half_up(stage.new.score, 1))}"
                yield by, text, (cut(choose(stage.title, language), 60), _title(shift, language))


def _conversions(changes: Changes, language: str) -> Iterator[Lead]:
    for shift in changes.shifts:
        old, new = (each.conversion if each else None for each in (shift.old, shift.new))
        by = points(old, new)
        if by and abs(by) >= 1 and shift.card.state != "competitor":
            text = f"conversion of {{}} {'rises' if by > 0 else 'falls'} from {percent(old)} to {percent(new)}"
            yield by / 10, text, (_title(shift, language),)


def _pains(changes: Changes, language: str) -> Iterator[Lead]:
    """Severe pains that are new, the more so where nobody has thought of what to do."""
    cards: Mapping[str, JourneyCard] = {shift.id: shift.card for shift in changes.shifts}
    for told in changes.told:
        change, place = told.change, told.place
        if not isinstance(change, Added) or place.steps[-1:] == () or place.steps[-1].lane != "pains" or told.meaning != "worse":
            continue
        severity, card = change.node.fields.get("severity"), cards.get(place.id)
        if severity in ("high", "critical") and card:
            eased = _eased(card, place.steps[0].key, place.steps[-1].key)
            text = f"a {severity} pain appeared in {{}}{'' if eased else ', without an opportunity'}: {{}}"
            yield (-1.0 if eased else -3.0), text, (heading(place, language), cut(choose(place.called, language), 80))


def _eased(card: JourneyCard, stage: str, pain: str) -> bool:
    return any((stage, pain) in chance.pains for chance in card.opportunities if chance.status not in CLOSED)


def _title(shift: Shift, language: str) -> str:
    return cut(choose(shift.card.title, language), 60)


BARS = "▁▂▃▄▅▆▇█"


def sparkline(scores: Sequence[float | None]) -> str:
    """Scores from -2 to +2 as a line of bars; a dot where nothing is felt."""
    return "".join("·" if score is None else BARS[min(7, max(0, int((half_up(score, 4) + 2) * 2)))] for score in scores)


def curves(shift: Shift) -> tuple[str, str]:
    """The emotion by stage before and after, over the same stages; a stage that one side does not have is a dot there."""
    old = [stage.old.score if stage.old else None for stage in shift.stages]
    new = [stage.new.score if stage.new else None for stage in shift.stages]
    return sparkline(old), sparkline(new)


def figures(shift: Shift) -> Iterator[tuple[str, str, str]]:
    """A journey's figures before and after, those that differ: the name and both values."""
    old, new = shift.old, shift.new
    rows = (
        ("emotion", *(_score(each.score if each else None) for each in (old, new))),
        ("conversion", *(percent(each.conversion if each else None) for each in (old, new))),
        ("severe pains", *(str(each.severe) if each else "–" for each in (old, new))),
        ("evidence", *(percent(each.coverage.share if each else None) for each in (old, new))),
    )
    return ((name, one, other) for name, one, other in rows if one != other)


def _score(score: float | None) -> str:
    return "–" if score is None else signed(drift(0.0, score) or 0.0)
