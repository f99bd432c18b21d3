"""claims: severe pains that somebody works on, and evidence behind what is said."""

from collections.abc import Iterator

from cjmgen.atlas.cards.backed import coverage
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.claim import Claim, Pain, Quote
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey
from cjmgen.problem import KeyPath

SEVERE = ("high", "critical")


def severe_pains(journey: Journey, scene: Scene) -> Findings:
    """A high or critical pain that no opportunity of the journey eases."""
    eased = set()
    for stage in journey.stages:
        for opportunity in stage.opportunities:
            eased |= {pain if "/" in pain else f"{stage.key}/{pain}" for pain in opportunity.pains}
            eased |= set(opportunity.pains)
    for at, stage in enumerate(journey.stages):
        here = {pain.key for pain in stage.pains}
        for n, pain in enumerate(stage.pains):
            if pain.severity not in SEVERE or f"{stage.key}/{pain.key}" in eased:
                continue
            if pain.key in eased and not _elsewhere(journey, at, pain.key):
                continue
            message = f"no opportunity eases the {pain.severity} pain '{choose(pain.title, scene.language)}'"
            near = f"add an opportunity with `pains: [{pain.key}]`" if here else ""
            yield Finding("severe-pain-without-opportunity", message, ("stages", at, "pains", n), near, data=(f"{stage.key}/{pain.key}",))


def _elsewhere(journey: Journey, at: int, id: str) -> bool:
    """Whether a pain of this id stands in another stage too, which a bare id would mean there."""
    return any(pain.key == id for n, stage in enumerate(journey.stages) if n != at for pain in stage.pains)


def _placed(journey: Journey) -> Iterator[tuple[KeyPath, Claim | Quote]]:
    for at, stage in enumerate(journey.stages):
        for name in ("pains", "gains", "quotes"):
            for n, claim in enumerate(stage.__dict__[name]):
                yield ("stages", at, name, n), claim


def without_evidence(journey: Journey, scene: Scene) -> Findings:
    """Claims that lean on nothing: severe pains each, the others in one note a journey."""
    every = list(_placed(journey))
    bare = [(path, claim) for path, claim in every if not claim.evidence and not claim.confidence]
    hint, adds = ", or say with `confidence` how sure you are", "evidence: [an-id]"
    others = []
    for path, claim in bare:
        if isinstance(claim, Pain) and claim.severity in SEVERE:
            message = f"the {claim.severity} pain '{choose(claim.title, scene.language)}' leans on no evidence"
            yield Finding("claim-without-evidence", message, path, hint, data=(claim.key,), adds=adds)
        else:
            others.append((path, claim))
    if others:
        path, claim = others[0]
        kind = type(claim).__name__.lower()
        what = (
            f"this {kind} leans on no evidence"
            if len(others) == 1
            else f"{len(others)} of {len(every)} claims lean on no evidence; this is the first"
        )
        yield Finding("claim-without-evidence", what, path, hint, data=(str(len(others)),), adds=adds)


def gates(journey: Journey, scene: Scene) -> Findings:
    """Less evidence than `evidence:` in cjmgen.yml asks for."""
    gate = scene.settings.evidence
    if gate is None or journey.status not in ("live", "review"):
        return
    for path, claim in _placed(journey) if gate.severe else ():
        people = sum(use.n or 0 for use in claim.evidence)
        if isinstance(claim, Pain) and claim.severity in SEVERE and claim.evidence and people < (gate.severe or 0):
            message = f"{people} people are behind this {claim.severity} pain, the project asks for {gate.severe}"
            yield Finding(
                "claim-without-evidence",
                message,
                path,
                "say with `n` how many said so: `evidence: [{id: …, n: 11}]`",
                data=(claim.key, "n"),
            )
    share = coverage(journey, scene.evidence, scene.today).share
    if gate.coverage is not None and share is not None and share < gate.coverage:
        message = f"{share:.0%} of the claims are validated, the project asks for {gate.coverage:.0%}"
        yield Finding("claim-without-evidence", message, (), "link evidence to pains, gains and quotes", data=("coverage",))
