"""feelings: reads the curves out of a journey: who feels what, at which touchpoint or stage."""

from collections.abc import Iterator, Mapping

from cjmgen.insight.charts.curve import across, height, tone
from cjmgen.model.feeling import Emotion as Felt
from cjmgen.model.feeling import Feeling
from cjmgen.model.journey import Journey
from cjmgen.numbers.interval import interval
from cjmgen.pages.journey.curve import Band, Dot, Series
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

STYLES = 3
_EVERYBODY = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A place where something is felt: its x, its address in the page and its emotion."""

    x: float
    href: str
    stage: Said
    title: Said
    moment: str
    who: tuple[str, ...]
    emotion: Felt


def series(scene: Scene) -> tuple[Series, ...]:
    """A curve for everybody, or one for each persona and actor that has values of its own."""
    contacts = tuple(_contacts(scene))
    people = _people(scene, contacts)
    drawn: list[Series] = []
    for person in people:
        felt = [(contact, feeling) for contact in contacts if (feeling := _feeling(contact, person, scene.journey))]
        if felt:
            drawn.append(_series(scene, person, len(drawn) % STYLES + 1, felt))
    return tuple(drawn)


def _contacts(scene: Scene) -> Iterator[Contact]:
    """Touchpoints with an emotion in the order of the map; a stage without any stands for itself."""
    stages = scene.journey.stages
    for at, stage in enumerate(stages):
        title = scene.say(stage.title)
        felt = False
        for nth, each in enumerate(stage.touchpoints):
            if each.emotion:
                felt = True
                x = across(at, len(stages), nth, len(stage.touchpoints))
                href = f"#{scene.spot('touchpoints', stage.key, each.key)}"
                yield Contact(x, href, title, scene.say(each.title), each.moment or "", each.who, each.emotion)
        if stage.emotion and not felt:
            yield Contact(across(at, len(stages)), f"#s-{stage.key}", title, title, "", stage.who, stage.emotion)


def _people(scene: Scene, contacts: tuple[Contact, ...]) -> tuple[str, ...]:
    """Those with values of their own, in the order of the journey; everybody first where a value is nobody's own."""
    named: Mapping[str, None] = dict.fromkeys(person for contact in contacts for person in contact.emotion.by)
    if not named:
        return (_EVERYBODY,)
    order = [*(person for person in scene.people if person in named), *(person for person in named if person not in scene.people)]
    covered = all(contact.emotion.by or any(_feeling(contact, person, scene.journey) for person in order) for contact in contacts)
    return (*order,) if covered else (_EVERYBODY, *order)


def _feeling(contact: Contact, person: str, journey: Journey) -> Feeling | None:
    """What a person feels at a contact: their own value, else the common one where they are among those it is about."""
    emotion = contact.emotion
    if person == _EVERYBODY:
        return emotion.overall
    if person in emotion.by:
        return emotion.by[person]
    return emotion.overall if person in (contact.who or journey.personas) else None


def _series(scene: Scene, person: str, style: int, felt: list[tuple[Contact, Feeling]]) -> Series:
    who = (person,) if person else scene.journey.personas
    return Series(
        style,
        tuple(scene.people[each] for each in who if each in scene.people),
        tuple((contact.x, height(feeling.mean)) for contact, feeling in felt),
        _bands(felt),
        tuple(_dot(contact, feeling) for contact, feeling in felt),
    )


def _dot(contact: Contact, feeling: Feeling) -> Dot:
    return Dot(
        round(contact.x / 10, 2), round(height(feeling.mean) / 2, 2), contact.href, contact.stage, contact.title,
        feeling.mean, tone(feeling.mean), contact.moment, feeling.n,
    )  # fmt: skip


def _bands(felt: list[tuple[Contact, Feeling]]) -> tuple[Band, ...]:
    """Stretches of neighbouring contacts that were measured; nothing is drawn where nothing was."""
    stretches: list[list[tuple[float, float, float]]] = [[]]
    for contact, feeling in felt:
        reach = interval(feeling.mean, feeling.n, feeling.sd, -2, 2) if feeling.n is not None and feeling.sd is not None else None
        if reach:
            stretches[-1].append((contact.x, height(reach[1]), height(reach[0])))
        elif stretches[-1]:
            stretches.append([])
    return tuple(_band(stretch) for stretch in stretches if stretch)


def _band(stretch: list[tuple[float, float, float]]) -> Band:
    """A band; a single measured point gets one a dot wide."""
    if len(stretch) == 1:
        x, top, bottom = stretch[0]
        stretch = [(x - 3, top, bottom), (x + 3, top, bottom)]
    return Band(tuple((x, top) for x, top, _ in stretch), tuple((x, bottom) for x, _, bottom in stretch))
