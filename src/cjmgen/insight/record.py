"""record: an insight as plain data, in the same words for a command and for the data beside the pages."""

from typing import Any

from cjmgen.insight.insight import Clue, Insight, Number, Period, Sentence, Spot
from cjmgen.model.amount import kept


def record(insight: Insight) -> dict[str, Any]:
    """What it is, what it weighs, its figures, its places and its reasons, each by the key of its phrase."""
    return {
        "kind": insight.kind,
        "key": _key(insight.said),
        "severity": insight.severity,
        "good": insight.good,
        "worth": number(insight.worth) if insight.worth else None,
        "people": number(insight.people) if insight.people else None,
        "numbers": {name: number(each) for name, each in insight.numbers},
        **_periods(insight.said),
        "places": [place(spot) for spot in insight.spots],
        "why": [_reason(clue) for clue in insight.why],
    }


def _key(said: Sentence) -> str:
    """What a sentence says, by name; that a theme has words of their own for one of one is no matter of programs."""
    return said.key.removeprefix("insight.").removesuffix("_sole")


def _reason(clue: Clue) -> dict[str, Any]:
    figures = {name: number(value) for name, value in clue.said.values if isinstance(value, Number)}
    return {"key": _key(clue.said), "place": place(clue.spot) if clue.spot else None, "numbers": figures, **_periods(clue.said)}


def _periods(said: Sentence) -> dict[str, Any]:
    """The periods and days that a sentence names, as maps write them; no key where there are none."""
    named = {name: value.text for name, value in said.values if isinstance(value, Period)}
    return {"periods": named} if named else {}


def number(of: Number) -> dict[str, Any]:
    """A figure with its interval and the answers it leans on, as far as they are known."""
    known = {"low": of.low, "high": of.high}
    told: dict[str, Any] = {"value": kept(of.value), "unit": "time" if of.unit == "clock" else of.unit}
    told.update({name: kept(end) for name, end in known.items() if end is not None})
    more = {"n": None if of.is_sample else of.n, "code": of.code or None, "few": of.is_few or None}
    return {**told, **{name: value for name, value in more.items() if value is not None}}


def place(spot: Spot) -> dict[str, str]:
    """A place by its names; those it lacks are left out."""
    named = {"journey": spot.journey, "stage": spot.stage, "kind": spot.kind, "id": spot.id}
    return {name: value for name, value in named.items() if value}
