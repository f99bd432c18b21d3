"""mapped: ids of stages and touchpoints that a metric maps somebody's names or events to, and that no map has."""

from collections.abc import Iterable, Iterator, Mapping

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.atlas.kept.taken import NONE, Taken, Texts
from cjmgen.atlas.mistakes.finding import Finding, Findings, placed, written
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.model.metric import Metric
from cjmgen.problem import KeyPath, Problem

_MOST = 12
"""Ids that a hint lists."""

Ids = Mapping[str, None]


class Mapped:
    """The metrics of one load that map something, until all journeys are known."""

    def __init__(self, texts: Texts) -> None:
        self._texts, self._metrics = texts, dict[str, tuple[Taken, Metric]]()

    def take(self, taken: Taken, metric: Metric) -> None:
        """Keep a metric for later, if it maps anything."""
        if taken.data != NONE:
            self._metrics[taken.id] = taken, metric

    def problems(
        self, heads: Mapping[str, Taken], phases: Iterable[str], cards: Mapping[str, JourneyCard], found: Iterable[Problem]
    ) -> Iterator[Problem]:
        """What they map to nothing. Nobody knows where there are no journeys, or where an error was found in one.

        Cards are opened only if touchpoints are asked for.
        """
        files = frozenset(head.start.file for head in heads.values())
        if not self._metrics or not files or any(each.severity == "error" and each.place.file in files for each in found):
            return
        touched = any(each.source and each.source.events and each.source.events.touchpoints for _, each in self._metrics.values())
        touchpoints = dict.fromkeys(point.id for id in heads for point in cards[id].touchpoints) if touched else {}
        stages = dict.fromkeys((*(stage for head in heads.values() for stage in head.stages), *phases))
        for taken, metric in self._metrics.values():
            data = self._texts.plain(taken.data)
            yield from (placed(written(each, data), taken.start.origin()) for each in unknown(metric, stages, touchpoints))


def is_mapped(metric: Metric) -> bool:
    """Whether a metric maps anything to what maps hold."""
    events = metric.source and metric.source.events
    return bool(metric.source and (metric.source.stages or (events and (events.stages or events.touchpoints))))


def unknown(metric: Metric, stages: Ids, touchpoints: Ids) -> Findings:
    """A finding for each id that no map has, at the id."""
    for path, id, at_key in _named(metric):
        what, known = ("touchpoint", touchpoints) if "touchpoints" in path else ("stage", stages)
        if id not in known:
            hint = did_you_mean(nearest(id, known), _listed(what, known))
            yield Finding("unknown-mapped", f"no map has a {what} '{id}'", path, hint, data=(id,), at_key=at_key)


def _named(metric: Metric) -> Iterator[tuple[KeyPath, str, bool]]:
    """Each id by its path, and whether it is the key there."""
    source = metric.source
    if not source:
        return
    for theirs, ours in source.stages.items():
        yield ("source", "stages", theirs), ours, False
    for kind, ids in (("stages", source.events.stages), ("touchpoints", source.events.touchpoints)) if source.events else ():
        for id in ids:
            yield ("source", "events", kind, id), id, True


def _listed(what: str, known: Iterable[str]) -> str:
    ids = list(known)
    more = f" and {len(ids) - _MOST} more" if len(ids) > _MOST else ""
    return f"the {what}s are {', '.join(ids[:_MOST])}{more}" if ids else f"no map has a {what} yet"
