"""page: a comparison's page: who is compared, what it comes down to, and stage by stage how they differ."""

from dataclasses import replace

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.meet.contest import contests
from cjmgen.model.comparison import OVERLAID
from cjmgen.pages.comparison.cells import lanes
from cjmgen.pages.comparison.empathy import Mind, minds
from cjmgen.pages.comparison.entries import Lane
from cjmgen.pages.comparison.many import Many, many
from cjmgen.pages.comparison.overlay import Overlay, overlay
from cjmgen.pages.comparison.scene import Name, Scene, scene_of
from cjmgen.pages.comparison.tabs import Tab, siblings
from cjmgen.pages.comparison.takes import Lead, lead
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Contender:
    """A subject beside its check box. `style` 1 … 4 is its line and mark."""

    style: int
    name: Name
    anchor: Anchor
    """Its journey, or the persona that it is; nothing for an actor or a segment."""
    state: str
    score: float | None
    evidence: float | None
    weight: float | None
    """Claims that are validated, 0 … 1, and what all of them weigh."""


@dataclass(frozen=True, slots=True)
class Head:
    """A column's head: the stage under the name it has at the first subject, and how others call it, each with its style."""

    spot: str
    number: int
    said: Said
    stages: tuple[tuple[int, Anchor], ...]
    renamed: bool
    by: str
    alone: int
    """The style of the only subject that has it; 0 where it is shared."""


@dataclass(frozen=True, slots=True)
class Alone:
    """Stages that only one subject has."""

    style: int
    name: Name
    stages: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """A comparison. With up to four subjects it has an overlay and lanes, with more `many`; all cells follow `heads`."""

    frame: Frame
    kind: str
    """journeys, who or segments."""
    title: Said
    """"" for a comparison that nobody wrote."""
    summary: Said
    journey: Said
    """The journey whose versions or people are compared."""
    tabs: tuple[Tab, ...]
    contenders: tuple[Contender, ...]
    lead: Lead
    heads: tuple[Head, ...]
    overlay: Overlay | None
    lanes: tuple[Lane, ...]
    alone: tuple[Alone, ...]
    minds: tuple[Mind, ...]
    many: Many | None
    index: str
    """The address of the list of comparisons, or ""."""
    shares: bool
    deeper: bool = True


def comparison(edition: Edition, id: str) -> ComparisonView:
    """The page of a comparison."""
    scene, subject = scene_of(edition, id), Subject("comparison", id)
    contest, path = scene.contest, scene.path
    several = len(contest.contenders) > OVERLAID
    title, summary = edition.say(contest.title), edition.say(contest.summary)
    heads = tuple(_head(scene, at) for at in range(len(scene.spine.columns)))
    journey = edition.say(scene.card(0).title)
    view = ComparisonView(
        frame(edition, subject, title, summary, "compare", contest.file),
        contest.kind,
        title,
        summary,
        journey,
        siblings(edition, path, contest),
        tuple(_contender(scene, at) for at in range(len(contest.contenders))),
        lead(scene),
        heads,
        None if several else overlay(scene),
        () if several else lanes(scene),
        () if several else tuple(_alone(scene)),
        () if several or (contest.show and "empathy" not in contest.show) else minds(scene),
        many(scene) if several else None,
        edition.sitemap.link(path, Subject("compare"), edition.language)
        if edition.sitemap.has(Subject("compare"), edition.language)
        else "",
        scene.spine.shares,
    )
    return replace(view, frame=replace(view.frame, fallback=True)) if fell_back(view) else view


def _contender(scene: Scene, at: int) -> Contender:
    side, card, atlas = scene.spine.sides[at], scene.card(at), scene.edition.atlas
    who = side.contender.who
    if not scene.together:
        anchor = scene.edition.anchor(scene.path, Subject("journey", card.id), card.title)
    elif len(who) == 1 and who[0] in atlas.personas:
        anchor = scene.edition.anchor(scene.path, Subject("persona", who[0]), atlas.personas[who[0]].role or atlas.personas[who[0]].title)
    else:
        anchor = Anchor(Said(""))
    return Contender(at + 1, scene.names[at], anchor, side.state, side.score, side.coverage.share, side.coverage.by_weight)


def _head(scene: Scene, nth: int) -> Head:
    column, edition = scene.spine.columns[nth], scene.edition
    found = [(at, stance) for at, stance in enumerate(column.stances) if stance]
    linked = found[:1] if scene.together else found
    stages = tuple(
        (at + 1, edition.anchor(scene.path, Subject("journey", scene.card(at).id), stance.title, f"s-{stance.id}")) for at, stance in linked
    )
    said = edition.say(column.title)
    renamed = any(anchor.said.text.casefold() != said.text.casefold() for _, anchor in stages)
    return Head(f"s-{column.id}", nth + 1, said, stages, renamed, column.by, 0 if column.shared else found[0][0] + 1)


def _alone(scene: Scene) -> list[Alone]:
    """Stages without a counterpart, by the subject that has them."""
    found = []
    for at, name in enumerate(scene.names):
        mine = [column for column in scene.spine.columns if not column.shared and column.stances[at]]
        stages = tuple(Anchor(scene.edition.say(column.title), f"#s-{column.id}") for column in mine)
        found += [Alone(at + 1, name, stages)] if stages else []
    return found


def _ids(atlas: Atlas) -> tuple[str, ...]:
    return tuple(contest.id for contest in contests(atlas))


COMPARISON = Kind("comparison", "comparison.html", _ids, "compare/{}/index.html".format, comparison)
