"""owners: somebody answers for every opportunity, and a handoff has two ends."""

from collections.abc import Iterator

from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey
from cjmgen.model.opportunity import Opportunity
from cjmgen.problem import KeyPath


def opportunities(journey: Journey, scene: Scene) -> Findings:
    """Neither an opportunity nor its stage nor the journey has an owner; one note a journey."""
    every = list(_open_opportunities(journey))
    bare = [(path, opportunity) for path, opportunity, owner in every if not owner]
    if not bare:
        return
    path, first = bare[0]
    message = f"nobody answers for the opportunity '{choose(first.title, scene.language)}'"
    if len(bare) > 1:
        message = f"nobody answers for {len(bare)} of {len(every)} opportunities; this is the first"
    yield Finding("opportunity-without-owner", message, path, ", a team", data=(first.key,), adds="owner: …")


def _open_opportunities(journey: Journey) -> Iterator[tuple[KeyPath, Opportunity, str | None]]:
    """What is still to be done, each with who answers for it."""
    for at, stage in enumerate(journey.stages):
        for n, opportunity in enumerate(stage.opportunities):
            if opportunity.status not in ("done", "dropped"):
                yield ("stages", at, "opportunities", n), opportunity, opportunity.owner or stage.owner or journey.owner


def handoffs(journey: Journey, scene: Scene) -> Findings:
    """A handoff from a team to itself."""
    for at, handoff in enumerate(journey.handoffs):
        if handoff.from_ == handoff.to:
            message = f"'{handoff.to}' hands over to itself"
            yield Finding("handoff-to-same-team", message, ("handoffs", at, "to"), "name the team that receives", data=(handoff.to,))
