"""bounded: the kinds of data that a stranger's JSON may hold: neither too long nor too deep, and nothing taken for something else."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from cjmgen.model.field import LANGUAGE, LONG, SHORT

DEEPEST = 24
"""Lists and mappings of a value inside one another; a journey has ten."""

FARTHEST = 1e15
"""No figure is further from zero: up to here every whole number is exact."""

Word = Annotated[str, StringConstraints(max_length=SHORT)]
Language = Annotated[str, StringConstraints(pattern=LANGUAGE, max_length=40)]
Words = Annotated[str, StringConstraints(max_length=LONG)]
Title = Words | Annotated[Mapping[Language, Words], Field(min_length=1, max_length=100)] | None
Count = Annotated[int, Field(ge=0, le=10**9)]


def _bounded(value: Any) -> Any:
    """Data that is neither too deep nor out of bounds."""
    for deep, each in _all(value, 0):
        if deep > DEEPEST:
            raise ValueError("is too deep")
        if isinstance(each, str) and len(each) > LONG:
            raise ValueError("has too long a text")
        if isinstance(each, int | float) and not -FARTHEST <= each <= FARTHEST:  # nor is what is no number
            raise ValueError("has a number out of bounds")
    return value


def _all(value: Any, deep: int) -> Iterator[tuple[int, Any]]:
    """A value and all that is in it, keys as well, each with how deep it lies; nothing below what is too deep."""
    yield deep, value
    if isinstance(value, dict | list) and deep <= DEEPEST:
        for each in value:
            yield from _all(each, deep + 1)
        for each in value.values() if isinstance(value, dict) else ():
            yield from _all(each, deep + 1)


Plain = Annotated[Any, AfterValidator(_bounded)]
Number = Annotated[float, AfterValidator(_bounded)]
Data = Annotated[dict[str, Any], AfterValidator(_bounded)]


class Strict(BaseModel):
    """Nothing is taken for something else. Keys that are not known are left alone: the shape only ever grows."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class Called(Strict):
    """A name, and the title that people know it by."""

    id: Word
    title: Title
