"""folding: insights that only explain another one become its reasons, so that nothing is said twice."""

from collections.abc import Iterable
from dataclasses import replace

from cjmgen.insight.insight import Clue, Insight, Sentence, says

NEAR = 0.01
"""Shares nearer than this look alike as percentages are written."""

SAME = 0.0005
"""A metric and a step that are nearer than this count the same people."""


def folded(found: list[Insight]) -> list[Insight]:
    """The insights without those that say again what another one says; they become its reasons, before its pains.

    A way out of the stage that people leave belongs to the leak, as does the segment that leaves most, a metric that counts the same
    people to the leak or the way, and an answer that is missing to the detour that leads to the pain.
    """
    fuller: dict[int, Insight] = {}
    taken: set[int] = set()
    for parent in sorted(found, key=lambda each: each.kind != "leak"):
        if id(parent) in taken or parent.kind not in ("leak", "ways"):
            continue
        mine = [each for each in found if id(each) not in taken and each is not parent and explains(each, parent)]
        figures = [*_shares(parent), *(share for each in mine for share in _shares(each))]
        mine += [each for each in found if each.kind == "metric" and id(each) not in taken and _counts_same(each, figures)]
        taken |= {id(each) for each in mine}
        fuller[id(parent)] = _with(parent, mine)
    return [fuller.get(id(each), each) for each in found if id(each) not in taken]


def _with(parent: Insight, mine: Iterable[Insight]) -> Insight:
    """An insight with others among its reasons: each with what it says itself, metrics with where they go; segments only once."""
    clues = [
        clue
        for each in mine
        if each.kind != "contradiction"
        for clue in (Clue(_again(each, parent), each.spot), *(each.why if each.kind in ("metric", "segment") else ()))
    ]
    if any(each.kind == "segment" for each in mine):
        clues = [clue for clue in clues if clue.said.key != "insight.metric.segments"]
    head = 1 if parent.why and parent.why[0].said.key.startswith(("insight.leak.worth", "insight.leak.people", "insight.ways.end")) else 0
    return replace(parent, why=(*parent.why[:head], *clues, *parent.why[head:]))


def _again(insight: Insight, parent: Insight) -> Sentence:
    """What an insight says as a reason of another; of a metric with the same share and the same goal no more than that it says the same."""
    mine, theirs = dict(insight.numbers), dict(parent.numbers)
    if insight.kind != "metric" or parent.kind != "leak" or "value" not in mine or "goal" not in theirs or "goal" not in mine:
        return insight.said
    same = all(abs(mine[one].value - theirs[other].value) < SAME for one, other in (("value", "share"), ("goal", "goal")))
    return says("metric.same", title=dict(insight.said.values)["title"]) if same else insight.said


def explains(insight: Insight, parent: Insight) -> bool:
    """Whether an insight is told as a reason of another."""
    key = insight.said.key
    if parent.kind == "leak":
        same_step = insight.kind == "segment" and insight.spots == parent.spots
        there = len(parent.spots) > 1 and key.startswith("insight.ways.leave") and insight.spot.stage == parent.spots[1].stage
        return same_step or (there and _share(insight) <= 1 - _share(parent) + NEAR)
    answer = key.startswith(("insight.contradiction.only_ideas", "insight.contradiction.unanswered"))
    same = (clue.spot for clue in parent.why if clue.spot and clue.spot.kind == "pain")
    return parent.said.key == "insight.ways.detour" and answer and any(spot.id == insight.spot.id for spot in same)


def _share(insight: Insight) -> float:
    """The share that an insight is about; of the largest leak that of those who stay."""
    numbers = dict(insight.numbers)
    return numbers["share"].value if "share" in numbers else 1 - numbers["left"].value if "left" in numbers else 0.0


def _shares(insight: Insight) -> list[tuple[float, str]]:
    """The shares that an insight tells, each with the stages where it may be measured as well."""
    figures = [number.value for name, number in insight.numbers if name in ("share", "onward")]
    return [(figure, spot.stage) for figure in figures for spot in insight.spots]


def _counts_same(metric: Insight, figures: list[tuple[float, str]]) -> bool:
    """Whether a metric shows one of these shares, as percentages are written, in the same stage."""
    value = dict(metric.numbers).get("value")
    if value is None or value.unit != "share":
        return False
    return any(metric.spot.stage == stage and abs(value.value - figure) < NEAR for figure, stage in figures)
