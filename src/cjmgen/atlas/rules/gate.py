"""gate: the evidence that `evidence:` in cjmgen.yml asks for behind pains of a severity: enough people, and not too long ago."""

from collections.abc import Iterator

from cjmgen.atlas.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.atlas.score import days_of, has_age
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
            if gate and (message := _short(pain, gate, scene)):
                left = list(_left(pain, gate, scene))
                message += ": " + ", ".join(left) if left else ""
                hint = DATE if left else SAY
                yield Finding("evidence-below-gate", message, ("stages", at, "pains", n), hint, data=(pain.key,))


def _short(pain: Pain, gate: Gate, scene: Scene) -> str:
    """What a pain lacks, "" where it has all that is asked for."""
    uses = list(_counted(pain, gate, scene))
    people = sum(use.n or 0 for use in uses)
    within = f" within {gate.max_age}" if gate.max_age else ""
    if gate.n is None:
        return "" if uses or not gate.max_age else f"no evidence{within} is behind this {pain.severity} pain"
    if people >= gate.n:
        return ""
    said = "1 person is" if people == 1 else f"{people} people are"
    return f"{said} behind this {pain.severity} pain{within}, the project asks for {gate.n}"


def _left(pain: Pain, gate: Gate, scene: Scene) -> Iterator[str]:
    """Why evidence of a pain does not count."""
    counted = {use.id for use in _counted(pain, gate, scene)}
    for id in dict.fromkeys(use.id for use in pain.evidence):
        known = scene.evidence.get(id)
        if known and id not in counted:
            yield f"'{id}' has no date" if known.date is None else f"'{id}' is older"


def _counted(pain: Pain, gate: Gate, scene: Scene) -> Iterator[EvidenceUse]:
    """The evidence of a pain that is young enough."""
    days = days_of(gate.max_age)
    for use in pain.evidence:
        known = scene.evidence.get(use.id)
        if known and (days is None or (known.date is not None and not has_age(known.date, days, scene.today))):
            yield use
