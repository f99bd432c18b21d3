"""notes: turns what stands in the stages into the items of the lanes."""

from collections.abc import Iterable
from dataclasses import replace

from cjmgen.atlas.cards.gather import opportunity_card
from cjmgen.model.claim import Claim as WrittenClaim
from cjmgen.model.claim import Pain
from cjmgen.model.claim import Quote as WrittenQuote
from cjmgen.model.item import Note
from cjmgen.model.journey import Personalization, Stage
from cjmgen.model.lane import LANES
from cjmgen.model.opportunity import Opportunity
from cjmgen.model.quantity import tidy
from cjmgen.model.touchpoint import Activity
from cjmgen.pages.experiments.hope import hope
from cjmgen.pages.experiments.trials import trial_views
from cjmgen.pages.journey.items import Chance, Claim, Item, Picture, Quote, is_internal
from cjmgen.pages.journey.lanes import Lane, LaneRow, lane, row
from cjmgen.pages.journey.scene import Scene, Text
from cjmgen.pages.parts.chances import line
from cjmgen.pages.view import SILENCE

_DEPTHS = {"physical_evidence": 0, "actions": 0, "frontstage": 1, "backstage": 2, "support": 3, "policies": 3}
"""The lanes of a service blueprint from the customer inwards, each with the number of lines above it."""
_LINES = ("interaction", "visibility", "internal")

_SEVERITY = {None: 0, "low": 1, "medium": 2, "high": 3, "critical": 4}


def goals(scene: Scene) -> Lane[Item] | None:
    """What customers want."""
    return lane("goal", scene, lambda stage: _goals(scene, stage))


def _goals(scene: Scene, stage: Stage) -> Iterable[Item]:
    """What the customer wants to reach, with what happens in the stage behind it."""
    if stage.goal or stage.description:
        yield Item(scene.say(stage.goal or stage.description), more=scene.say(stage.description) if stage.goal else SILENCE)


def note(scene: Scene, written: Note, at: Text = None) -> Item:
    """A line as it is."""
    system, wait = (written.system, written.wait) if isinstance(written, Activity) else (None, None)
    return Item(
        scene.say(written.title), scene.who(written.who), scene.say(written.description), written.link or "",
        scene.say(at), scene.say(system), scene.say(wait), is_internal(written),
    )  # fmt: skip


def notes(scene: Scene, key: str) -> Lane[Item] | None:
    """A lane of lines that a stage keeps in the field of that name."""
    return lane(key, scene, lambda stage: (note(scene, written) for written in getattr(stage, key)))


def tailored(scene: Scene) -> Lane[Item] | None:
    """What is done differently for single personas."""
    return lane("tailored", scene, lambda stage: (_tailored(scene, written) for written in stage.personalization))


def _tailored(scene: Scene, written: Personalization) -> Item:
    who = scene.people.get(written.persona or "")
    return Item(scene.say(written.text), (who,) if who else (), internal=is_internal(written))


def pains(scene: Scene) -> Lane[Claim] | None:
    """The pains of each stage, worst first."""
    return lane("pains", scene, lambda stage: sorted((_claim(scene, stage, pain) for pain in stage.pains), key=lambda each: -each.severity))


def gains(scene: Scene) -> Lane[Claim] | None:
    """What works."""
    return lane("gains", scene, lambda stage: (_claim(scene, stage, gain) for gain in stage.gains))


def _claim(scene: Scene, stage: Stage, written: WrittenClaim) -> Claim:
    pain = written if isinstance(written, Pain) else None
    found = scene.target(stage, written.touchpoint) if written.touchpoint else None
    return Claim(
        scene.spot("pains", stage.key, written.key) if pain else "", scene.say(written.title), scene.who(written.who),
        _SEVERITY[pain.severity] if pain else 0, scene.proof(written), found[2] if found else None,
        scene.say(pain.frequency if pain else None), scene.say(pain.cause if pain else None), scene.say(written.description),
        is_internal(written),
    )  # fmt: skip


def voice(scene: Scene) -> Lane[Quote] | None:
    """The customer's own words."""
    return lane("voice", scene, lambda stage: (_quote(scene, written) for written in stage.quotes))


def _quote(scene: Scene, written: WrittenQuote) -> Quote:
    return Quote(scene.say(written.text), scene.who(written.who), scene.say(written.speaker), scene.proof(written), is_internal(written))


def chances(scene: Scene) -> Lane[Chance] | None:
    """The opportunities."""
    return lane("chances", scene, lambda stage: (_chance(scene, stage, written) for written in stage.opportunities))


def _chance(scene: Scene, stage: Stage, written: Opportunity) -> Chance:
    """An opportunity with the place of its dot: effort to the right, impact upwards."""
    impact, effort = written.impact, written.effort
    card = opportunity_card(stage, written)
    eased = tuple(link for reference in written.pains if (link := scene.pain(stage, reference)))
    return Chance(
        scene.spot("opportunities", stage.key, written.key), line(scene.edition, scene.path, scene.id, stage.key, written.key),
        scene.say(written.title), scene.who(written.who), written.status, impact, effort,
        tidy(round(1 + 3 * (effort or 3), 1)), tidy(round(19 - 3 * (impact or 3), 1)), scene.team(written.owner),
        scene.say(stage.title), eased, written.link or "", written.due, scene.say(written.description),
        is_internal(written), trial_views(scene.edition, card.experiments), hope(scene.edition, card),
    )  # fmt: skip


def pictures(scene: Scene) -> Lane[Picture] | None:
    """The images of stages and touchpoints."""
    return lane("pictures", scene, lambda stage: _pictures(scene, stage))


def _pictures(scene: Scene, stage: Stage) -> Iterable[Picture]:
    file = scene.edition.atlas.journeys[scene.id].file
    for image, caption in ((stage.image, None), *((each.image, each.title) for each in stage.touchpoints)):
        if picture := scene.picture(file, image, caption):
            yield picture


def blueprint(scene: Scene) -> tuple[LaneRow, ...]:
    """The filled lanes of the blueprint with the lines between them; the customer's doings join once there are others."""
    behind = {key: each for key in _DEPTHS if key != "actions" and (each := _behind(scene, key))}
    if not behind:
        return ()
    found = {key: notes(scene, key) if key == "actions" else behind.get(key) for key in _DEPTHS}
    above = 0
    drawn = []
    for key, each in found.items():
        if each:
            drawn.append(row(scene, key, each, behind=True, lines=_LINES[above : _DEPTHS[key]]))
            above = _DEPTHS[key]
    return tuple(drawn)


def _behind(scene: Scene, key: str) -> Lane[Item] | None:
    def read(stage: Stage) -> Iterable[Item]:
        for touchpoint in stage.touchpoints:
            yield from (note(scene, each, touchpoint.title) for each in getattr(touchpoint, key))
        yield from (note(scene, each) for each in getattr(stage, key))

    return lane(key, scene, read)


def free(scene: Scene) -> tuple[LaneRow, ...]:
    """The lanes of the project's own making: declared ones in their order, then the others as they come."""
    declared = [key for key in scene.listed if key not in LANES]
    keys = dict.fromkeys([*declared, *(key for stage in scene.journey.stages for key in stage.lanes)])
    return tuple(each for key in keys if key not in scene.hidden and (each := _free(scene, key)))


def _free(scene: Scene, key: str) -> LaneRow | None:
    cells = tuple(tuple(note(scene, each) for each in stage.lanes.get(key, ())) for stage in scene.journey.stages)
    if not any(cells):
        return None
    made = row(scene, key, Lane(key, cells))
    return made if made.title else replace(made, title=scene.say(scene.journey.lanes.get(key) or key.replace("-", " ").capitalize()))
