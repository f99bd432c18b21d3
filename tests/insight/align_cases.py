"""align_cases: reads the table of hard cases, which the builder and the browser's script must answer alike."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cjmgen.atlas.cards.card import Coverage, JourneyCard, StageCard, TouchpointCard
from cjmgen.insight.meet.align import Given, Row, align
from cjmgen.insight.meet.gist import names
from cjmgen.insight.meet.sketch import Sketch, stage_sketches
from cjmgen.model.slug import slug

TABLE = Path(__file__).parent / "align_cases.json"


@dataclass(frozen=True)
class Case:
    """One hard case: the sketches of its subjects, the rows a comparison file gives, and the rows that must come of it."""

    name: str
    subjects: tuple[tuple[Sketch, ...], ...]
    given: tuple[Given, ...]
    rows: list[list[Any]]


def cases() -> list[Case]:
    """The table."""
    return [_case(told) for told in json.loads(TABLE.read_text("utf-8"))]


def _case(told: Mapping[str, Any]) -> Case:
    subjects = tuple(stage_sketches(card(stages)) for stages in told["subjects"])
    given = tuple(
        Given(row["id"], names(row["title"]), tuple(None if ids is None else tuple(ids) for ids in row["stages"]))
        for row in told.get("given", ())
    )
    return Case(told["name"], subjects, given, told["rows"])


def shown(case: Case, rows: Sequence[Row]) -> list[list[Any]]:
    """Rows as the table tells them: the reason, then by subject the ids of its stages."""
    return [
        [row.by, *(" ".join(case.subjects[at][position].id for position in positions) for at, positions in enumerate(row.members))]
        for row in rows
    ]


def answer(case: Case) -> list[list[Any]]:
    """What the builder makes of a case."""
    return shown(case, align(case.subjects, case.given))


def card(stages: Sequence[Any]) -> JourneyCard:
    """A journey of stages told as a title, or as {title, id, phase, points: {title of a touchpoint: channel}}."""
    told = [stage if isinstance(stage, dict) and "title" in stage else {"title": stage} for stage in stages]
    found = [(stage.get("id") or slug(_first(stage["title"])), stage) for stage in told]
    return JourneyCard(
        "j", "j.yml", "J", None, (), "current", "live", False, None, None, None, None, (), None,
        tuple(StageCard(id, each["title"], each.get("phase"), None, 0, None, Coverage(), None, None) for id, each in found),
        (0, 0, 0, 0), 0, Coverage(), None, None,
        tuple(
            TouchpointCard(slug(title), id, title, channel, None, None, "")
            for id, each in found for title, channel in each.get("points", {}).items()
        ),
        (), (), (), (), None,
    )  # fmt: skip


def _first(title: str | Mapping[str, str]) -> str:
    return title if isinstance(title, str) else next(iter(title.values()))
