"""experiment: a trial of an opportunity as other pages see it, how far it is, and what its figures say."""

import datetime
import math
from collections.abc import Mapping

from cjmgen.model.amount import read_amount
from cjmgen.model.metric import Metric, is_lower_better
from cjmgen.model.opportunity import Experiment, Variant
from cjmgen.numbers.experiment.trial import Plan, Trial, Verdict, trial
from cjmgen.numbers.experiment.uplift import Seen
from cjmgen.numbers.mean import Sample
from cjmgen.numbers.share import Count
from cjmgen.value import dataclass

Text = str | Mapping[str, str]

AGAINST = frozenset({Verdict.WORSE, Verdict.NO_GAIN, Verdict.UNBALANCED})
"""Verdicts that speak against taking a variant over, or say that its figures mean nothing."""

_LARGEST = 1e15


@dataclass(frozen=True, slots=True)
class VariantCard:
    """An arm: so many people, and conversions or a mean with its deviation, as far as anybody noted them."""

    id: str
    title: Text | None
    n: int | None
    conversions: int | None
    mean: float | None
    sd: float | None


@dataclass(frozen=True, slots=True)
class ExperimentCard:
    """A trial as it was written. `n`, `effect` and `power` were planned; `looks` are those before the end."""

    id: str
    title: Text
    metric: str | None
    hypothesis: Text | None
    started: datetime.date | None
    ended: datetime.date | None
    split: tuple[float, ...]
    variants: tuple[VariantCard, ...]
    n: int | None
    effect: float | str | None
    power: float | None
    looks: int | None
    decision: str | None
    link: str
    internal: bool = False


def experiment_card(written: Experiment) -> ExperimentCard:
    """What other pages may see of a trial."""
    planned = written.planned
    return ExperimentCard(
        written.key, written.title, written.metric, written.hypothesis, written.started, written.ended, written.split,
        tuple(map(_variant_card, written.variants)), planned.n if planned else None, planned.effect if planned else None,
        planned.power if planned else None, written.looks, written.decision, written.link or "", written.audience == "internal",
    )  # fmt: skip


def _variant_card(written: Variant) -> VariantCard:
    return VariantCard(written.id, written.title, written.n, written.conversions, written.mean, written.sd)


def phase(card: ExperimentCard, today: datetime.date) -> str:
    """How far a trial is: planned, running or ended. One that was decided without a last day has ended."""
    if card.ended and today > card.ended:
        return "ended"
    if card.started and not today >= card.started:
        return "planned"
    if card.decision in ("ship", "stop"):
        return "ended"
    return "running" if card.started or any(each.n for each in card.variants) else "planned"


def seen(variant: VariantCard) -> Seen | None:
    """What was seen of an arm; None where figures are missing or can't be."""
    if variant.n is None:
        return None
    if variant.conversions is not None:
        return Count(variant.conversions, variant.n) if variant.conversions <= variant.n else None
    if variant.mean is None or variant.sd is None or not abs(variant.mean) <= _LARGEST:
        return None
    return Sample(variant.mean, variant.sd, variant.n)


def tried(card: ExperimentCard, metric: Metric | None) -> Trial | None:
    """What its figures say. None as long as one of the arms has none that can be compared with those of the others.

    Conversions are what was hoped for, so more of them are better whatever the metric is. Who looked before the end looked once more
    at the end.
    """
    arms = [found for each in card.variants if (found := seen(each))]
    if len(arms) < 2 or len(arms) < len(card.variants) or len({type(each) for each in arms}) > 1:
        return None
    is_share = isinstance(arms[0], Count)
    power = card.power if card.power is not None and 0 < card.power < 1 else 0.8
    plan = Plan(card.n, effect(card, arms[0]), power, _split(card))
    return trial(arms, plan, (card.looks or 0) + 1, not is_share and metric is not None and is_lower_better(metric))


def effect(card: ExperimentCard, control: Seen) -> float | None:
    """The least effect worth seeing, in the figure's unit: of a mean a share of the control's; None where it can't be meant."""
    read = read_amount(card.effect) if card.effect is not None else None
    if read is None:
        return None
    if isinstance(control, Count):
        return read.value if read.kind != "time" and abs(read.value) <= 1 else None
    return read.value * abs(control.mean) if read.kind == "share" else read.value


def _split(card: ExperimentCard) -> tuple[float, ...]:
    """The stated split; none where it can't be that of these arms."""
    sound = all(math.isfinite(part) and part > 0 for part in card.split)
    return card.split if sound and len(card.split) == len(card.variants) else ()


def against(card: ExperimentCard, metric: Metric | None) -> Verdict | None:
    """The verdict that a variant was taken over in spite of; None where none speaks against it."""
    found = tried(card, metric) if card.decision == "ship" else None
    return found.verdict if found and found.verdict in AGAINST else None
