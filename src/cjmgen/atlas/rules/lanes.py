"""lanes: free lanes are declared in cjmgen.yml."""

from cjmgen.atlas.finding import Finding, Findings
from cjmgen.atlas.scene import Scene
from cjmgen.atlas.suggest import did_you_mean, nearest
from cjmgen.model.journey import Journey


def undeclared(journey: Journey, scene: Scene) -> Findings:
    """A free lane that `lanes:` declares neither in cjmgen.yml nor in its journey; told once a journey and lane."""
    declared = [lane.id or "" for lane in scene.settings.lanes]
    told = {*declared, *journey.lanes}
    for at, stage in enumerate(journey.stages):
        for name in stage.lanes:
            if name not in told:
                hint = did_you_mean(nearest(name, declared), "declare it in cjmgen.yml: `lanes: [{id: " + name + ", title: …}]`")
                yield Finding(
                    "undeclared-lane", f"the lane '{name}' is not declared", ("stages", at, "lanes", name), hint, data=(name,), at_key=True
                )
                told.add(name)
