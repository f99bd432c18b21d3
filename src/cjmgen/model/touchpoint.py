"""touchpoint: where customer and company meet, what lies behind it, and where it leads."""

from typing import Annotated, Any, Literal

from pydantic import Field

from cjmgen.model.claim import EvidenceUses
from cjmgen.model.feeling import WrittenEmotion
from cjmgen.model.field import TEXT_SCHEMA, Link, LongText, Ref, Text
from cjmgen.model.item import Entity, Named, Note, Notes, Short, Titled, is_text_by_language
from cjmgen.model.quantity import LARGEST, Share, scale

Moment = Literal["truth", "decision", "turn", "barrier"]


SPENT_SCHEMA = {"type": "number", "minimum": 0, "maximum": LARGEST}


class Activity(Note):
    """Something that is done on stage or behind it."""

    system: Text | None = Field(None, description="The system it is done with.")
    wait: Text | None = Field(None, description="How long it waits before it begins.")


Activities = Annotated[tuple[Activity, ...], Named()]


class Image(Entity):
    """A picture beside the map."""

    file: str = Field(description="The file, inside maps/, relative to this one: png, jpg, webp or gif, 2 MB at most.")
    alt: Text | None = Field(None, description="What it shows, for those who don't see it.")


WrittenImage = Annotated[Image, Short("file")]


class Next(Entity):
    """A way on from a touchpoint."""

    to: Ref = Field(description="A touchpoint of this stage, else a stage or stage/touchpoint; `leave` ends the journey.")
    share: Share | None = Field(None, description="How many go this way.")
    when: Text | None = Field(None, description="On what condition.")


class BlueprintLanes(Entity):
    """The five lanes of a service blueprint, on a touchpoint or on its stage."""

    physical_evidence: Notes = Field((), description="What the customer sees and touches.")
    frontstage: Activities = Field((), description="What staff or a screen does in the customer's sight.")
    backstage: Activities = Field((), description="What is done out of sight for this contact.")
    support: Activities = Field((), description="What other teams, partners and systems contribute.")
    policies: Notes = Field((), description="The rules that bind it.")


class Cost(Entity):
    """What a touchpoint costs."""

    spent: scale(0, LARGEST, "an amount") | None = Field(  # type: ignore[valid-type]
        None, description="What we spend on it in the journey's period, all in all."
    )
    metric: Ref | None = Field(None, description="The metric of type cost that measures what is spent, in place of `spent`.")
    currency: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 4217 code; default: the project's.")
    note: Text | None = Field(None, description="What it costs in words, and to whom.")


class _ShortCost(Short):
    """Words are a note; a bare number is what is spent."""

    def _read(self, value: Any) -> Any:
        words = isinstance(value, str) or (isinstance(value, dict) and value and is_text_by_language(value))
        return {"note": value} if words else super()._read(value)


WrittenCost = Annotated[Cost, _ShortCost("spent", {"anyOf": [SPENT_SCHEMA, TEXT_SCHEMA]}, (int, float))]


class Touchpoint(Titled, BlueprintLanes):
    """A contact between customer and company."""

    channel: Ref | None = Field(None, description="A built-in or declared channel.")
    owner: Ref | None = Field(None, description="The team that answers for it, by its id.")
    emotion: WrittenEmotion | None = Field(None, description="How it feels, -2 … +2; or {mean, n, sd}; or by persona or actor.")
    emotion_evidence: EvidenceUses = Field((), description="What the emotion leans on.")
    moment: Moment | None = Field(None, description="Why it matters more than others: a moment of truth, a decision, a turn or a barrier.")
    why: Text | None = Field(None, description="Why this moment matters.")
    description: LongText | None = Field(None, description="What happens here.")
    duration: Text | None = Field(None, description="How long it takes, as in `9 min`.")
    wait: Text | None = Field(None, description="How long the customer waits before it begins.")
    cost: WrittenCost | None = Field(None, description="What it costs: words, a number that is spent, or {spent, currency, note}.")
    automated: bool = Field(False, description="No person of ours takes part.")
    image: WrittenImage | None = Field(None, description="A picture of it.")
    link: Link | None = Field(None, description="Where it can be seen.")
    journey: Ref | None = Field(None, description="A journey that tells this touchpoint in detail.")
    next: Annotated[tuple[Next, ...], Named("to", named=None)] = Field((), description="Where people go from here.")


Touchpoints = Annotated[tuple[Touchpoint, ...], Named()]
