"""empathy: the empathy maps of the people compared, side by side, a row a quadrant."""

from cjmgen.model.persona import Empathy
from cjmgen.pages.comparison.scene import Name, Scene
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Said
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Mind:
    """A row: what each of the people says, thinks, does …; `heads` are the same for all rows."""

    key: str
    heads: tuple[tuple[int, Name, Anchor], ...]
    """Style, name of the subject, and the persona."""
    cells: tuple[tuple[Said, ...], ...]


def minds(scene: Scene) -> tuple[Mind, ...]:
    """The quadrants that are filled; none unless two different people have a map."""
    people = _people(scene)
    if len({id for _, id in people}) < 2:
        return ()
    edition, personas = scene.edition, scene.edition.atlas.personas
    heads = tuple((at + 1, scene.names[at], edition.anchor(scene.path, Subject("persona", id), personas[id].title)) for at, id in people)
    maps = [edition.atlas.persona(id).empathy for _, id in people]
    rows = ((key, tuple(tuple(edition.say(note.title) for note in getattr(each, key)) for each in maps)) for key in Empathy.model_fields)
    return tuple(Mind(key, heads, cells) for key, cells in rows if any(cells))


def _people(scene: Scene) -> list[tuple[int, str]]:
    """A persona with an empathy map for each subject that is about one; segments, and journeys for the same people, have none."""
    atlas = scene.edition.atlas
    found = []
    for at in range(len(scene.contest.contenders)):
        who = _own(scene, at)
        if len(who) == 1 and who[0] in atlas.personas and atlas.persona(who[0]).empathy:
            found.append((at, who[0]))
    return found


def _own(scene: Scene, at: int) -> tuple[str, ...]:
    """The people of a subject; of a journey's several personas those that the other journeys don't have."""
    contender, journeys = scene.contest.contenders[at], scene.edition.atlas.journeys
    mine = contender.who or journeys[contender.journey].personas
    if len(mine) < 2:
        return mine
    others = {who for each in scene.contest.contenders if each is not contender for who in each.who or journeys[each.journey].personas}
    return tuple(who for who in mine if who not in others)
