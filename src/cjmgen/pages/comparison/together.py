"""together: what subjects share in a cell: touchpoints under all their names, and metrics that two of them or more have."""

from dataclasses import replace

from cjmgen.insight.meet.spine import Column, Contact
from cjmgen.model.amount import Amount, half_up
from cjmgen.model.figures import figures, meant
from cjmgen.model.metric import StageMetric
from cjmgen.numbers.digits import apart
from cjmgen.pages.comparison.entries import Dial, Gauge, Touch
from cjmgen.pages.comparison.scene import Scene
from cjmgen.pages.view import Anchor


def touches(scene: Scene, column: Column) -> tuple[Touch, ...]:
    return tuple(_touch(scene, contact) for contact in column.contacts)


def _touch(scene: Scene, contact: Contact) -> Touch:
    """A touchpoint under all its names, that of the first subject that has it first."""
    found = [(at, touch) for at, touch in enumerate(contact.members) if touch]
    names: dict[str, tuple[Anchor, tuple[int, ...]]] = {}
    for at, touch in found:
        anchor = scene.part(at, "t", touch.stage, touch.id, touch.title)
        first, styles = names.get(anchor.said.text, (anchor, ()))
        names[anchor.said.text] = first, (*styles, at + 1)
    sign = "+" if contact.members[0] is None else "-" if len(found) == 1 else ""
    return Touch(sign, tuple(names.values()))


def dials(scene: Scene, column: Column) -> tuple[Dial, ...]:
    """Metrics that stand in a column at two subjects or more, by their ids; one file is one value, so that is no comparison."""
    found: dict[str, dict[int, StageMetric]] = {}
    for at, stance in enumerate(column.stances):
        for metric in stance.metrics if stance else ():
            found.setdefault(metric.metric or metric.key, {}).setdefault(at, metric)
    return tuple(_dial(scene, each) for each in found.values() if len(each) > 1 and not all(written.metric for written in each.values()))


def _dial(scene: Scene, by: dict[int, StageMetric]) -> Dial:
    metrics = {at: meant(written, scene.edition.atlas.metrics) for at, written in by.items()}
    read, metric = {at: figures(each) for at, each in metrics.items()}, next(iter(metrics.values()))
    lower, base = next(iter(read.values())).lower, read[0].value if 0 in read else None
    shares = tuple(each.value.value for each in read.values() if each.value and each.value.kind == "share")
    values = {at: _apart(each.value, shares) for at, each in read.items()}
    gauges = tuple((at + 1, _gauge(value, base if at else None, lower)) for at, value in values.items())
    title = metric.title or metric.key.replace("-", " ")
    return Dial(scene.edition.say(title), scene.edition.say(metric.unit), gauges)


def _apart(value: Amount | None, shares: tuple[float, ...]) -> Amount | None:
    """A value, a share with the decimals by which it looks unlike the others."""
    return replace(value, digits=apart(shares, "share")) if value and value.kind == "share" else value


def _gauge(value: Amount | None, base: Amount | None, lower: bool) -> Gauge:
    if value is None or base is None or value.kind != base.kind:
        return Gauge(value, None, None)
    change = half_up((value.value - base.value) * (100 if value.kind == "share" else 1), 2)
    return Gauge(value, change, None if change == 0 else (change < 0) == lower)
