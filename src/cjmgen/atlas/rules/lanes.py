"""lanes: free lanes are declared in cjmgen.yml, and what is listed there is a lane, once."""

from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.scene import Scene
from cjmgen.model.journey import Journey
from cjmgen.model.lane import ALIASES, LANES
from cjmgen.model.settings import Settings


def undeclared(journey: Journey, scene: Scene) -> Findings:
    """A free lane that `lanes:` declares neither in cjmgen.yml nor in its journey; told once a journey and lane."""
    declared = [lane.id or "" for lane in scene.settings.lanes]
    free = [lane.id or "" for lane in scene.settings.lanes if lane.key not in LANES]
    told = {*declared, *journey.lanes}
    for at, stage in enumerate(journey.stages):
        for name in stage.lanes:
            if name not in told:
                hint = did_you_mean(nearest(name, free), "declare it in cjmgen.yml: `lanes: [{id: " + name + ", title: …}]`")
                yield Finding(
                    "undeclared-lane", f"the lane '{name}' is not declared", ("stages", at, "lanes", name), hint, data=(name,), at_key=True
                )
                told.add(name)


def misplaced(settings: Settings) -> Findings:
    """What stands under `lanes:` and is no lane of the map and has no title of its own, or stands there twice."""
    seen: dict[str, int] = {}
    for at, lane in enumerate(settings.lanes):
        if not lane.id:
            hint = "write a lane of the map, as in `id: pains`, or a title of your own"
            yield Finding("missing-key", "this names no lane", ("lanes", at), hint)
        elif lane.key in seen:
            called = f"the lane '{lane.key}' is" if lane.id == lane.key else f"'{lane.id}' is the lane '{lane.key}', which is"
            related = ((("lanes", seen[lane.key]), "first listed here"),)
            yield Finding("duplicate-id", f"{called} listed twice", ("lanes", at), "say all of it in one entry", related, data=(lane.id,))
        elif lane.key not in LANES and not lane.title:
            hint = did_you_mean(nearest(lane.id, (*LANES, *ALIASES)), "give a lane of your own a title: `{id: " + lane.id + ", title: …}`")
            yield Finding("unknown-lane", f"a map has no lane '{lane.id}'", ("lanes", at, "id"), hint, data=(lane.id,))
        seen.setdefault(lane.key, at)
