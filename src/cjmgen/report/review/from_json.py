"""from_json: a review again from its JSON, whoever wrote that: the same words come of it, or what is wrong with it is told."""

from collections import defaultdict
from collections.abc import Iterable

from pydantic import BaseModel, ValidationError

from cjmgen.atlas.cards.card import Coverage, JourneyCard, OpportunityCard, StageCard
from cjmgen.diff.between import Differences
from cjmgen.diff.breaks import Break
from cjmgen.diff.change import Added, Change, Moved, Place, Removed, Renamed, Reordered, Step, Updated
from cjmgen.diff.changes import Changes, Told
from cjmgen.diff.effect import Figures, Lead, RankShift, Shift, StageShift, Tilt
from cjmgen.diff.news import Gap
from cjmgen.diff.node import Node
from cjmgen.diff.parts import Part
from cjmgen.diff.passing import Passing
from cjmgen.diff.people import Ask, Reason
from cjmgen.diff.remeasured import Over, Remeasured, Same
from cjmgen.insight.meet.contest import Contender
from cjmgen.model.item import Entity
from cjmgen.numbers.measured import Restated
from cjmgen.report.review import counted
from cjmgen.report.review import received as given
from cjmgen.report.review.review import Review


def from_json(content: bytes) -> Review | str:
    """The review, as far as it is told in words; or why this is none."""
    if len(content) > given.MOST:
        return f"it has more than {given.MOST // 1_000_000} MB"
    try:
        report = given.Report.model_validate_json(content)
    except ValidationError as failure:
        return _why(failure)
    changes = Changes(
        tuple(map(_told, report.changes)),
        _shifts(report),
        tuple(map(_rank, report.opportunities)),
        tuple(map(_tilt, report.comparisons)),
        tuple(map(_ask, report.ask)),
        tuple((each.kind, each.id) for each in report.unread),
        Differences(()),
        report.summary.tested,
    )
    gaps = tuple(Gap(gap.side, gap.file, gap.code, gap.message) for gap in report.errors)
    return Review(changes, report.base, report.head, report.language, gaps)


_SAID = {"missing": "is missing", "too_long": "has too many", "too_short": "has too few", "string_too_long": "is too long"}


def _why(failure: ValidationError) -> str:
    """The first thing that is wrong, in words that repeat nothing of what was handed in: a log may obey what stands in it."""
    first = failure.errors(include_url=False, include_context=False, include_input=False)[0]
    if first["type"] == "json_invalid":
        return "it is no JSON, or goes too deep"
    steps = [str(step) for step in first["loc"] if isinstance(step, int) or step in _KEYS]
    own = first["msg"].removeprefix("Value error, ") if first["type"] == "value_error" else "is of the wrong kind"
    return f"{'.'.join(steps) or 'it'} {_SAID.get(first['type'], own)}"


_KINDS = [each for each in (*vars(given).values(), *vars(counted).values()) if isinstance(each, type) and issubclass(each, BaseModel)]
_KEYS = frozenset(name for kind in _KINDS for name in kind.model_fields)
"""All keys that a report may have."""


def _told(told: given.Change) -> Told:
    heirs = tuple(Place("journey", each.id, each.title or "") for each in told.also)
    breaks = tuple(Break(each.file, each.message) for each in told.breaks)
    measured = _measured(told.measured) if isinstance(told, given.Updated) and told.measured else None
    return Told(_change(told), told.meaning, told.owner or "", heirs, breaks, measured)


def _measured(of: counted.Measured) -> Remeasured:
    """Older reports say of a period that has another figure only which it is."""
    told = tuple(Restated(each.period, each.old, each.new, each.kind) for each in of.corrected)
    restated = told or tuple(Restated(each, 0.0, 0.0, "number") for each in of.restated)
    counts, periods = (of.n.old, of.n.new), (of.period.old, of.period.new)
    return Remeasured(counts, periods, of.noise, of.goal, of.new, of.late, restated, of.digits, of.currency, _over(of.over), _same(of.same))


def _over(of: counted.Over | None) -> Over | None:
    return Over(of.day, of.stands, of.value, of.kind, of.period) if of else None


def _same(of: counted.Same | None) -> Same | None:
    named = tuple((each.id, each.title or "") for each in (of.journey, *of.stages)) if of else ()
    return Same(named[0], named[1:], of.goal) if of else None


def _change(told: given.Change) -> Change:
    match told:
        case given.Added():
            return Added(_place(told.new), told.position, _node(told.value), ("", ""))
        case given.Removed():
            return Removed(_place(told.old), _node(told.value))
        case given.Moved():
            return Moved(_place(told.old), _place(told.new), told.position)
        case given.Renamed():
            return Renamed(_place(told.old), _place(told.new), tuple(_part(part.field, part) for part in told.fields))
        case given.Updated():
            return Updated(_place(told.old), _place(told.new), _part(told.field, told.value), {})
        case given.Reordered():
            moved = tuple(Step(told.list, each.id, each.title or "") for each in told.moved)
            return Reordered(_place(told.old), _place(told.new), told.list, told.order, moved)


def _place(place: given.Place) -> Place:
    steps = tuple(Step(step.list, step.id, step.title or "") for step in place.path)
    return Place(place.kind, place.id, place.title or "", steps)


def _node(value: dict[str, object]) -> Node:
    """A thing as data; which of its keys are lists of other things is no matter of words."""
    return Node(Entity, "", value, {})


def _part(field: str, pair: given.Pair) -> Part:
    return Part(tuple(field.split(".")), pair.old, pair.new)


def _shifts(report: given.Report) -> tuple[Shift, ...]:
    eased: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for each in report.changes:
        if isinstance(each, given.Added) and each.eased and len(each.new.path) == 2:
            eased[each.new.id].append((each.new.path[0].id, each.new.path[1].id))
    return tuple(_shift(journey, eased.get(journey.id, ())) for journey in report.journeys)


def _shift(journey: given.Journey, eased: Iterable[tuple[str, str]]) -> Shift:
    """A journey's figures; its card knows what a comment asks it, and that its new pains in `eased` are thought of."""
    stages = tuple(_stage(stage, journey) for stage in journey.stages)
    chance = OpportunityCard("", "", "", None, None, "planned", None, None, "", tuple(eased))
    card = JourneyCard(
        journey.id, "", journey.title or "", None, (), journey.state, "", False, None, None, None, None, (), None, (), (0, 0, 0, 0), 0,
        Coverage(), None, None, (), (), (chance,), (), (), None,
    )  # fmt: skip
    ways = tuple(map(_passing, journey.steps)), _passing(journey.whole) if journey.whole else None
    return Shift(journey.id, card, _figures(journey.old), _figures(journey.new), stages, *ways)


def _passing(way: given.Passing) -> Passing:
    start, end = ((each.id, each.title or "") for each in (way.start, way.to))
    return Passing(start, end, (way.share.old, way.share.new), (way.n.old, way.n.new), way.noise, way.goal, way.ours)


def _stage(stage: given.Stage, journey: given.Journey) -> StageShift:
    title = stage.title or ""

    def side(there: object, score: float | None) -> StageCard | None:
        return StageCard(stage.id, title, None, score, 0, None, Coverage(), None, None) if there else None

    return StageShift(stage.id, title, side(journey.old, stage.score.old), side(journey.new, stage.score.new))


def _figures(figures: given.Figures | None) -> Figures | None:
    if figures is None:
        return None
    validated, weight = round((figures.coverage or 0) * figures.claims), (figures.coverage_by_weight or 0) * figures.claims
    return Figures(figures.score, figures.conversion, figures.severe, Coverage(validated, 0, figures.claims - validated, weight))


def _rank(rank: given.Rank) -> RankShift:
    chance = OpportunityCard(rank.id, rank.stage, rank.title or "", None, None, "", None, None, "", ())
    return RankShift(rank.journey, chance, rank.rank.old, rank.rank.new, rank.of)


def _tilt(tilt: given.Comparison) -> Tilt:
    leads = tuple(Lead(Contender(lead.of, ""), lead.title or "", lead.lead.old, lead.lead.new) for lead in tilt.leads)
    return Tilt(tilt.id, tilt.title or "", leads)


def _ask(ask: given.Ask) -> Ask:
    return Ask(ask.team, ask.title or "", ask.github or "", tuple(Reason(reason.why, _place(reason)) for reason in ask.reasons))
