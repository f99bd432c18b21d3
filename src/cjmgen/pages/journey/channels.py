"""channels: the channel lane, a row a channel with its touchpoints on a rail from first to last contact."""

from collections.abc import Iterable

from cjmgen.atlas.cards.card import CostCard
from cjmgen.atlas.cards.score import touchpoint_score
from cjmgen.atlas.cards.spend import cost_card, counted_in
from cjmgen.insight.charts.curve import across, tone
from cjmgen.model.journey import Stage
from cjmgen.model.touchpoint import Cost, Next, Touchpoint
from cjmgen.pages.journey.items import Badge, Picture, is_internal
from cjmgen.pages.journey.scene import Scene, Text
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass

NO_COST = Cost.model_construct()


@dataclass(frozen=True, slots=True)
class Way:
    """Where people go from a touchpoint; `leave` ends the journey and has no anchor."""

    anchor: Anchor | None
    share: float | None
    when: Said


@dataclass(frozen=True, slots=True)
class Contact:
    """A touchpoint as a pill, with what opens on demand. `spot` is its id in the page."""

    spot: str
    said: Said
    channel: Said
    icon: str
    who: tuple[Badge, ...]
    value: float | None
    tone: str
    moment: str
    why: Said
    automated: bool
    wait: Said
    duration: Said
    cost: Said
    """What it costs in words."""
    spent: float | None
    """What is spent on it in the `period`, which is "" where nobody says it."""
    period: str
    currency: str
    more: Said
    link: str
    detail: Anchor | None
    """The journey that tells this touchpoint in detail."""
    ways: tuple[Way, ...]
    picture: Picture | None
    owner: Said
    internal: bool = False

    @property
    def opens(self) -> bool:
        """Whether there is more to say than the pill shows."""
        return bool(self.moment or self.why or self.duration or self.costs or self.more or self.link)

    @property
    def costs(self) -> bool:
        """Whether it is known what it costs."""
        return bool(self.cost) or self.spent is not None


@dataclass(frozen=True, slots=True)
class ChannelCell:
    """What of a channel lies in one stage. `rail` is "", `rail`, `rail from` or `rail to`."""

    rail: str
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel; without an id it holds the touchpoints that name none."""

    id: str
    icon: str
    anchor: Anchor
    cells: tuple[ChannelCell, ...]


@dataclass(frozen=True, slots=True)
class Arc:
    """A way from one touchpoint to another, drawn above the channels in a view box of 1000 × 100; `back` for loops."""

    path: str
    back: bool


@dataclass(frozen=True, slots=True)
class Channels:
    """The channel lane."""

    rows: tuple[ChannelRow, ...]
    arcs: tuple[Arc, ...]
    contacts: int
    channels: int


def contact(scene: Scene, stage: Stage, written: Touchpoint) -> Contact:
    """A touchpoint with everything that is known of it."""
    atlas = scene.edition.atlas
    channel = atlas.channels.get(written.channel or "")
    score, cost = touchpoint_score(written), written.cost or NO_COST
    paid = cost_card(written.cost, scene.journey, atlas.metrics, atlas.measured)
    return Contact(
        scene.spot("touchpoints", stage.key, written.key), scene.say(written.title),
        scene.say(channel.title if channel else written.channel), (channel.icon if channel else None) or "",
        scene.who(written.who), score, tone(score), written.moment or "", scene.say(written.why), written.automated,
        scene.say(written.wait), scene.say(written.duration), scene.say(cost.note),
        paid.spent if paid else None, _period(scene, paid), (paid.currency if paid else "") or atlas.settings.currency or "",
        scene.say(written.description), written.link or "", scene.journey_link(written.journey),
        tuple(_way(scene, stage, each) for each in written.next),
        scene.picture(atlas.journeys[scene.id].file, written.image, written.title), scene.team(written.owner), is_internal(written),
    )  # fmt: skip


def _period(scene: Scene, paid: CostCard | None) -> str:
    """The period of an amount: of a metric its own, of one that was typed that in which the journey's people are counted."""
    return (paid.period or counted_in(scene.journey, scene.edition.atlas.metrics)) if paid else ""


def _way(scene: Scene, stage: Stage, written: Next) -> Way:
    found = scene.target(stage, written.to)
    return Way(found[2] if found else None, written.share, scene.say(written.when))


def channels(scene: Scene, contacts: tuple[tuple[Contact, ...], ...]) -> Channels | None:
    """The channel lane of these contacts by stage; rows in the order of first contact, those without a channel last."""
    stages = scene.journey.stages
    found: dict[str, list[list[Contact]]] = {}
    for at, (stage, cell) in enumerate(zip(stages, contacts, strict=True)):
        for written, shown in zip(stage.touchpoints, cell, strict=True):
            found.setdefault(written.channel or "", [[] for _ in stages])[at].append(shown)
    keys = sorted(found, key=lambda key: not key)
    rows = tuple(_row(scene, key, found[key]) for key in keys)
    return Channels(rows, tuple(_arcs(scene)), sum(map(len, contacts)), len(rows) - ("" in found)) if rows else None


def _row(scene: Scene, key: str, cells: list[list[Contact]]) -> ChannelRow:
    touched = [at for at, cell in enumerate(cells) if cell]
    first, last = (touched[0], touched[-1]) if key and touched else (0, 0)
    channel = scene.edition.atlas.channels.get(key)
    return ChannelRow(
        key, (channel.icon if channel else None) or "", _named(scene, key, channel.title if channel else key),
        tuple(ChannelCell(_rail(at, first, last), tuple(cell)) for at, cell in enumerate(cells)),
    )  # fmt: skip


def _named(scene: Scene, key: str, title: Text) -> Anchor:
    """A channel's name, with its page."""
    return scene.edition.anchor(scene.path, Subject("channel", key), title) if key else Anchor(SILENCE)


def _rail(at: int, first: int, last: int) -> str:
    if first == last or not first <= at <= last:
        return ""
    return "rail from" if at == first else "rail to" if at == last else "rail"


def _arcs(scene: Scene) -> Iterable[Arc]:
    """An arc for each way that skips a touchpoint or leads back; the plain way on needs none."""
    stages = scene.journey.stages
    order = [(at, nth) for at, stage in enumerate(stages) for nth in range(len(stage.touchpoints))]
    for number, (at, nth) in enumerate(order):
        for way in stages[at].touchpoints[nth].next:
            found = scene.target(stages[at], way.to)
            goal = next((n for n, (a, t) in enumerate(order) if found and a == found[0] and t == max(found[1], 0)), None)
            if goal is not None and goal not in (number, number + 1):
                ends = [across(a, len(stages), t, len(stages[a].touchpoints)) for a, t in (order[number], order[goal])]
                yield _arc(ends[0], ends[1])


def _arc(start: float, end: float) -> Arc:
    """Higher the farther it leads, so that arcs over one another stay apart."""
    top = round(100 - 130 * min(1.0, 0.35 + abs(end - start) / 500), 1)
    return Arc(f"M{start:g} 100C{start:g} {top:g} {end:g} {top:g} {end:g} 100", end < start)
