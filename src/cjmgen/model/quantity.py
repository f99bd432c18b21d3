"""quantity: the types of numbers and dates, each with its bounds, its complaint and its schema."""

import datetime
import re
from typing import Annotated, Any

from pydantic import PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from cjmgen.model.amount import SHARE_PATTERN, read_amount, read_share
from cjmgen.model.field import located, read_list, wrong
from cjmgen.model.written import DATE, LIST, NUMBER, Written

_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def _read_date(value: Any) -> datetime.date:
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str) and _DATE.match(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    raise wrong("a date like 2026-10-01", value, code="not-a-date")


Date = Annotated[
    datetime.date,
    Written(_read_date, DATE),
    PlainSerializer(datetime.date.isoformat),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]

PERIOD = r"^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$"


def _read_period(value: Any) -> str:
    if isinstance(value, str) and re.match(PERIOD, value):
        return value
    raise wrong("a period like 2026-10, 2026-Q4 or '2026'", value, code="not-a-date")


Period = Annotated[str, Written(_read_period), WithJsonSchema({"type": "string", "pattern": PERIOD})]


SCALE = r"^\d{1,3} ?[-–] ?\d{1,3}$"


def _read_scale(value: Any) -> str:
    if isinstance(value, str) and re.match(SCALE, value) and int.__lt__(*ends_of(value)):
        return value
    raise wrong("a scale of answers like 1-5, 1-7 or 0-10", value)


def ends_of(scale: str) -> tuple[int, int]:
    """The lowest and the highest answer of a scale."""
    low, high = re.findall(r"\d+", scale)
    return int(low), int(high)


AnswerScale = Annotated[str, Written(_read_scale), WithJsonSchema({"type": "string", "pattern": SCALE})]


def _number(value: Any, low: float, high: float, what: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong(what, value, _comma_hint(value))
    if not low <= value <= high:
        raise PydanticCustomError(
            "out-of-scale",
            "{value} is out of scale: {what} goes from {low} to {high}",
            {"value": f"{value:g}", "what": what, "low": f"{low:g}", "high": f"{high:g}", "hint": ""},
        )
    return float(value)


def _comma_hint(value: Any) -> str:
    if isinstance(value, str) and re.match(r"^[-−]?\d+,\d+$", value):
        return f"write a decimal point: {value.replace(',', '.').replace('−', '-')}"
    if isinstance(value, str) and re.match(r"^[-−+]?\d+(\.\d+)?$", value):
        return f"write it without quotes and with a plain hyphen: {value.replace('−', '-')}"
    return ""


def scale(low: float, high: float, what: str) -> Any:
    """The type of a number between two bounds, both included."""
    return Annotated[
        float,
        Written(lambda value: _number(value, low, high, what), NUMBER),
        PlainSerializer(tidy),
        WithJsonSchema({"type": "number", "minimum": low, "maximum": high}),
    ]


def tidy(value: float) -> float | int:
    """A whole number without its `.0`, as an author would write it."""
    return int(value) if value == int(value) else value


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong("a whole number", value, _comma_hint(value))
    if not 0 <= value <= 10**12:
        raise PydanticCustomError(
            "out-of-scale", "{value} is out of scale: a count goes from 0 to 10¹²", {"value": str(value)[:40], "hint": ""}
        )
    return value


Count = Annotated[int, Written(_count), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 10**12})]


def _share(value: Any) -> float:
    if isinstance(value, str) and (share := read_share(value)) is not None:
        return _number(share, -1000, 1000, "a share")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong("a share like 58% or 0.58", value)
    if not -1 <= value <= 1:
        raise PydanticCustomError(
            "out-of-scale",
            "a share is written {value}% or as a number up to 1, found {value}",
            {"value": f"{value:g}", "hint": f"write {value:g}%"},
        )
    return float(value)


Share = Annotated[
    float,
    Written(_share, NUMBER),
    PlainSerializer(tidy),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": SHARE_PATTERN}, {"type": "number", "minimum": -1, "maximum": 1}]}),
]
"""A fraction of one: `58%` or 0.58."""


LARGEST = 10**15
"""Far above all that is measured, and far below where sums and products of floats end."""


def _amount(value: Any) -> float | str:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise wrong("a number, a share like 58% or a time like 3:40", value)
    if isinstance(value, str) and read_amount(value) is None:
        raise wrong("a number, a share like 58% or a time like 3:40", value, _comma_hint(value))
    return value if isinstance(value, str) else tidy(_number(value, -LARGEST, LARGEST, "a value"))


_MEASURE = {"type": ["number", "string"], "minimum": -LARGEST, "maximum": LARGEST}

Measure = Annotated[float | str, Written(_amount), WithJsonSchema(_MEASURE)]
"""A metric's value as written: 4.4, `58%`, `3:40` or `2 days`; read by `amount.read_amount`."""


def _measures(value: Any) -> tuple[float | str, ...]:
    return tuple(tidy(item) if _is_plain(item) else located(_amount, item, at) for at, item in enumerate(read_list(value)))


def _is_plain(value: Any) -> bool:
    """Whether a value is what most are: then nobody has to be told where it stands."""
    return type(value) is float and -LARGEST <= value <= LARGEST


Measures = Annotated[
    tuple[float | str, ...],
    Written(_measures, LIST),
    WithJsonSchema({"type": "array", "items": _MEASURE}),
]


Emotional = scale(-2, 2, "an emotion")
Five = scale(1, 5, "a score")
Ten = scale(0, 10, "a score")
