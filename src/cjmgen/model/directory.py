"""directory: the small entities kept together in one file: teams, channels, stages."""

from typing import Literal

from pydantic import Field

from cjmgen.model.field import Id, Link, Refs, Text, Texts
from cjmgen.model.item import Entity


class Team(Entity):
    """A team that answers for parts of journeys."""

    title: Text = Field(description="The team's name.")
    id: Id | None = Field(None, description="Its id, where teams.yml is a list.")
    contact: Text | None = Field(None, description="How to reach it: a channel, a page; no personal address.")
    github: str | None = Field(None, description="Its handle for reviews, as in @shop/e-commerce.")
    link: Link | None = Field(None, description="Its page.")
    was: Refs = Field((), description="Earlier ids.")


class Channel(Entity):
    """A way for customer and company to meet."""

    title: Text = Field(description="The channel's name.")
    id: Id | None = Field(None, description="Its id, where channels.yml is a list.")
    icon: str | None = Field(None, description="The name of an icon of the theme.")
    kind: Literal["owned", "paid", "earned", "physical", "human"] | None = Field(
        None, description="owned, paid, earned, physical or human."
    )
    was: Refs = Field((), description="Earlier ids.")


class SetStage(Entity):
    """A phase that all journeys of the project share."""

    title: Text = Field(description="The phase's name.")
    id: Id | None = Field(None, description="Its id, where stages.yml is a list.")
    also: Texts = Field((), description="Other names for it: ids or titles of stages that belong here.")
    description: Text | None = Field(None, description="What happens in it.")
    was: Refs = Field((), description="Earlier ids.")
