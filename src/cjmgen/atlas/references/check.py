"""check: whether references lead somewhere, and what was meant where they don't."""

from collections.abc import Iterable, Iterator, Mapping

from cjmgen.atlas.mistakes.finding import Finding
from cjmgen.atlas.mistakes.suggest import did_you_mean, listed, nearest
from cjmgen.atlas.references.reference import Reference
from cjmgen.atlas.scene import Names, Scene
from cjmgen.model.builtin import channel_named
from cjmgen.model.journey import Actor, Journey
from cjmgen.model.slug import slug
from cjmgen.problem import KeyPath
from cjmgen.value import dataclass

NOUNS = {
    "persona": "persona", "team": "team", "channel": "channel", "evidence": "evidence", "metric": "metric", "journey": "journey",
    "who": "persona or actor", "end": "team or partner",
}  # fmt: skip
CODES = {"who": "unknown-actor", "end": "unknown-team", "compared": "unknown-journey"}
HOMES = {
    "persona": "create maps/personas/{id}.yml with `title: {title}`",
    "team": "declare it in maps/teams.yml", "channel": "declare it in maps/channels.yml",
    "evidence": "declare it in maps/evidence/{id}.yml", "metric": "declare it in maps/metrics/{id}.yml",
    "journey": "a journey is named by its path below maps/journeys",
    "who": "create maps/personas/{id}.yml with `title: {title}`, or declare an actor under `actors`",
    "end": "declare the team in maps/teams.yml, or an actor with `kind: partner`",
}  # fmt: skip
"""What to do where no name is near."""

SUGGESTED = 50
"""For how many unknown names of a file a near one is looked for: beyond that the file is of another project, or hostile."""

UNKNOWN = ""
"""Stands among names where the file that holds them can't be read: then nothing is said about any of them."""

Renames = dict[KeyPath, tuple[str, str]]
"""Paths of references to earlier ids, each with the old id and the one that took its place."""


@dataclass(frozen=True, slots=True)
class Checks:
    """What is wrong with an entity's references, and which of them go by an earlier id."""

    findings: tuple[Finding, ...]
    renames: Mapping[KeyPath, tuple[str, str]]


def check(references: Iterable[Reference], scene: Scene, actors: Iterable[Actor] = ()) -> Checks:
    """Follow references to everything but journeys; `actors` are those that the journey itself declares."""
    own = {actor.key: actor for actor in actors}
    earlier = {old: actor.key for actor in own.values() for old in actor.was}
    candidates: dict[str, tuple[Names, ...]] = {}
    findings: list[Finding] = []
    renames: Renames = {}
    for reference in references:
        kind, id, path, _ = reference
        if kind == "journey":
            continue
        names = candidates.get(kind) or candidates.setdefault(kind, _candidates(kind, scene))
        if kind != "end" and id in names[0].known:
            continue
        if any(id in each.known or UNKNOWN in each.known for each in names) and not (kind == "end" and _no_partner(id, own, scene)):
            continue
        if id in own and (kind == "who" or own[id].kind == "partner"):
            continue
        if new := (earlier.get(id) if kind in ("who", "end") else None) or next((each.was[id] for each in names if id in each.was), None):
            renames[path] = (id, new)
            continue
        every = [*own, *(name for each in names for name in each.known)]
        findings.append(_unknown(reference, every if len(findings) < SUGGESTED else [], own, scene))
    return Checks(tuple(findings), renames)


_NONE = Names({})


def _candidates(kind: str, scene: Scene) -> tuple[Names, ...]:
    kinds = {"who": ("persona", "actor"), "end": ("team", "actor")}.get(kind, (kind,))
    return tuple(scene.names.get(each, _NONE) for each in kinds)


def _no_partner(id: str, own: Mapping[str, Actor], scene: Scene) -> bool:
    """Whether an end of a handoff is an actor, and one that is no partner."""
    if id in scene.names.get("team", _NONE).known:
        return False
    actor = own.get(id) or scene.actors.get(id)
    return actor is not None and actor.kind != "partner"


def _unknown(reference: Reference, names: list[str], own: Mapping[str, Actor], scene: Scene) -> Finding:
    kind, id, path, at_key = reference
    code = CODES.get(kind, f"unknown-{kind}")
    if kind == "compared":
        return Finding(code, f"'{id}' is none of the compared journeys", path, "add it to `journeys`", data=(id,), at_key=True)
    if kind == "end" and (id in own or id in scene.actors):
        return Finding(code, f"'{id}' is an actor but no partner", path, "give the actor `kind: partner`, or name a team", data=(id,))
    meant = channel_named(id.replace("-", " ")) if kind == "channel" else None
    meant = meant or (slug(id) if slug(id) in names else None)  # `n.yml` goes by `n-1`, `repeat_rate.yml` by `repeat-rate`
    near = meant or nearest(id, dict.fromkeys(names))
    hint = did_you_mean(near, _home(kind, id, scene))
    if kind == "stage":
        message = f"the stage set has no stage '{id}'" if scene.phases else f"'{id}' is none of a stage set, as there is none"
        hint = f"{hint} {_home(kind, id, scene)}" if near and scene.phases else hint
        return Finding(code, message, path, hint, data=(id,), at_key=at_key)
    return Finding(code, f"there is no {NOUNS[kind]} '{id}'", path, hint, data=(id,), at_key=at_key)


def _home(kind: str, id: str, scene: Scene) -> str:
    if kind == "stage" and not scene.phases:
        return "name a stage set in cjmgen.yml, as in `stages: five`"
    if kind == "stage":
        return f"its stages are {listed(scene.phases, 'and')}"
    return HOMES[kind].format(id=id, title=id.replace("-", " ").capitalize())


def inside(journey: Journey) -> Checks:
    """Follow the references that stay inside a journey: touchpoints, stages and pains."""
    own = _Own(journey)
    findings: list[Finding] = []
    renames: Renames = {}
    for step in own.steps():
        match step:
            case Finding():
                findings.append(step)
            case (path, old, new):
                renames[path] = (old, new)
    return Checks(tuple(findings), renames)


class _Own:
    """The stages, touchpoints and pains of one journey by their names."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.stages = {stage.key: stage for stage in journey.stages}
        self.touchpoints: dict[str, list[str]] = {}
        self.pains: dict[str, list[str]] = {}
        self.was: dict[str, dict[str, str]] = {"stage": {}, "touchpoint": {}, "pain": {}}
        self.asked = 0
        for stage in journey.stages:
            for old in stage.was:
                self.was["stage"].setdefault(old, stage.key)
            for kind, names, items in (("touchpoint", self.touchpoints, stage.touchpoints), ("pain", self.pains, stage.pains)):
                for item in items:
                    names.setdefault(item.key, []).append(stage.key)
                    for old in item.was:
                        self.was[kind].setdefault(old, item.key)

    def steps(self) -> Iterator[Finding | tuple[KeyPath, str, str]]:
        for at, handoff in enumerate(self.journey.handoffs):
            if handoff.at and handoff.at not in self.stages:
                yield self._lost("stage", handoff.at, ("handoffs", at, "at"), self.stages, "")
        for at, stage in enumerate(self.journey.stages):
            here: KeyPath = ("stages", at)
            for name in ("pains", "gains", "quotes", "opportunities"):
                for n, item in enumerate(stage.__dict__[name]):
                    if item.touchpoint and (wrong := self._found("touchpoint", item.touchpoint, (*here, name, n, "touchpoint"), "")):
                        yield wrong
            for n, opportunity in enumerate(stage.opportunities):
                for k, pain in enumerate(opportunity.pains):
                    if wrong := self._found("pain", pain, (*here, "opportunities", n, "pains", k), stage.key):
                        yield wrong
            for n, touchpoint in enumerate(stage.touchpoints):
                for k, way in enumerate(touchpoint.next):
                    path = (*here, "touchpoints", n, "next", k, "to")
                    if way.to not in ("leave", *self.stages) and (wrong := self._found("touchpoint", way.to, path, stage.key)):
                        stood = self.was["stage"].get(way.to)
                        yield (path, way.to, stood) if stood and isinstance(wrong, Finding) else wrong

    def _found(self, kind: str, id: str, path: KeyPath, home: str) -> Finding | tuple[KeyPath, str, str] | None:
        """None where a reference is fine. From `home`, an id of that stage comes before the same id elsewhere."""
        names = self.touchpoints if kind == "touchpoint" else self.pains
        stage, _, name = id.rpartition("/")
        homes = names.get(name, [])
        if stage:
            every = [f"{each}/{name}" for name in names for each in names[name]]
            return None if stage in homes else self._lost(kind, id, path, every, home)
        if len(homes) == 1 or home in homes:
            return None
        if homes:
            ways = listed(f"{each}/{name}" for each in homes)
            return Finding("ambiguous-reference", f"'{id}' stands in more than one stage", path, f"write {ways}", data=(id,))
        return self._lost(kind, id, path, names, home)

    def _today(self, kind: str, id: str, home: str) -> str:
        """The name that took the place of an earlier one; "" where there is none, or more than one."""
        stage, _, name = id.rpartition("/")
        stage, name = self.was["stage"].get(stage, stage), self.was[kind].get(name, name)
        if kind == "stage":
            return name if name in self.stages else ""
        homes = (self.touchpoints if kind == "touchpoint" else self.pains).get(name, [])
        if stage:
            return f"{stage}/{name}" if stage in homes else ""
        return name if len(homes) == 1 or home in homes else ""

    def _lost(self, kind: str, id: str, path: KeyPath, names: Iterable[str], home: str) -> Finding | tuple[KeyPath, str, str]:
        if new := self._today(kind, id, home):
            return path, id, new
        name = id.rpartition("/")[2]
        self.asked += 1
        near = nearest(id, names) if self.asked <= SUGGESTED else None
        others = [f"{at}/{name}" for at in dict.fromkeys((self.touchpoints if kind == "touchpoint" else self.pains).get(name, ()))]
        hint = did_you_mean(near or (others[0] if others else None), f"name a {kind} of this journey")
        return Finding(f"unknown-{kind}", f"there is no {kind} '{id}' in this journey", path, hint, data=(id,))
