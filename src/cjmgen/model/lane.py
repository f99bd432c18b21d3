"""lane: an entry under `lanes:` of cjmgen.yml, and the names that the map's own lanes go by there."""

from pydantic import Field

from cjmgen.model.field import Id, Text
from cjmgen.model.item import Item

BLUEPRINT = ("physical_evidence", "frontstage", "backstage", "support", "policies")
"""The lanes of a service blueprint: they stay together, or its lines of interaction and visibility would say what isn't so."""

LANES = (
    "goal", "actions", "emotion", "feelings", "voice", "thoughts", "questions", "gains", "pictures", "tailored", "channels",
    "funnel", "metrics", "pains", "chances", "teams", "handoffs", *BLUEPRINT,
)  # fmt: skip
"""The lanes a map has of itself, in the order of the page."""

ALIASES = {
    "quotes": "voice", "image": "pictures", "images": "pictures", "personalization": "tailored", "touchpoints": "channels",
    "entry": "funnel", "opportunities": "chances", "owner": "teams",
}  # fmt: skip
"""The lanes that are called otherwise than the field of the maps they show."""


def lane_named(id: str) -> str:
    """The lane of the map that an id means; "" for a lane of the project's own."""
    name = id.replace("-", "_")
    name = ALIASES.get(name, name)
    return name if name in LANES else ""


class Lane(Item):
    """A lane to put in its place, to name or to hide: one of the map's own, or a free one."""

    id: Id | None = Field(None, description="A lane of the map, such as `pains`, or a free lane's key under `lanes` of a stage.")
    title: Text | None = Field(None, description="What it is called; a free lane needs it.")
    icon: str | None = Field(None, description="The name of an icon of the theme, drawn beside the lane's name.")
    hidden: bool = Field(False, description="Leave this lane out of the pages.")

    @property
    def key(self) -> str:
        """The name the pages know it by."""
        return lane_named(self.id or "") or self.id or ""
