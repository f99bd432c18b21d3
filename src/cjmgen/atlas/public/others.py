"""others: what is left of a persona, and of a comparison, which speaks of all its sides and so is left out with any of them."""

from collections.abc import Container
from typing import Any

from cjmgen.atlas.public.cut import INTERNAL, Knife, Plain, Rest, Sure
from cjmgen.atlas.public.mention import Thing

ROW = frozenset({"id", "title", "was", "who", "audience"})
"""Fields of a row of a comparison; every other one is a journey."""


def persona_without(data: Plain, held: Container[Thing], hidden: bool, sure: Sure) -> Rest:
    """What is left of a persona."""
    knife = Knife(held, hidden, sure)
    return Rest(knife.entity(data, "persona"), knife.items, knife.links)


def comparison_without(data: Plain, held: Container[Thing], hidden: bool) -> Rest:
    """What is left of a comparison; nothing where one of its sides is left out."""
    journey = data.get("journey") or ""
    sides: list[Thing] = [("journey", id) for id in (*data.get("journeys", ()), *([journey] if journey else ()))]
    sides += [side for who in data.get("who", ()) for side in (("persona", who), ("actor", who), ("journey@", f"{journey}@{who}"))]
    if any(side in held for side in sides):
        return Rest(None, 0, 0)
    rows = data.get("align") or ()
    kept = [left for row in rows if (left := _row(row, held, hidden))]
    return Rest({**data, "align": kept} if rows else data, len(rows) - len(kept), 0)


def _row(row: Plain, held: Container[Thing], hidden: bool) -> Plain | None:
    """A row without the stages that are left out; None where none is left in it."""
    if hidden and row.get("audience") == INTERNAL:
        return None
    columns = {key: _stages(key, value, held) for key, value in row.items() if key not in ROW}
    own = {key: value for key, value in row.items() if key in ROW}
    return {**own, **{key: left for key, left in columns.items() if left}} if any(columns.values()) or not columns else None


def _stages(journey: str, value: Any, held: Container[Thing]) -> Any:
    if isinstance(value, str):
        return "" if ("journey#", f"{journey}#{value}") in held else value
    return [stage for stage in value if ("journey#", f"{journey}#{stage}") not in held]
