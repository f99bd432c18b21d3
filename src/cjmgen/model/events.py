"""events: a table of events that a metric's snapshot is counted from: where it is, what its columns are, which event is which stage."""

import re
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from cjmgen.model.amount import read_duration
from cjmgen.model.field import Ref, wrong
from cjmgen.model.item import Entity, Named
from cjmgen.model.quantity import Date
from cjmgen.model.written import Written

FEWEST = 5
"""Groups of fewer people are folded, unless the metric says otherwise."""

Shape = Literal["ga4-bigquery", "metrica-hits", "metrica-visits"]

_NAME = re.compile(r"^[A-Z][A-Z0-9_]{0,99}$")
_FILES = re.compile(r"^[^/\\:][^\\:]*\.(parquet|csv|tsv|json|jsonl|ndjson)(\.gz)?$")


def _variable(value: Any) -> str:
    """The name of a variable. Whoever writes the address itself here must not read it again in a message."""
    if isinstance(value, str) and _NAME.fullmatch(value):
        return value
    message = "expected the name of an environment variable, such as SHOP_EVENTS_URL"
    hint = "the address of a database has no place in a map: put it into the environment, and name the variable here"
    raise PydanticCustomError("wrong-type", "{message}", {"message": message, "hint": hint})


def _pattern(value: Any) -> str:
    if isinstance(value, str) and _FILES.fullmatch(value) and ".." not in value.split("/"):
        return value
    hint = "Parquet, CSV, TSV or JSON inside the project, by its path from cjmgen.yml; `*` stands for anything within a name"
    raise wrong("files such as `data/events-*.parquet`", value, hint)


def _window(value: Any) -> str:
    span = read_duration(value) if isinstance(value, str) else None
    if span is None or not 1 <= span.high <= 366 * 86400 * 10:
        raise wrong("a time such as `14 days`", value)
    return str(value)


def _threshold(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 10**6:
        raise wrong("a number of people, from 1", value)
    return value


Variable = Annotated[str, Written(_variable), WithJsonSchema({"type": "string", "pattern": _NAME.pattern})]
Files = Annotated[str, Written(_pattern), WithJsonSchema({"type": "string", "pattern": _FILES.pattern})]
Window = Annotated[str, Written(_window), WithJsonSchema({"type": "string"})]
Threshold = Annotated[int, Written(_threshold), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 10**6})]


class Match(Entity):
    """Which events are meant; all that is said has to hold."""

    event: str | None = Field(None, description="What the event is called; `*` at its start or end stands for anything.")
    where: dict[str, str | int | float | bool] = Field({}, description="By property or column what it must be; `*` as above.")


class _Several(Named):
    """Events that are meant: a name, one match, or a list of these of which any will do."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = super().__get_pydantic_json_schema__(schema, handler)
        return {"anyOf": [*many["items"]["anyOf"], many]}

    def _read(self, value: Any, info: core_schema.ValidationInfo) -> Any:
        return super()._read([value] if isinstance(value, str | dict) else value, info)


Matches = Annotated[tuple[Match, ...], _Several("event", None)]


class Columns(Entity):
    """What the columns of the table are called; a dot leads into a record, as in `device.category`."""

    user: str | None = Field(None, description="Who it was. Never leaves the database.")
    time: str | None = Field(None, description="When it was: a time, or seconds, milli- or microseconds since 1970.")
    event: str | None = Field(None, description="What it was.")
    properties: str | None = Field(None, description="Anything else about it: a record, a map, JSON, or a list of keys and values.")


class Events(Entity):
    """A table of events, and what its events are to a journey; read by `cjmgen pull` alone."""

    files: Files | None = Field(None, description="The files inside the project that hold it: Parquet, CSV, TSV or JSON.")
    table: str | None = Field(None, description="Its name in a database, as in `analytics.events`; then `url` says which.")
    url: Variable | None = Field(None, description="The environment variable that holds the address of the database or engine.")
    shape: Shape | None = Field(None, description="Whose export it is, so that its columns are known.")
    columns: Columns | None = Field(None, description="What its columns are called.")
    stages: dict[Ref, Matches] = Field({}, description="By id of a stage, in the order of the map, the events that reach it.")
    touchpoints: dict[Ref, Matches] = Field({}, description="By id of a touchpoint the events that happen there.")
    window: Window = Field("30 days", description="How long a journey may take from its first stage.")
    segment: str | None = Field(None, description="The column or property that people are told apart by.")
    period: Literal["month", "quarter", "year"] = Field("month", description="What people are counted by.")
    timezone: str = Field("UTC", description="Where a day begins, as in `Europe/Berlin`.")
    local: bool | None = Field(None, description="Whether times without a zone are those of `timezone`; default: they are UTC.")
    since: Date | None = Field(None, description="The first day on which a journey may begin.")
    until: Date | None = Field(None, description="The last day on which a journey may begin.")
    threshold: Threshold = Field(FEWEST, description="Groups of fewer people are folded.")
