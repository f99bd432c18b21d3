"""metric: a measured figure, written into a stage or kept in a file of its own with its source."""

from typing import Annotated, Literal

from pydantic import Field

from cjmgen.model.events import Events
from cjmgen.model.field import LongText, Ref, Text
from cjmgen.model.item import Entity, Item, Named
from cjmgen.model.quantity import AnswerScale, Count, Date, Measure, Measures, Period

MetricType = Literal[
    "funnel", "conversion", "drop-off", "reach", "clicks", "time", "nps", "csat", "ces", "churn", "repeat", "revenue", "cost", "custom"
]


class Source(Entity):
    """Where a metric's numbers come from."""

    file: str | None = Field(None, description="The export beside the metric, CSV, TSV or JSON, or a pattern such as `nps-*.csv`.")
    profile: str | None = Field(None, description="Which product exported it.")
    date: str | None = Field(None, description="The column that holds the date, or the day of the export.")
    period: str | None = Field(None, description="The column that holds the period, or the period itself.")
    value: str | None = Field(None, description="The column that holds the value.")
    people: str | None = Field(None, description="The column that says of how many a share or a mean is.")
    stage: str | None = Field(None, description="The column that holds the stage.")
    stages: dict[str, str] = Field({}, description="Their names of stages, each with ours.")
    segment: str | None = Field(None, description="The column that holds the segment.")
    reached: str | None = Field(None, description="Of deals, the column that says in which stage a lost one stood before.")
    scale: AnswerScale | None = Field(None, description="Of answers, the lowest and the highest that can be given, as in `1-5`.")
    where: dict[str, str | int | float] = Field({}, description="Only rows with these values.")
    skip: int | None = Field(None, description="Rows before the header.")
    events: Events | None = Field(None, description="The table of events that `cjmgen pull` counts the file from.")


class Metric(Item):
    """A figure that says how well something works."""

    title: Text | None = Field(None, description="What it is called.")
    type: MetricType | None = Field(None, description="The kind of figure; a `funnel` counts the people of every stage.")
    description: Text | None = Field(None, description="What exactly is counted.")
    method: str | None = Field(None, description="How it is computed, as in `top2box` for CSAT.")
    unit: Text | None = Field(None, description="The unit; with `%` a bare number is percent.")
    value: Measure | None = Field(None, description="The latest value: 4.4, 58% or 3:40.")
    series: Measures = Field((), description="Earlier values up to the latest, oldest first.")
    target: Measure | None = Field(None, description="The goal.")
    due: Date | None = Field(None, description="The day by which the goal is to be reached.")
    baseline: Measure | None = Field(None, description="Where it started.")
    people: dict[str, Count] = Field({}, description="Of a funnel, the people who reach each stage, by its id.")
    better: Literal["higher", "lower"] | None = Field(None, description="Which direction is good; default: by the type, else higher.")
    period: Period | None = Field(None, description="The period of the latest value.")
    owner: Ref | None = Field(None, description="The team that answers for it, by its id.")
    notes: LongText | None = Field(None, description="Anything else worth knowing.")
    updated: Date | None = Field(None, description="When the latest value was read.")
    source: Source | None = Field(None, description="Where the numbers come from; they stand in place of what is typed here.")

    @property
    def key(self) -> str:
        """The id, always there once the metric was read."""
        return self.id or ""


class StageMetric(Metric):
    """A metric on a stage: written here, or a reference to one that has its own file."""

    metric: Ref | None = Field(None, description="The id of a metric in maps/metrics; then nothing else is needed.")


StageMetrics = Annotated[tuple[StageMetric, ...], Named("metric")]

MONEY = ("revenue", "cost")
"""Types of metrics that are in the project's currency unless they name a unit."""

LOWER_IS_BETTER = frozenset({"drop-off", "time", "ces", "churn", "cost"})


def is_lower_better(metric: Metric) -> bool:
    """Whether a smaller value is the better one."""
    return metric.better == "lower" if metric.better else metric.type in LOWER_IS_BETTER
