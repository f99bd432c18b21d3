"""journey_people: the personas of a journey as strips above the map, and the actors beside them."""

from dataclasses import dataclass

from cjmgen.pages.journey_items import Badge
from cjmgen.pages.view import Anchor, Said


@dataclass(frozen=True, slots=True)
class Quadrant:
    """A part of an empathy map: says, thinks, does, feels, sees, hears, pains or gains."""

    key: str
    lines: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A persona above the map. `photo` is the address of an image, or ""; then the badge's initials are drawn."""

    id: str
    anchor: Anchor
    badge: Badge
    photo: str
    alt: Said
    role: Said
    summary: Said
    quote: Said
    empathy: tuple[Quadrant, ...]
