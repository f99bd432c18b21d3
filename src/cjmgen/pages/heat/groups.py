"""groups: the heat map by persona, by team and by tag: how the journeys of each feel together, the lowest first."""

from collections.abc import Iterable, Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard, Text
from cjmgen.insight.portfolio.heat import Heat, by_step, of_journey, of_journeys, together
from cjmgen.model.amount import half_up
from cjmgen.model.slug import slug
from cjmgen.pages.heat.board import Board, Cell, Ground, board, cell, ground, has_heat, spread
from cjmgen.pages.home.page import HEATMAP
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.filters import tag_keys
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import MOST
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.tags.tag import all_tags
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass

Walk = tuple[Mapping[str, Heat], Heat]
"""What a group has of one journey: the heat on each step, and of all of it."""


@dataclass(frozen=True, slots=True)
class Group:
    """A persona, a team or a value of a tag; `journeys` of it are counted, `href` leads to them on the heat map."""

    anchor: Anchor
    journeys: int
    href: str
    cells: tuple[Cell | None, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class Lowest:
    """Where a group is lowest."""

    group: Said
    stage: Said
    score: float
    href: str


@dataclass(frozen=True, slots=True)
class HeatGroupsView:
    """The heat map by groups; `by` is persona, team or tag, and a tag has its own name."""

    frame: Frame
    by: str
    label: Said
    lowest: Lowest | None
    board: Board
    groups: tuple[Group, ...]
    left_out: int
    """Groups beyond those shown, none of them lower."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A group before it is told: its text, its own page, its key in the address of filters."""

    text: Text
    page: Subject
    filter: str
    walks: tuple[Walk, ...]

    @property
    def total(self) -> Heat:
        """All that its journeys have, together."""
        return of_journeys([whole for _, whole in self.walks])


def groups(edition: Edition, id: str) -> HeatGroupsView:
    """The heat map by the groups of an id: `persona`, `team`, `tag-product`."""
    subject = Subject("heatmap-by", id)
    path = edition.sitemap.path(subject, edition.language)
    by, label = next((kind, label) for way, kind, label in edition.once(ways) if way == id)
    found = gathered(edition, id)
    made = tuple(_drawn(edition, path, group) for group in found[:MOST])
    around, low = board(edition, path, id, edition.once(ways)), _lowest(edition, path, found)
    return HeatGroupsView(
        frame(edition, subject, SILENCE, SILENCE, "heatmap", fallback=fell_back((made, around.columns, low))),
        by, label, low, around, made, len(found) - len(made),
    )  # fmt: skip


def ways(edition: Edition) -> tuple[tuple[str, str, Said], ...]:
    """The rows that there are, as (id, kind, own name): the journeys first."""
    labels = {f"tag-{slug(key)}": key for key in tag_keys(edition.once(ground).counted)}
    made = ((id, "tag" if id in labels else id, Said(labels.get(id, ""))) for id in _ids(edition.atlas))
    return (("", "journey", SILENCE), *made)


def _ids(atlas: Atlas) -> tuple[str, ...]:
    """What the counted journeys can be grouped by; one group is none."""
    if not has_heat(atlas):
        return ()
    counted = [card for card in atlas.journeys.values() if card.counted]
    people = {id for card in counted for id in card.personas if id in atlas.personas}
    teams = {stage.owner for card in counted for stage in card.stages if stage.owner in atlas.teams}
    tags = (f"tag-{slug(key)}" for key in tag_keys(counted))
    return (*["persona"][: len(people) > 1], *["team"][: len(teams) > 1], *tags)


def gathered(edition: Edition, id: str) -> list[Gathered]:
    """The groups of an id, the lowest first."""
    return sorted(_groups(edition, id), key=_weight)


def _groups(edition: Edition, id: str) -> Iterable[Gathered]:
    """The groups that have a counted journey."""
    atlas = edition.atlas
    walks = {"persona": _by_persona, "team": _by_team}.get(id, _by_tag)(edition, id)
    addresses = {each.value: address for address, each in edition.once(all_tags).items() if f"tag-{slug(each.key)}" == id}
    for name, walked in walks.items():
        if id == "persona":
            yield Gathered(atlas.personas[name].title, Subject("persona", name), f"persona={name}", tuple(walked))
        elif id == "team":
            yield Gathered(atlas.teams[name].title, Subject("team", name), f"team={name}", tuple(walked))
        else:
            yield Gathered(name, Subject("tag", addresses[name]), f"{id}={id.removeprefix('tag-')}:{slug(name)}", tuple(walked))


def _by_persona(edition: Edition, id: str) -> Mapping[str, list[Walk]]:
    found = edition.once(ground)
    return _sorted(((persona, card) for card in found.counted for persona in card.personas if persona in edition.atlas.personas), found)


def _by_tag(edition: Edition, id: str) -> Mapping[str, list[Walk]]:
    found = edition.once(ground)
    return _sorted(((value, card) for card in found.counted for key, value in card.tags if f"tag-{slug(key)}" == id), found)


def _sorted(named: Iterable[tuple[str, JourneyCard]], found: Ground) -> Mapping[str, list[Walk]]:
    walks: dict[str, list[Walk]] = {}
    for name, card in named:
        walks.setdefault(name, []).append((found.heats(card), of_journey(card)))
    return walks


def _by_team(edition: Edition, id: str) -> Mapping[str, list[Walk]]:
    """What a team answers for: the stages it owns, not all of a journey."""
    found, walks = edition.once(ground), dict[str, list[Walk]]()
    for card in found.counted:
        owned: dict[str, list[Heat]] = {}
        for heat in found.stages[card.id]:
            if heat.stage and heat.stage.owner in edition.atlas.teams:
                owned.setdefault(heat.stage.owner or "", []).append(heat)
        for team, heats in owned.items():
            walks.setdefault(team, []).append((by_step(heats, found.axis), together(heats)))
    return walks


def _weight(group: Gathered) -> tuple[bool, float, str]:
    """The lowest first, those without a score last."""
    score = group.total.score
    return score is None, score or 0.0, group.filter


def _drawn(edition: Edition, start: str, group: Gathered) -> Group:
    steps = edition.once(ground).steps
    total = cell(edition, "", group.total)
    assert total is not None
    return Group(
        edition.anchor(start, group.page, group.text),
        len(group.walks),
        edition.sitemap.link(start, HEATMAP, edition.language, group.filter),
        tuple(cell(edition, start, heat) for heat in spread(steps, [walk for walk, _ in group.walks])),
        total,
    )


def _lowest(edition: Edition, start: str, found: Iterable[Gathered]) -> Lowest | None:
    """The lowest mean of a group on a step that is shown."""
    steps = edition.once(ground).steps
    felt = [
        (heat.score, group, step, heat)
        for group in found
        for step, heat in zip(steps, spread(steps, [walk for walk, _ in group.walks]), strict=True)
        if heat and heat.score is not None
    ]
    if not felt:
        return None
    score, group, step, heat = min(felt, key=lambda one: one[0])
    made = cell(edition, start, heat)
    stage = edition.once(ground).axis.titles[step]
    return Lowest(edition.say(group.text), edition.say(stage), half_up(score, 1), made.href if made else "")


HEAT_GROUPS = Kind("heatmap-by", "heat_groups.html", _ids, "heatmap/by-{}/index.html".format, groups)
