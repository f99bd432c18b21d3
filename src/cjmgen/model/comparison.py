"""comparison: journeys laid side by side, with the rows they have in common."""

from typing import Annotated

from pydantic import ConfigDict, Field

from cjmgen.model.field import Audience, LongText, Refs, Text
from cjmgen.model.item import Entity, Named, Titled


class Row(Titled):
    """A common stage; every other key is a journey's id with the stages of it that belong here."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, defer_build=True)

    __pydantic_extra__: dict[str, str | list[str]]


class Comparison(Entity):
    """Two to twelve journeys side by side."""

    title: Text = Field(description="What is compared.")
    summary: LongText | None = Field(None, description="Why, in a sentence.")
    journeys: Refs = Field(description="The journeys, by id, the first one being the base.")
    align: Annotated[tuple[Row, ...], Named()] = Field(
        (), description="A row a common stage: {id, title, <journey>: [stages]}; without it stages meet by id."
    )
    show: Refs = Field((), description="Which lanes to show.")
    audience: Audience = Field("public", description="`internal` comparisons will be left out of public builds; shown until then.")
    was: Refs = Field((), description="Earlier ids.")
