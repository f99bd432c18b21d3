"""journey: what one kind of customer goes through, stage by stage."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from cjmgen.model.claim import EvidenceUses, Gains, Pains, Quotes
from cjmgen.model.feeling import WrittenEmotion
from cjmgen.model.field import Audience, Id, LongText, Ref, Refs, Text, wrong
from cjmgen.model.item import Entity, Item, Named, Notes, Short, Titled
from cjmgen.model.metric import StageMetrics
from cjmgen.model.opportunity import Opportunities
from cjmgen.model.quantity import Count, Date, Period, Share
from cjmgen.model.touchpoint import BlueprintLanes, Touchpoints, WrittenImage

State = Literal["current", "future", "competitor"]
Status = Literal["draft", "review", "live", "retired"]


class Actor(Titled):
    """Somebody else who takes part: a companion, staff, a partner, a system."""

    kind: Literal["companion", "staff", "partner", "system"] | None = Field(None, description="companion, staff, partner or system.")
    team: Ref | None = Field(None, description="The team the actor belongs to, by its id.")
    description: Text | None = Field(None, description="Who this is.")


Actors = Annotated[tuple[Actor, ...], Named()]


class Entry(Entity):
    """How many people reach a stage in the journey's period."""

    people: Count | None = Field(None, description="People who reach the stage.")
    metric: Ref | None = Field(None, description="The metric that counts them, by its id.")
    of: Text | None = Field(None, description="What is counted: visitors, orders, clients.")
    target: Share | None = Field(None, description="Share of the stage before that should come here.")
    evidence: EvidenceUses = Field((), description="What the count leans on.")


class _ShortEntry(Short):
    """A bare number counts people; a bare word names a metric."""

    def _read(self, value: Any) -> Any:
        return {"metric": value} if isinstance(value, str) else super()._read(value)


WrittenEntry = Annotated[
    Entry, _ShortEntry("people", {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 10**12}, {"type": "string"}]}, (int, float))
]


class Personalization(Item):
    """What is done differently for one persona."""

    id: Id | None = Field(None, description="Name for links and comparisons; default: made from the text.")
    persona: Ref | None = Field(None, description="The persona it is for, by its id.")
    text: Text = Field(description="What is done for them.")


class Stage(Titled, BlueprintLanes):
    """A part of the journey with a purpose of its own."""

    goal: Text | None = Field(None, description="What the customer wants to reach here.")
    description: LongText | None = Field(None, description="What happens in this stage.")
    phase: Ref | None = Field(None, description="Its place in the project's stage set; default: the same id, else the same title.")
    outcome: bool = Field(False, description="This stage is the conversion; default: the stage `purchase`, else the last with an entry.")
    owner: Ref | None = Field(None, description="The team that answers for it; default: the owner of most touchpoints, else the journey's.")
    duration: Text | None = Field(None, description="How long it takes, as in `1–3 days`.")
    wait: Text | None = Field(None, description="How long the customer waits before it begins.")
    optional: bool = Field(False, description="Not everyone comes here.")
    entry: WrittenEntry | None = Field(
        None, description="People who reach the stage: a number, a metric's id, or {people, of, target, evidence}."
    )
    emotion: WrittenEmotion | None = Field(None, description="How it feels; only when no touchpoint has an emotion.")
    emotion_evidence: EvidenceUses = Field((), description="What the emotion leans on.")
    actions: Notes = Field((), description="What the customer does.")
    thoughts: Notes = Field((), description="What the customer thinks.")
    questions: Notes = Field((), description="What the customer asks.")
    feelings: Notes = Field((), description="Words for how it feels; the emotion is the number.")
    touchpoints: Touchpoints = Field((), description="Where customer and company meet, in order.")
    pains: Pains = Field((), description="What hinders or hurts.")
    gains: Gains = Field((), description="What works and should be kept.")
    quotes: Quotes = Field((), description="The customer's own words.")
    opportunities: Opportunities = Field((), description="What we could do.")
    metrics: StageMetrics = Field((), description="Figures: ids of metrics, or metrics written here.")
    image: WrittenImage | None = Field(None, description="A picture of the stage.")
    personalization: Annotated[tuple[Personalization, ...], Named("text", named="text")] = Field(
        (), description="What is done differently for a persona."
    )
    lanes: dict[str, Notes] = Field(default_factory=dict, description="Free lanes by id, declared in cjmgen.yml.")
    notes: LongText | None = Field(None, description="Anything else worth knowing.")


Stages = Annotated[tuple[Stage, ...], Named()]


class Handoff(Item):
    """What one team hands to the next, and how well that works."""

    from_: Ref = Field(alias="from", description="The team or partner actor that hands over.")
    to: Ref = Field(description="The team or partner actor that receives.")
    at: Ref | None = Field(None, description="The stage that receives, by its id.")
    what: Text | None = Field(None, description="What is handed over.")
    works: Literal["yes", "partly", "no"] | None = Field(None, description="How well it works.")
    how: Text | None = Field(None, description="How it is done.")
    evidence: EvidenceUses = Field((), description="How we know.")


class Value(Entity):
    """What one conversion is worth."""

    per_conversion: float = Field(description="Worth of one conversion, in the currency.")
    currency: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 4217 code; default: the project's.")
    period: Literal["day", "week", "month", "quarter", "year"] | None = Field(None, description="The period the journey's counts cover.")


MOST_TAGS = 50
"""Every tag is a page with a card of every journey that has it: more of them would be a site of their own."""


def _few(tags: dict[str, str | int | float | bool]) -> dict[str, str | int | float | bool]:
    if len(tags) > MOST_TAGS:
        raise wrong(f"at most {MOST_TAGS} tags", len(tags), "keep those that somebody filters by")
    return tags


Tags = Annotated[dict[str, str | int | float | bool], AfterValidator(_few)]


class Journey(Entity):
    """A customer journey map."""

    title: Text = Field(description="What the journey is called, from the customer's side.")
    summary: LongText | None = Field(None, description="The story in a sentence or two.")
    personas: Refs = Field((), description="Who goes this way, by id.")
    state: State = Field("current", description="current: as it is; future: as it should be; competitor: elsewhere.")
    extends: Ref | None = Field(None, description="The journey this one is a patch over.")
    status: Status = Field("live", description="draft, review, live or retired; only review and live count in averages.")
    audience: Audience = Field("public", description="`internal` journeys are left out of a public build.")
    was: Refs = Field((), description="Earlier addresses of this journey.")
    period: Period | None = Field(None, description="The period of the people counted below, as in 2026-10.")
    scenario: LongText | None = Field(None, description="The situation the journey is told in.")
    expectations: Notes = Field((), description="What the customer expects.")
    trigger: Text | None = Field(None, description="What sets it off.")
    end: Text | None = Field(None, description="How it ends.")
    owner: Ref | None = Field(None, description="The team that answers for it, by its id.")
    actors: Actors = Field((), description="Others who take part.")
    reviewed: Date | None = Field(None, description="When somebody last checked it; stale after `review_every`.")
    funnel: Ref | None = Field(None, description="The metric of type `funnel` that counts the people of every stage, by its id.")
    parent: Ref | None = Field(None, description="A journey, or journey#stage, that this one tells in detail.")
    tags: Tags = Field(default_factory=dict, description="Keys and values to filter by, as in {product: shoes}; at most 50.")
    value: Value | None = Field(None, description="What one conversion is worth.")
    target: Share | None = Field(None, description="Share of the first stage that should reach the outcome.")
    evidence: EvidenceUses = Field((), description="What the map as a whole leans on.")
    notes: LongText | None = Field(None, description="Anything else worth knowing.")
    stages: Stages = Field(description="The stages, in order.")
    lanes: dict[str, Text] = Field(default_factory=dict, description="Titles of free lanes that cjmgen.yml doesn't declare, by id.")
    handoffs: Annotated[tuple[Handoff, ...], Named("", named=None)] = Field((), description="What teams hand to one another.")
