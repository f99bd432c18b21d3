"""persona: a kind of customer, told as one person."""

from typing import Annotated

from pydantic import Field

from cjmgen.model.claim import Confidence, EvidenceUses
from cjmgen.model.field import Audience, LongText, Refs, Text
from cjmgen.model.item import Entity, Named, Notes, Titled
from cjmgen.model.quantity import Five, Share
from cjmgen.model.touchpoint import WrittenImage


class Job(Entity):
    """A job to be done: when …, I want …, so that …."""

    when: Text | None = Field(None, description="The situation.")
    want: Text = Field(description="What they want to get done.")
    so_that: Text | None = Field(None, description="What that brings them.")


class Trait(Titled):
    """A trait on a scale."""

    score: Five = Field(description="How strong, 1 … 5.")


class Empathy(Entity):
    """An empathy map."""

    says: Notes = Field((), description="What they say aloud.")
    thinks: Notes = Field((), description="What they think and don't say.")
    does: Notes = Field((), description="What they do.")
    feels: Notes = Field((), description="What they feel.")
    sees: Notes = Field((), description="What they see around them.")
    hears: Notes = Field((), description="What they hear from others.")
    pains: Notes = Field((), description="What frightens or hinders them.")
    gains: Notes = Field((), description="What they hope for.")


class Persona(Entity):
    """A kind of customer, told as one person."""

    title: Text = Field(description="The persona's name.")
    role: Text | None = Field(None, description="Who they are in a few words, as in `first-time online buyer`.")
    summary: LongText | None = Field(None, description="Their story in a sentence or two.")
    photo: WrittenImage | None = Field(None, description="A picture; else initials are drawn.")
    quote: Text | None = Field(None, description="A sentence they could have said.")
    segment: Text | None = Field(None, description="The segment, as in b2c or b2b.")
    share: Share | None = Field(None, description="Their share of all customers.")
    demographics: dict[str, Text | int | float] = Field(default_factory=dict, description="Age, city, job … as you like.")
    goals: Notes = Field((), description="What they want to reach.")
    needs: Notes = Field((), description="What they need for it.")
    jobs: Annotated[tuple[Job, ...], Named("want", named=None)] = Field((), description="Jobs to be done: {when, want, so_that}.")
    frustrations: Notes = Field((), description="What gets in their way.")
    behaviours: Notes = Field((), description="What they usually do.")
    interests: Notes = Field((), description="What they care about.")
    channels: Refs = Field((), description="Channels they use, by id.")
    traits: Annotated[tuple[Trait, ...], Named("")] = Field((), description="Traits on a scale: {title, score}.")
    empathy: Empathy | None = Field(None, description="The empathy map: says, thinks, does, feels, sees, hears, pains, gains.")
    evidence: EvidenceUses = Field((), description="What the persona leans on.")
    confidence: Confidence | None = Field(None, description="How sure we are; default: from the evidence.")
    audience: Audience = Field("public", description="`internal` personas are left out of a public build.")
    was: Refs = Field((), description="Earlier ids.")
    tags: dict[str, str | int | float | bool] = Field(default_factory=dict, description="Keys and values to filter by.")
    notes: LongText | None = Field(None, description="Anything else worth knowing.")
