"""opportunity: what could be done, what it would bring, how far it is, and the experiments that try it."""

from typing import Annotated, Literal

from pydantic import Field

from cjmgen.model.claim import EvidenceUses
from cjmgen.model.field import Link, Ref, Refs, Text
from cjmgen.model.item import Entity, Named, Titled
from cjmgen.model.quantity import Count, Date, Five, Measure, Share, Ten, scale

Status = Literal["idea", "planned", "in-progress", "done", "dropped"]


class Rice(Entity):
    """Scores by the RICE method: reach x impact x confidence / effort."""

    reach: scale(0, 1e12, "reach") = Field(description="People reached in a period.")  # type: ignore[valid-type]
    impact: scale(0, 3, "RICE impact") = Field(description="0.25 minimal, 0.5 low, 1 medium, 2 high, 3 massive.")  # type: ignore[valid-type]
    confidence: Share = Field(description="How sure: 100%, 80%, 50%.")
    effort: scale(0.01, 1e6, "effort") = Field(description="Person-months.")  # type: ignore[valid-type]


class Expectation(Entity):
    """What an opportunity should change."""

    metric: Ref = Field(description="The metric's id.")
    change: Measure = Field(description="By how much, as a difference: -0.10 or -10%.")


class Variant(Entity):
    """One arm of an experiment, with counts or with a mean and its spread."""

    id: Ref = Field(description="Name of the arm, as in `control`.")
    title: Text | None = Field(None, description="What it shows.")
    n: Count | None = Field(None, description="People who saw it.")
    conversions: Count | None = Field(None, description="People who did what was hoped for.")
    mean: float | None = Field(None, description="Mean of the metric.")
    sd: scale(0, 1e12, "a standard deviation") | None = Field(None, description="Standard deviation of the metric.")  # type: ignore[valid-type]


class Plan(Entity):
    """What was fixed before the experiment started."""

    n: Count | None = Field(None, description="People needed in all arms together.")
    effect: Measure | None = Field(None, description="Smallest effect worth finding.")
    power: Share | None = Field(None, description="Chance to find it, as in 0.8.")


class Experiment(Titled):
    """A trial of an opportunity."""

    metric: Ref | None = Field(None, description="The metric that decides, by its id.")
    hypothesis: Text | None = Field(None, description="What we believe and why.")
    started: Date | None = Field(None, description="First day.")
    ended: Date | None = Field(None, description="Last day.")
    split: Annotated[tuple[float, ...], Named("", named=None)] = Field((), description="Shares of traffic by variant, as in [50, 50].")
    variants: Annotated[tuple[Variant, ...], Named("id", named=None)] = Field((), description="The arms with what was measured.")
    planned: Plan | None = Field(None, description="Sample, effect and power fixed beforehand.")
    looks: Count | None = Field(None, description="How often the result was looked at before the end; intervals grow with it.")
    decision: Literal["ship", "stop", "continue"] | None = Field(None, description="What was decided.")
    link: Link | None = Field(None, description="Where to read on.")


class Opportunity(Titled):
    """Something we could do for the customer."""

    description: Text | None = Field(None, description="More about it, shown on demand.")
    pains: Refs = Field((), description="The pains it would ease: ids of this stage, or stage/pain.")
    touchpoint: Ref | None = Field(None, description="The touchpoint it would change.")
    evidence: EvidenceUses = Field((), description="What it leans on.")
    impact: Five | None = Field(None, description="What it would bring, 1 … 5.")
    effort: Five | None = Field(None, description="What it would cost, 1 … 5.")
    rice: Rice | None = Field(None, description="Scores by the RICE method, beside impact and effort.")
    importance: Ten | None = Field(None, description="How important the outcome is to customers, 0 … 10.")
    satisfaction: Ten | None = Field(None, description="How satisfied they are today, 0 … 10.")
    status: Status = Field("idea", description="How far it is.")
    owner: Ref | None = Field(None, description="The team that decides, by its id.")
    link: Link | None = Field(None, description="The ticket or document.")
    due: Date | None = Field(None, description="When it should be there.")
    expects: Expectation | None = Field(None, description="The metric it should move, and by how much.")
    experiments: Annotated[tuple[Experiment, ...], Named()] = Field((), description="Trials of it.")


Opportunities = Annotated[tuple[Opportunity, ...], Named()]
