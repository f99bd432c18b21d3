"""rules: what a good map says; one file a family, all of them listed here."""

from collections.abc import Callable

from cjmgen.atlas.mistakes.finding import Findings
from cjmgen.atlas.rules import claims, costs, durations, experiments, funnel, gate, ids, lanes, owners, review, stages
from cjmgen.atlas.scene import Scene
from cjmgen.model.journey import Journey

Rule = Callable[[Journey, Scene], Findings]

SHAPE: tuple[Rule, ...] = (ids.duplicate_ids,)
"""Rules that hold for every journey that can be read."""

RULES: tuple[Rule, ...] = (
    stages.journey_without_persona,
    stages.stages_worth_telling,
    stages.same_names,
    claims.severe_pains,
    claims.without_evidence,
    claims.gates,
    gate.evidence_gate,
    stages.moments,
    owners.opportunities,
    owners.handoffs,
    funnel.entries_that_grow,
    funnel.different_units,
    funnel.counted_by,
    funnel.unclear_shares,
    costs.measured_costs,
    review.overdue,
    lanes.undeclared,
    durations.unread,
    experiments.sound,
    experiments.decisions,
)
"""Rules for journeys without mistakes: with some, what looks missing may only be misspelt."""
