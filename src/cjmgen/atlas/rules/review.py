"""review: journeys somebody still looks at, and evidence that still holds."""

from cjmgen.atlas.cards.score import freshness, review_step
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.evidence import Evidence
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey


def overdue(journey: Journey, scene: Scene) -> Findings:
    """The last review is longer ago than `review_every` allows."""
    if journey.status == "retired" or review_step(journey.reviewed, scene.settings.review_every, scene.today) != "expired":
        return
    every = choose(scene.settings.review_every, scene.language)
    message = f"last reviewed on {journey.reviewed}; reviews are due every {every}"
    yield Finding("review-overdue", message, ("reviewed",), "read it again, mend it, and write the day here", data=(str(journey.reviewed),))


def expired(evidence: Evidence, scene: Scene) -> Findings:
    """Evidence past its `valid_for`."""
    if freshness(evidence, scene.today) == "expired":
        message = f"evidence of {evidence.date} that was valid for {choose(evidence.valid_for, scene.language)} has expired"
        hint = "ask again, or say why it still holds with a longer `valid_for`"
        yield Finding("evidence-expired", message, ("valid_for",), hint, data=(str(evidence.date),))
