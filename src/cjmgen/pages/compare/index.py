"""index: the comparisons there are, and the place where a reader lays any journeys side by side."""

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.meet.contest import Contest, contests
from cjmgen.model.comparison import LEAST, OVERLAID
from cjmgen.pages.comparison.overlay import Points, curve
from cjmgen.pages.comparison.scene import Name, Scene, known
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path, parts
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Frame, Said, fell_back
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """A subject with its curve; `style` 1 … 4 is its line and mark, 0 one of many."""

    style: int
    name: Name
    points: Points


@dataclass(frozen=True, slots=True)
class Sight:
    """A comparison as a card. Without a title it is named by what it compares."""

    href: str
    title: Said
    kind: str
    journey: Said
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Picker:
    """Where the script that compares any journeys finds the list of them, and by which folder a journey's own file."""

    roll: str
    folder: str
    half: float = 0.5
    """A number with a tenth, which shows the script how this language writes one."""


@dataclass(frozen=True, slots=True)
class CompareView:
    """The list of comparisons, or a later part of it; `picker` is None where there are not two journeys."""

    frame: Frame
    sights: tuple[Sight, ...]
    total: int
    picker: Picker | None
    pager: Pager | None


def compare(edition: Edition, id: str = "") -> CompareView:
    """A part of the list."""
    number = number_of(id)
    split = parts(tuple(edition.once(known).values()))
    subject = part_of("compare", number)
    path = edition.sitemap.path(subject, edition.language)
    sights = tuple(_sight(edition, path, contest) for contest in split[number - 1])
    return CompareView(
        frame(edition, subject, Said(""), Said(""), "compare", fallback=fell_back(sights)),
        sights,
        sum(map(len, split)),
        _picker(edition) if number == 1 else None,
        pager(edition, path, "compare", number, len(split)),
    )


def _sight(edition: Edition, path: str, contest: Contest) -> Sight:
    scene = Scene(edition, contest, path)
    several = len(contest.contenders) > OVERLAID
    series = tuple(Series(0 if several else at + 1, name, curve(scene, at)) for at, name in enumerate(scene.names))
    href = edition.sitemap.link(path, Subject("comparison", contest.id), edition.language)
    return Sight(href, edition.say(contest.title), contest.kind, edition.say(scene.card(0).title), series)


def _picker(edition: Edition) -> Picker | None:
    roll = Subject("roll")
    if not edition.sitemap.has(roll, edition.language):
        return None
    path = edition.sitemap.path(roll, edition.language)
    return Picker(path, path.removesuffix("compare/journeys.js"))


def _ids(atlas: Atlas) -> tuple[str, ...]:
    found = contests(atlas)
    return part_ids(len(found)) if found or len(atlas.journeys) >= LEAST else ()


COMPARE = Kind("compare", "compare.html", _ids, lambda id: part_path("compare", id), compare)
