"""as_json: changes for programs; the shape is documented in docs/diff.md and only ever grows."""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from cjmgen.atlas.cards.card import JourneyCard, Text
from cjmgen.diff.change import Added, Moved, Place, Removed, Renamed, Reordered, Updated, act, noun
from cjmgen.diff.changes import Told
from cjmgen.diff.effect import Figures, RankShift, Shift, Tilt
from cjmgen.diff.node import plain
from cjmgen.diff.passing import Passing
from cjmgen.diff.people import Ask
from cjmgen.diff.remeasured import Over, Remeasured, Same
from cjmgen.insight.ranking import CLOSED
from cjmgen.numbers.measured import Restated
from cjmgen.report.review.review import Review

VERSION = 1


def as_json(review: Review) -> str:
    """One JSON object."""
    changes = review.changes
    eased = frozenset((shift.id, *pain) for shift in changes.shifts for pain in _addressed(shift.card))
    report = {
        "version": VERSION,
        "base": review.old,
        "head": review.new,
        "language": review.language,
        "summary": {
            "changes": len(changes.told), "worse": changes.count("worse"), "better": changes.count("better"), "breaking": changes.breaking,
            "steps": {"worse": changes.steps("worse"), "better": changes.steps("better")},
            "tested": changes.tested,
        },
        "changes": [_told(told, eased) for told in changes.told],
        "journeys": [_shift(shift) for shift in changes.shifts],
        "opportunities": [_rank(each) for each in changes.ranks],
        "comparisons": [_tilt(tilt) for tilt in changes.tilts],
        "ask": [_ask(ask) for ask in changes.asks],
        "unread": [{"kind": kind, "id": id} for kind, id in changes.unread],
        "errors": [{"side": gap.side, "file": gap.file, "code": gap.code, "message": gap.message} for gap in review.gaps],
    }  # fmt: skip
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _told(told: Told, eased: Collection[tuple[str, str, str]]) -> dict[str, Any]:
    change, common = told.change, {"act": act(told.change), "what": noun(told.place), "meaning": told.meaning}
    more = {
        "owner": told.owner or None,
        "also": [_called(heir.id, heir.title) for heir in told.heirs],
        "breaks": [{"file": each.file, "message": each.message} for each in told.breaks],
    }
    match change:
        case Added(new=new, at=at, node=node):
            own: dict[str, Any] = {"new": _place(new), "position": at, "value": plain(node), **_eased(new, eased)}
        case Removed(old=old, node=node):
            own = {"old": _place(old), "value": plain(node)}
        case Moved(old=old, new=new, at=at):
            own = {"old": _place(old), "new": _place(new), "position": at}
        case Renamed(old=old, new=new, parts=parts):
            own = {"old": _place(old), "new": _place(new), "fields": [{"field": part.field, **_pair(part.old, part.new)} for part in parts]}
        case Updated(old=old, new=new, part=part):
            own = {"old": _place(old), "new": _place(new), "field": part.field, "value": _pair(part.old, part.new)}
            own |= _measured(told.measured)
        case Reordered(old=old, new=new, lane=lane, order=order, moved=moved):
            taken = [_called(step.key, step.title) for step in moved]
            own = {"old": _place(old), "new": _place(new), "list": lane, "order": list(order), "moved": taken}
    return {**common, **own, **more}


def _measured(of: Remeasured | None) -> dict[str, Any]:
    """What a measured value was counted from."""
    if not of:
        return {}
    told = {"n": _pair(*of.n), "period": _pair(*of.period), "noise": str(of.noise), "goal": of.goal, "digits": of.digits}
    told |= {"currency": of.currency} if of.currency else {}
    more = {"same": _same(of.same), "new": list(of.new), "late": list(of.late)}
    return {"measured": {**told, **more, **_restated(of.restated), **_over(of.over)}}


def _over(of: Over | None) -> dict[str, Any]:
    """What became of a goal whose day has passed; no key of others."""
    told = {"day": of.day.isoformat(), "stands": of.stands, "value": of.value, "kind": of.kind, "period": of.period} if of else None
    return {"over": told} if told else {}


def _same(of: Same | None) -> dict[str, Any] | None:
    """Where the change is told: the journey, and of a step of its funnel the stages."""
    return {"journey": _called(*of.journey), "stages": [_called(*each) for each in of.steps], "goal": of.goal} if of else None


def _restated(every: Sequence[Restated]) -> dict[str, Any]:
    """The periods with another figure; and both figures of each: shares from 0 to 1, times in seconds."""
    figures = [{"period": each.period, "kind": each.kind, **_pair(each.before, each.after)} for each in every if each.before != each.after]
    return {"restated": [each.period for each in every], "corrected": figures}


def _eased(place: Place, eased: Collection[tuple[str, str, str]]) -> dict[str, bool]:
    """Of a pain in a stage, whether an open opportunity is to ease it."""
    match [step.lane for step in place.steps]:
        case ["stages", "pains"]:
            return {"eased": (place.id, place.steps[0].key, place.steps[1].key) in eased}
    return {}


def _addressed(card: JourneyCard) -> Iterator[tuple[str, str]]:
    """The pains of a journey, by stage and id, that an open opportunity is to ease."""
    return (pain for chance in card.opportunities if chance.status not in CLOSED for pain in chance.pains)


def _called(id: str, title: Text) -> dict[str, Any]:
    return {"id": id, "title": title or None}


def _rank(rank: RankShift) -> dict[str, Any]:
    chance = rank.chance
    spot = {"journey": rank.journey, "stage": chance.stage, "id": chance.id, "title": chance.title}
    return {**spot, "rank": _pair(rank.old, rank.new), "of": rank.of}


def _tilt(tilt: Tilt) -> dict[str, Any]:
    leads = [{"of": lead.who.key, "title": lead.called or None, "lead": _pair(lead.old, lead.new)} for lead in tilt.leads]
    return {"id": tilt.id, "title": tilt.title or None, "leads": leads}


def _place(place: Place) -> dict[str, Any]:
    """Where: the entity, and the lists and ids that lead to the thing inside it."""
    steps = [{"list": step.lane, **_called(step.key, step.title)} for step in place.steps]
    return {"kind": place.kind, **_called(place.id, place.title), "path": steps}


def _pair(old: Any, new: Any) -> dict[str, Any]:
    return {"old": old, "new": new}


def _shift(shift: Shift) -> dict[str, Any]:
    stages = [
        {"id": each.id, "title": each.title, "score": _pair(*(_round(card.score) if card else None for card in (each.old, each.new)))}
        for each in shift.stages
    ]
    return {
        "id": shift.id,
        "title": shift.card.title,
        "state": shift.card.state,
        **_pair(_figures(shift.old), _figures(shift.new)),
        "stages": stages,
        "steps": [_step(each) for each in shift.steps],
        "whole": _step(shift.whole) if shift.whole else None,
    }


def _step(step: Passing) -> dict[str, Any]:
    """From one stage to another the share of people who go on, before and after."""
    start, end = _called(*step.start), _called(*step.end)
    shares = _pair(*map(_round, step.share))
    return {"from": start, "to": end, "share": shares, "n": _pair(*step.n), "noise": str(step.noise), "goal": step.goal, "ours": step.ours,
            "meaning": step.meaning}  # fmt: skip


def _figures(figures: Figures | None) -> dict[str, Any] | None:
    if figures is None:
        return None
    claims = figures.coverage
    told = {"score": _round(figures.score), "conversion": _round(figures.conversion), "severe": figures.severe}
    return {**told, "coverage": _round(claims.share), "coverage_by_weight": _round(claims.by_weight), "claims": claims.total}


def _round(number: float | None) -> float | None:
    """Fourteen digits, from which everything is rounded that is shown: the fifteenth would be that of binary sums."""
    return None if number is None else float(f"{number:.14g}")


def _ask(ask: Ask) -> dict[str, Any]:
    reasons = [{"why": reason.why, "what": noun(reason.of), **_place(reason.of)} for reason in ask.reasons]
    return {"team": ask.team, "title": ask.title, "github": ask.github or None, "reasons": reasons}
