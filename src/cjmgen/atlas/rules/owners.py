"""owners: somebody answers for every opportunity, and a handoff has two ends."""

from cjmgen.atlas.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey


def opportunities(journey: Journey, scene: Scene) -> Findings:
    """Neither the opportunity nor its stage nor the journey has an owner."""
    if journey.owner:
        return
    for at, stage in enumerate(journey.stages):
        for n, opportunity in enumerate(stage.opportunities if not stage.owner else ()):
            if not opportunity.owner and opportunity.status not in ("done", "dropped"):
                message = f"nobody answers for the opportunity '{choose(opportunity.title, scene.language)}'"
                yield Finding(
                    "opportunity-without-owner",
                    message,
                    ("stages", at, "opportunities", n),
                    "add `owner: …`, a team",
                    data=(opportunity.key,),
                )


def handoffs(journey: Journey, scene: Scene) -> Findings:
    """A handoff from a team to itself."""
    for at, handoff in enumerate(journey.handoffs):
        if handoff.from_ == handoff.to:
            message = f"'{handoff.to}' hands over to itself"
            yield Finding("handoff-to-same-team", message, ("handoffs", at, "to"), "name the team that receives", data=(handoff.to,))
