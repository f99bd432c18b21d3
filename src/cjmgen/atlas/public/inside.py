"""inside: what is left of a journey, with the references of its parts to one another followed: none leads to a part that is gone."""

from collections.abc import Container, Iterator, Mapping
from typing import Any

from cjmgen.atlas.public.cut import Knife, Plain, Rest, Sure
from cjmgen.atlas.public.mention import Thing

ABOUT = ("pains", "gains", "quotes", "opportunities")
"""Lists of a stage whose items may be about a touchpoint."""

Place = tuple[str, str]
"""A stage, and what stands in it."""


def journey_without(data: Plain, held: Container[Thing], hidden: bool, sure: Sure) -> Rest:
    """What is left of a journey; nothing of one that has no stage left."""
    knife = Knife(held, hidden, sure)
    left = knife.entity(data, "journey")
    if not left["stages"] and data["stages"]:
        return Rest(None, 0, 0)
    seam = _Seam(data, left)
    seam.mend()
    return Rest(left, knife.items + seam.items, knife.links + seam.links)


def parts_gone(id: str, data: Plain, left: Plain) -> Iterator[Thing]:
    """The stages and actors of a journey that are left out, for those who refer to them."""
    for kind, lane in (("journey#", "stages"), ("journey@", "actors")):
        kept = {item["id"] for item in left.get(lane) or ()}
        yield from ((kind, f"{id}{kind[-1]}{item['id']}") for item in data.get(lane) or () if item["id"] not in kept)


class _Seam:
    """Follows the references inside a journey in the whole of it, and takes those away that lead to what is gone."""

    def __init__(self, data: Plain, left: Plain) -> None:
        self._left = left
        self._whole, self._kept = _places(data), _places(left)
        self._homes: dict[Place, list[str]] = {}
        """By list and id the stages in which something of that id stands."""
        for lane, places in self._whole.items():
            for stage, id in places:
                self._homes.setdefault((lane, id), []).append(stage)
        self._stages = {stage["id"] for stage in data["stages"]}
        self._here = {stage["id"] for stage in left["stages"]}
        self.items = self.links = 0

    def mend(self) -> None:
        """Take away what leads nowhere by now."""
        for stage in self._left["stages"]:
            home = stage["id"]
            for item in (item for lane in ABOUT for item in stage.get(lane) or ()):
                if item.get("touchpoint") and self._is_gone("touchpoints", item["touchpoint"], home):
                    del item["touchpoint"]
                    self.links += 1
                if isinstance(item.get("pains"), list):
                    item["pains"] = self._some(item["pains"], [pain for pain in item["pains"] if not self._is_gone("pains", pain, home)])
            for touchpoint in stage.get("touchpoints") or ():
                if ways := touchpoint.get("next"):
                    touchpoint["next"] = self._some(ways, [way for way in ways if not self._is_shut(way["to"], home)])
        if handoffs := self._left.get("handoffs"):
            self._left["handoffs"] = [each for each in handoffs if not each.get("at") or each["at"] in self._here]
            self.items += len(handoffs) - len(self._left["handoffs"])

    def _some(self, whole: list[Any], left: list[Any]) -> list[Any]:
        self.links += len(whole) - len(left)
        return left

    def _is_shut(self, goal: str, home: str) -> bool:
        """Whether a way leads to a stage or a touchpoint that is gone."""
        return goal not in self._here if goal in self._stages else goal != "leave" and self._is_gone("touchpoints", goal, home)

    def _is_gone(self, lane: str, reference: str, home: str) -> bool:
        """Whether a reference led to something that is gone. An id of the own stage comes before the same one elsewhere."""
        stage, _, name = reference.rpartition("/")
        homes = self._homes.get((lane, name), [])
        goal = stage or (home if home in homes else next(iter(homes), ""))
        return (goal, name) not in self._kept[lane]


def _places(data: Plain) -> Mapping[str, Mapping[Place, None]]:
    """The touchpoints and pains of a journey."""
    return {
        lane: {(stage["id"], item["id"]): None for stage in data["stages"] for item in stage.get(lane) or ()}
        for lane in ("touchpoints", "pains")
    }
