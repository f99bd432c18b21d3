"""funnel: counts that can be compared: fewer from stage to stage, of the same thing, in the same period."""

from cjmgen.atlas.cards.score import entries
from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.scene import Scene
from cjmgen.model.amount import read_amount
from cjmgen.model.field import choose
from cjmgen.model.journey import Journey
from cjmgen.model.metric import Metric
from cjmgen.problem import KeyPath


def entries_that_grow(journey: Journey, scene: Scene) -> Findings:
    """More people reach a stage than the one before it that everybody passes."""
    before: tuple[int, int] | None = None
    for at, count in enumerate(entries(journey, scene.metrics)):
        if count is None:
            continue
        if before and count > before[1]:
            message = f"{count} people reach this stage, but only {before[1]} the one before"
            hint = "check the counts; a stage that not everyone passes is `optional: true`"
            related = ((("stages", before[0], "entry"), "the smaller count"),)
            yield Finding("funnel-grows", message, ("stages", at, "entry"), hint, related, (journey.stages[at].key,))
        if not journey.stages[at].optional:
            before = at, count


def different_units(journey: Journey, scene: Scene) -> Findings:
    """Stages count different things, or in different periods."""
    units: list[tuple[str, KeyPath]] = []
    periods: list[tuple[str, KeyPath]] = [(journey.period, ("period",))] if journey.period else []
    whole = scene.metrics.get(journey.funnel or "")
    periods += [(whole.period, ("funnel",))] if whole and whole.period and _takes_people(journey, whole) else []
    for at, stage in enumerate(journey.stages):
        if stage.entry and stage.entry.of:
            units.append((choose(stage.entry.of, scene.language).strip(), ("stages", at, "entry", "of")))
        metric = scene.metrics.get(stage.entry.metric or "") if stage.entry else None
        if metric and metric.period:
            periods.append((metric.period, ("stages", at, "entry")))
    for what, told in (("counts", units), ("is of", periods)):
        odd = next((each for each in told if each[0].casefold() != told[0][0].casefold()), None)
        if odd:
            message = f"this {what} {odd[0]}, but another stage {what} {told[0][0]}"
            yield Finding(
                "mixed-units",
                message,
                odd[1],
                "use one unit and one period in a funnel",
                ((told[0][1], "the first one"),),
                (odd[0], told[0][0]),
            )


def counted_by(journey: Journey, scene: Scene) -> Findings:
    """The funnel of a journey counts nobody, or a stage that the journey doesn't have."""
    metric = scene.metrics.get(journey.funnel or "")
    if not metric:
        return
    if metric.type == "funnel" and metric.source and not metric.people:
        return  # what is wrong with its export is told there
    if metric.type != "funnel" or not metric.people:
        hint = "it needs `type: funnel`, and a `source` or `people` that count each stage"
        message = f"the metric '{journey.funnel}' counts nobody by stage"
        yield Finding("funnel-without-people", message, ("funnel",), hint, data=(journey.funnel or "",))
    stages = tuple(stage.key for stage in journey.stages)
    for id in metric.people:
        if id not in stages:
            hint = did_you_mean(nearest(id, stages), f"the stages are {', '.join(stages)}")
            message = f"the metric '{journey.funnel}' counts the stage '{id}', which this journey doesn't have"
            yield Finding("unknown-stage", message, ("funnel",), hint, data=(id,))


def _takes_people(journey: Journey, funnel: Metric) -> bool:
    """Whether any stage of a journey has its people from the journey's funnel."""
    entries_of = ((stage.key, stage.entry) for stage in journey.stages)
    return any(key in funnel.people for key, entry in entries_of if not entry or (entry.people is None and entry.metric is None))


def unclear_shares(journey: Journey, scene: Scene) -> Findings:
    """A bare number below one with the unit %."""
    for at, stage in enumerate(journey.stages):
        for n, metric in enumerate(stage.metrics):
            yield from unclear_share(metric, ("stages", at, "metrics", n))
            yield from mixed_kinds(metric, ("stages", at, "metrics", n))


def unclear_share(metric: Metric, path: KeyPath) -> Findings:
    """A metric's bare number below one with the unit %: 0.58 % or 58 %?"""
    if metric.unit is None or choose(metric.unit, "en").strip() != "%":
        return
    written = [(("value",), metric.value), (("target",), metric.target), (("baseline",), metric.baseline)]
    for keys, value in (*written, *((("series", at), value) for at, value in enumerate(metric.series))):
        if isinstance(value, int | float) and 0 < abs(value) < 1:
            message = f"is {value:g} meant as {value:g}% or as {value * 100:g}%?"
            yield Finding(
                "ambiguous-share", message, (*path, *keys), f"write {value * 100:g}% or {value:g}%, with the sign", data=(f"{value:g}",)
            )
            return


def mixed_kinds(metric: Metric, path: KeyPath) -> Findings:
    """A metric that is a share here and a time there can't be compared with itself."""
    unit = "%" if metric.unit and choose(metric.unit, "en").strip() == "%" else ""
    written = [
        ("value", metric.value),
        ("target", metric.target),
        ("baseline", metric.baseline),
        *(("series", value) for value in metric.series),
    ]
    if not any(isinstance(value, str) for _, value in written):
        return
    kinds: dict[str, str] = {}
    for name, value in ((name, value) for name, value in written if value is not None):
        amount = read_amount(value, unit)
        kind = amount.kind if amount else ""
        if amount and kind == "number" and isinstance(value, int | float) and 0 <= value <= 1 and "share" in kinds:
            continue
        if amount and kinds and kind not in kinds:
            message = f"'{name}' is a {kind}, but '{next(iter(kinds.values()))}' is a {next(iter(kinds))}"
            yield Finding("mixed-units", message, (*path, name), "write all figures of a metric in one form", data=(name, kind))
            return
        kinds.setdefault(kind, name)
