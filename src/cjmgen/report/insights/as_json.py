"""as_json: insights for programs; the shape is documented in docs/commands.md and only ever grows."""

import json
from collections.abc import Sequence
from typing import Any

from cjmgen.insight.insight import Insight, Spot
from cjmgen.insight.record import place, record
from cjmgen.report.insights.teller import Teller

VERSION = 1


def as_json(found: Sequence[Insight], teller: Teller, more: int = 0) -> str:
    """One JSON object: `version`, `language`, `insights` in the order of their weight, and how many are left out."""
    told = {
        "version": VERSION,
        "language": teller.speaker.language,
        "insights": [_insight(insight, teller) for insight in found],
        "left_out": more,
    }
    return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _insight(insight: Insight, teller: Teller) -> dict[str, Any]:
    told = record(insight)
    why = [{"text": teller.sentence(clue.said), **each} for clue, each in zip(insight.why, told["why"], strict=True)]
    for clue, each in zip(insight.why, why, strict=True):
        each["place"] = _place(clue.spot, teller) if clue.spot else None
    return {"text": teller.sentence(insight.said), **told, "places": [_place(spot, teller) for spot in insight.spots], "why": why}


def _place(spot: Spot, teller: Teller) -> dict[str, Any]:
    """The names of a place, and where it stands."""
    found = teller.places.of(spot)
    if found is None:
        return {**place(spot), "file": None, "line": None, "column": None}
    return {**place(spot), "file": found.file, "line": found.line or None, "column": found.column or None}
