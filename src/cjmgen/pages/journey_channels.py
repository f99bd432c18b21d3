"""journey_channels: the channel lane, a row a channel with its touchpoints on a rail from first to last contact."""

from dataclasses import dataclass

from cjmgen.pages.journey_items import Badge, Picture
from cjmgen.pages.view import Anchor, Said


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
    more: Said
    link: str
    detail: Anchor | None
    """The journey that tells this touchpoint in detail."""
    ways: tuple[Way, ...]
    picture: Picture | None
    owner: Said

    @property
    def opens(self) -> bool:
        """Whether there is more to say than the pill shows."""
        return bool(self.why or self.duration or self.cost or self.more or self.link)


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
    said: Said
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
