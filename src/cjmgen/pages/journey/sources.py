"""sources: the evidence list below a map, and the glyphs its legend explains."""

import datetime
from collections.abc import Iterator

from cjmgen.atlas.cards.score import freshness
from cjmgen.model.claim import EvidenceUse
from cjmgen.model.journey import Journey, Stage
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.parts.proofs import evidence_link
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Research:
    """A line of the evidence list. `freshness` is fresh, due or expired."""

    id: str
    spot: str
    anchor: Anchor
    kind: str
    n: int | None
    population: Said
    date: datetime.date | None
    freshness: str
    source: Said
    link: str


def research(scene: Scene) -> tuple[Research, ...]:
    """Everything the journey leans on, in the order it is first used."""
    atlas = scene.edition.atlas
    used = dict.fromkeys(use.id for use in _uses(scene.journey) if use.id in atlas.evidence)
    return tuple(_research(scene, id) for id in used)


def _research(scene: Scene, id: str) -> Research:
    evidence, today = scene.edition.atlas.evidence[id], scene.edition.atlas.today
    return Research(
        id, f"e-{id}", evidence_link(scene.edition, scene.path, id), evidence.kind or "", evidence.n, scene.say(evidence.population),
        evidence.date, freshness(evidence, today), scene.say(evidence.source), evidence.link or "",
    )  # fmt: skip


def _uses(journey: Journey) -> Iterator[EvidenceUse]:
    for stage in journey.stages:
        yield from _stage_uses(stage)
    for handoff in journey.handoffs:
        yield from handoff.evidence
    yield from journey.evidence


def _stage_uses(stage: Stage) -> Iterator[EvidenceUse]:
    if stage.entry:
        yield from stage.entry.evidence
    yield from stage.emotion_evidence
    for touchpoint in stage.touchpoints:
        yield from touchpoint.emotion_evidence
    for claim in (*stage.pains, *stage.gains):
        yield from claim.evidence
    for quote in stage.quotes:
        yield from quote.evidence
    for opportunity in stage.opportunities:
        yield from opportunity.evidence
