"""comparison: journeys laid side by side, or the people of one, with the rows they have in common."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from cjmgen.model.field import Audience, LongText, Ref, Refs, Text
from cjmgen.model.item import Entity, Named, Titled

LEAST, MOST, OVERLAID = 2, 12, 4
"""A comparison has two to twelve subjects; up to four share one chart, more get a small one each."""

Lane = Literal["emotion", "conversion", "pains", "opportunities", "channels", "touchpoints", "time", "evidence", "metrics", "empathy"]


class Row(Titled):
    """A common stage; every other key is a journey's id with the stages of it that belong here."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, defer_build=True)

    __pydantic_extra__: dict[str, str | list[str]]


class Comparison(Entity):
    """Two to twelve journeys side by side, or the people or segments of one."""

    title: Text = Field(description="What is compared.")
    summary: LongText | None = Field(None, description="Why, in a sentence.")
    journeys: Refs = Field((), description="The journeys, by id, the first one being the base.")
    journey: Ref | None = Field(None, description="Instead of `journeys`: the one journey whose `who` or `segments` are compared.")
    who: Refs = Field((), description="Personas and actors of that journey, by id, the first one being the base.")
    segments: tuple[str, ...] = Field(
        (), strict=False, description="Segments of that journey's personas, as in [b2c, b2b]; each is the mean of its personas."
    )
    names: dict[str, Text] = Field(
        {}, description="Short names for the charts, by journey, persona, actor or segment; default: by state, else the title."
    )
    align: Annotated[tuple[Row, ...], Named()] = Field(
        (), description="A row a common stage: {id, title, <journey>: [stages]}; the other stages find one another by themselves."
    )
    show: tuple[Lane, ...] = Field((), strict=False, description="Which rows to show below the curves; default: all that are filled.")
    audience: Audience = Field("public", description="`internal` comparisons are left out of a public build.")
    was: Refs = Field((), description="Earlier ids.")
