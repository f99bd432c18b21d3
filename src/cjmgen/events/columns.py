"""columns: what a row of events says, whatever its engine calls it: who, when in milliseconds, and what it must be to be meant."""

from typing import Any

import ibis

from cjmgen.events.question import Missing
from cjmgen.model.events import Columns, Match

Expression = Any
"""A value, a column or a table of Ibis, which has no types of its own that say more."""


def found(table: Expression, name: str, properties: str | None = None) -> Expression:
    """A column, a field inside a record by its dots, else a property. Raises Missing."""
    if name in table.columns:
        return table[name]
    outer, *inner = name.split(".")
    if inner and outer in table.columns:
        return _inside(table[outer], inner, name)
    if properties is None:
        raise Missing(name)
    return _property(found(table, properties), name)


def _inside(value: Expression, names: list[str], whole: str) -> Expression:
    for name in names:
        if not value.type().is_struct() or name not in value.type().names:
            raise Missing(whole)
        value = value[name]
    return value


def _property(bag: Expression, name: str) -> Expression:
    """A property out of what holds them all."""
    kind = bag.type()
    if kind.is_struct():
        return _inside(bag, [name], name)
    if kind.is_map():
        return bag.get(name)
    if kind.is_array() and kind.value_type.is_struct() and {"key", "value"} <= set(kind.value_type.names):
        value = bag.filter(lambda each: each["key"] == name)[0]["value"]
        parts = [text(value[each]) for each in value.type().names] if value.type().is_struct() else [text(value)]
        return ibis.coalesce(*parts)
    if kind.is_json() or kind.is_string():
        return _told_by_json(bag, name)
    raise Missing(name)


@ibis.udf.scalar.builtin  # type: ignore[untyped-decorator]
def get_json_object(bag: str, path: str) -> str:  # type: ignore[empty-body]
    """What stands at a path of JSON, as text without its quotes: a function of Spark, which has no JSON that Ibis could unwrap."""


def _told_by_json(bag: Expression, name: str) -> Expression:
    """A property as text, whatever it is in the JSON; null where that is no JSON or has none."""
    if bag.get_backend().name == "pyspark":
        return get_json_object(bag.cast("string"), f"$['{name}']")
    return text((bag if bag.type().is_json() else bag.try_cast("json"))[name])


def text(value: Expression) -> Expression:
    """A value as text."""
    if value.type().is_json():
        return ibis.coalesce(value.unwrap_as("string"), value.cast("string").nullif("null"))
    return value if value.type().is_string() else value.cast("string")


def user(table: Expression, columns: Columns) -> Expression:
    """Who it was; nobody where the cell is empty."""
    who = found(table, columns.user or "", columns.properties)
    who = text(who) if who.type().is_json() else who
    return who.nullif("") if who.type().is_string() else who


def moment(table: Expression, columns: Columns) -> Expression:
    """When it was, in milliseconds since 1970; null for what is no time."""
    return _milliseconds(found(table, columns.time or "", columns.properties))


def is_naive(table: Expression, columns: Columns) -> bool:
    """Whether times may be those of somebody's clock, as no zone is written beside them."""
    kind = found(table, columns.time or "", columns.properties).type()
    return bool(kind.is_date() or kind.is_string() or kind.is_json() or (kind.is_timestamp() and kind.timezone is None))


def _milliseconds(when: Expression) -> Expression:
    kind = when.type()
    if kind.is_timestamp():
        # engines disagree on whether the seconds of a time have a fraction
        seconds = when.epoch_seconds().cast("float64").floor().cast("int64")
        return seconds * 1000 + when.millisecond().cast("int64")
    if kind.is_integer():
        when = when.cast("int64")
        sizes = ((when.abs() < 10**11, when * 1000), (when.abs() < 10**14, when))
        return ibis.cases(*sizes, else_=(when - when % 1000) // 1000)
    if kind.is_floating() or kind.is_decimal():
        return (when.cast("float64") * 1000).floor().cast("int64")
    if kind.is_date():
        return _milliseconds(when.cast("timestamp"))
    said = text(when)
    return ibis.coalesce(_milliseconds(said.try_cast("int64")), _milliseconds(said.try_cast("timestamp('UTC')")))


def is_meant(table: Expression, columns: Columns, matches: tuple[Match, ...]) -> Expression:
    """Whether a row is one of these events."""
    any_of = [_meets(table, columns, match) for match in matches]
    result = any_of[0]
    for each in any_of[1:]:
        result = result | each
    return result


def _meets(table: Expression, columns: Columns, match: Match) -> Expression:
    wanted: list[tuple[str, str | int | float | bool]] = [] if match.event is None else [(columns.event or "", match.event)]
    conditions = [_is(found(table, name, columns.properties), value) for name, value in (*wanted, *match.where.items())]
    result = conditions[0]
    for each in conditions[1:]:
        result = result & each
    return result


def _is(value: Expression, wanted: str | int | float | bool) -> Expression:
    """Whether a value is what was written: text by `*`, numbers as numbers, and false where there is none."""
    kind = value.type()
    if isinstance(wanted, str):
        met = _like(text(value), wanted)
    elif isinstance(wanted, bool):
        met = value == wanted if kind.is_boolean() else text(value).lower() == str(wanted).lower()
    else:
        met = value == wanted if kind.is_numeric() else text(value).try_cast("float64") == float(wanted)
    return met.fill_null(False)


def _like(value: Expression, pattern: str) -> Expression:
    start, end = pattern.startswith("*"), pattern.endswith("*")
    rest = pattern[start : len(pattern) - end] if pattern != "*" else ""
    if not rest:
        return value.notnull() if start or end else value == ""
    if start and end:
        return value.contains(rest)
    return value.endswith(rest) if start else value.startswith(rest) if end else value == rest
