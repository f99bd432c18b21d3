"""received: the JSON of a review as a stranger may hand it in: what shape it has, and how much of it there may be."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, Field, StringConstraints

from cjmgen.model.field import LANGUAGE, LONG, SHORT

MOST = 32_000_000
"""Bytes of a report: that of a project of a thousand journeys which are all new."""

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


class _Strict(BaseModel):
    """Nothing is taken for something else. Keys that are not known are left alone: the shape only ever grows."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")


class Called(_Strict):
    """A name, and the title that people know it by."""

    id: Word
    title: Title


class Step(Called):
    """A step into an entity."""

    list: Word


class Place(Called):
    """An entity, or something in it."""

    kind: Word
    path: Annotated[tuple[Step, ...], Field(max_length=10)]


class Inside(Place):
    """Something in an entity."""

    path: Annotated[tuple[Step, ...], Field(min_length=1, max_length=10)]


class Pair(_Strict):
    """A value on both sides."""

    old: Plain
    new: Plain


class Part(Pair):
    """A field with its value on both sides."""

    field: Word


class Broken(_Strict):
    """A reference that leads nowhere now."""

    file: Word
    message: Words


class _Change(_Strict):
    meaning: Literal["better", "worse", "neutral"]
    owner: Word | None
    also: Annotated[tuple[Called, ...], Field(max_length=10_000)]
    breaks: Annotated[tuple[Broken, ...], Field(max_length=10_000)]


class Added(_Change):
    """Something new; `eased` is told of pains."""

    act: Literal["added"]
    new: Place
    position: Count
    value: Annotated[dict[str, Any], AfterValidator(_bounded)]
    eased: bool = False


class Removed(_Change):
    """Something that is gone."""

    act: Literal["removed"]
    old: Place
    value: Annotated[dict[str, Any], AfterValidator(_bounded)]


class _Stayed(_Change):
    old: Place
    new: Place


class Moved(_Change):
    """Something that stands elsewhere now."""

    act: Literal["moved"]
    old: Inside
    new: Inside
    position: Count


class Renamed(_Stayed):
    """Something that is called otherwise now."""

    act: Literal["renamed"]
    fields: Annotated[tuple[Part, ...], Field(max_length=10)]


class Updated(_Stayed):
    """Something with another value in a field."""

    act: Literal["updated"]
    field: Word
    value: Pair


class Reordered(_Stayed):
    """A list in another order."""

    act: Literal["reordered"]
    list: Word
    order: Annotated[tuple[Word, ...], Field(max_length=50_000)]
    moved: Annotated[tuple[Called, ...], Field(max_length=50_000)]


Change = Added | Removed | Moved | Renamed | Updated | Reordered


class Figures(_Strict):
    """A journey in figures; `coverage` is the share of `claims` that are validated."""

    score: Number | None
    conversion: Number | None
    severe: Count
    coverage: Number | None
    claims: Count


class Scores(_Strict):
    """A figure on both sides."""

    old: Number | None
    new: Number | None


class Stage(Called):
    """A stage with its score on both sides."""

    score: Scores


class Journey(Called):
    """A journey that was touched, or has other figures."""

    state: Word
    old: Figures | None
    new: Figures | None
    stages: Annotated[tuple[Stage, ...], Field(max_length=2_000)]


class Ranks(_Strict):
    """A rank on both sides."""

    old: Count | None
    new: Count | None


class Rank(Called):
    """An opportunity that ranks otherwise now."""

    journey: Word
    stage: Word
    rank: Ranks
    of: Count


class Lead(_Strict):
    """How far somebody is ahead."""

    of: Word
    title: Title
    lead: Scores


class Comparison(Called):
    """A comparison in which somebody's lead changed."""

    leads: Annotated[tuple[Lead, ...], Field(max_length=100)]


class Reason(Place):
    """Why somebody should look."""

    why: Literal["owns", "refers"]


class Ask(_Strict):
    """A team that should look."""

    team: Word
    title: Title
    github: Word | None
    reasons: Annotated[tuple[Reason, ...], Field(max_length=50_000)]


class Unread(_Strict):
    """What one side could not read."""

    kind: Word
    id: Word


class Gap(_Strict):
    """A file with an error."""

    side: Words
    file: Words
    code: Word
    message: Words


class Report(_Strict):
    """All of it."""

    version: Literal[1]
    base: Words
    head: Words
    language: Language
    changes: Annotated[tuple[Annotated[Change, Discriminator("act")], ...], Field(max_length=50_000)]
    journeys: Annotated[tuple[Journey, ...], Field(max_length=50_000)]
    opportunities: Annotated[tuple[Rank, ...], Field(max_length=50_000)]
    comparisons: Annotated[tuple[Comparison, ...], Field(max_length=50_000)]
    ask: Annotated[tuple[Ask, ...], Field(max_length=5_000)]
    unread: Annotated[tuple[Unread, ...], Field(max_length=50_000)]
    errors: Annotated[tuple[Gap, ...], Field(max_length=1_000)]
