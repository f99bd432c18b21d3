"""page: the ways in which customers and company meet, those that feel worst first."""

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.portfolio.feel import feel
from cjmgen.insight.portfolio.reach import Reach
from cjmgen.pages.channels.channel import ChannelFigures, channel_figures
from cjmgen.pages.channels.outlay import ChannelOutlay, channel_outlay
from cjmgen.pages.channels.reached import all_outlays, all_reaches
from cjmgen.pages.parts.cells import touchpoint_link
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import Pager, number_of, pager, part_ids, part_of, part_path, parts
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import SILENCE, Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """A channel in the list, with its lowest touchpoint."""

    anchor: Anchor
    icon: str
    kind: str
    figures: ChannelFigures
    worst: Anchor | None
    score: float | None
    outlay: ChannelOutlay | None


@dataclass(frozen=True, slots=True)
class ChannelsView:
    """The list of the channels that journeys use, or a later part of it."""

    frame: Frame
    site: Said
    lines: tuple[ChannelLine, ...]
    sums: tuple[ChannelLine, ...]
    """Those of the lines of which it is known who comes, what they cost or what is automated: those that cost most first, then those whose
    stages have most people."""
    total: int
    lowest: ChannelLine | None
    """The channel that feels worst; None where nothing was felt."""
    pager: Pager | None


def channels(edition: Edition, id: str = "") -> ChannelsView:
    """A part of the list."""
    number = number_of(id)
    found = edition.once(all_reaches)
    order = edition.once(ranked)
    subject = part_of("channels", number)
    path = edition.sitemap.path(subject, edition.language)
    split = parts(order)
    lines = tuple(_line(edition, path, channel, found[channel]) for channel in split[number - 1])
    first = _line(edition, path, order[0], found[order[0]])
    return ChannelsView(
        frame(edition, subject, SILENCE, SILENCE, "channels", fallback=fell_back(lines)),
        edition.say(edition.atlas.settings.title),
        lines,
        tuple(sorted((line for line in lines if line.outlay), key=_dear)),
        len(order),
        first if first.figures.feel else None,
        pager(edition, path, "channels", number, len(split)),
    )


def ranked(edition: Edition) -> tuple[str, ...]:
    """The channels in the order of the list."""
    found = edition.once(all_reaches)
    return tuple(sorted(found, key=lambda channel: _weight(found[channel])))


def _weight(reach: Reach) -> float:
    felt = feel(reach.scores)
    return felt.mean if felt else 9.0


def _dear(line: ChannelLine) -> tuple[float, int]:
    """Amounts in several currencies can't be added, so the first one counts."""
    found = line.outlay
    return (-found.paid[0].spent if found and found.paid else 0.0, -(found.people or 0) if found else 0)


def _line(edition: Edition, start: str, id: str, reach: Reach) -> ChannelLine:
    told, ends = edition.atlas.channels[id], reach.ends()
    worst = touchpoint_link(edition, start, *ends[0]) if ends else None
    return ChannelLine(
        edition.anchor(start, Subject("channel", id), told.title),
        told.icon or "touchpoint",
        told.kind or "",
        channel_figures(reach),
        worst,
        ends[0][1].score if ends else None,
        channel_outlay(edition, edition.once(all_outlays)[id]),
    )


def _ids(atlas: Atlas) -> tuple[str, ...]:
    used = dict.fromkeys(point.channel for card in atlas.journeys.values() for point in card.touchpoints if point.channel in atlas.channels)
    return part_ids(len(used)) if used else ()


CHANNELS = Kind("channels", "channels.html", _ids, lambda id: part_path("channels", id), channels)
