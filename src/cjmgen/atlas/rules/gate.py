"""gate: the evidence that `evidence:` in cjmgen.yml asks for behind pains of a severity: enough people, and not too long ago."""

from collections.abc import Sequence

from cjmgen.atlas.cards.score import days_of, has_age
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.model.claim import EvidenceUse, Pain
from cjmgen.model.journey import Journey
from cjmgen.model.settings import Gate

SAY = "say with `n` how many said so: `evidence: [{id: …, n: 11}]`; or ask again"
DATE = "give evidence its `date`, or ask again"


def evidence_gate(journey: Journey, scene: Scene) -> Findings:
    """Pains of live journeys and of those in review that lean on fewer people, or older evidence, than the project asks for."""
    gates = scene.settings.evidence
    if gates is None or journey.status not in ("live", "review"):
        return
    wanted = {"critical": gates.critical, "high": gates.high, "medium": gates.medium, "low": gates.low}
    for at, stage in enumerate(journey.stages):
        for n, pain in enumerate(stage.pains):
            gate = wanted.get(pain.severity or "")
            if gate:
                uses, left = _weighed(pain, gate, scene)
                if message := _short(pain, gate, uses):
                    message += ": " + ", ".join(left) if left else ""
                    yield Finding("evidence-below-gate", message, ("stages", at, "pains", n), DATE if left else SAY, data=(pain.key,))


def _short(pain: Pain, gate: Gate, uses: Sequence[EvidenceUse]) -> str:
    """What a pain lacks by the evidence that counts, "" where it has all that is asked for."""
    people = sum(use.n or 0 for use in uses)
    within = f" within {gate.max_age}" if gate.max_age else ""
    if gate.n is None:
        return "" if uses or not gate.max_age else f"no evidence{within} is behind this {pain.severity} pain"
    if people >= gate.n:
        return ""
    said = "1 person is" if people == 1 else f"{people} people are"
    return f"{said} behind this {pain.severity} pain{within}, the project asks for {gate.n}"


def _weighed(pain: Pain, gate: Gate, scene: Scene) -> tuple[list[EvidenceUse], list[str]]:
    """The evidence of a pain that is young enough to count; and why the rest does not, each piece once."""
    days, counted, left = days_of(gate.max_age), list[EvidenceUse](), dict[str, None]()
    for use in pain.evidence:
        known = scene.evidence.get(use.id)
        if known is None:
            continue
        if days is None or (known.date is not None and not has_age(known.date, days, scene.today)):
            counted.append(use)
        else:
            left[f"'{use.id}' has no date" if known.date is None else f"'{use.id}' is older"] = None
    return counted, list(left)
