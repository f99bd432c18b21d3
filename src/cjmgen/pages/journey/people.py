"""people: the personas of a journey as strips above the map, and the actors beside them."""

from cjmgen.model.persona import Empathy
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.parts.portrait import portrait
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Portrait, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Quadrant:
    """A part of an empathy map: says, thinks, does, feels, sees, hears, pains or gains."""

    key: str
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A persona above the map."""

    id: str
    anchor: Anchor
    portrait: Portrait
    role: Said
    summary: Said
    quote: Said
    empathy: tuple[Quadrant, ...]

QUADRANTS = ("says", "thinks", "does", "feels", "sees", "hears", "pains", "gains")


def strips(scene: Scene) -> tuple[Strip, ...]:
    """The journey's personas, as far as the atlas knows them."""
    return tuple(_strip(scene, id) for id in scene.journey.personas if id in scene.edition.atlas.personas)


def _strip(scene: Scene, id: str) -> Strip:
    persona = scene.edition.atlas.persona(id)
    alt = scene.say(persona.photo.alt if persona.photo else None)
    return Strip(
        id, scene.edition.anchor(scene.path, Subject("persona", id), persona.title), portrait(scene.edition, scene.path, id, alt),
        scene.say(persona.role), scene.say(persona.summary), scene.say(persona.quote), _empathy(scene, persona.empathy),
    )  # fmt: skip


def _empathy(scene: Scene, empathy: Empathy | None) -> tuple[Quadrant, ...]:
    if not empathy:
        return ()
    filled = ((key, tuple(scene.say(note.title) for note in getattr(empathy, key))) for key in QUADRANTS)
    return tuple(Quadrant(key, lines) for key, lines in filled if lines)
