"""rows: the lanes of a journey's page from top to bottom, as the project orders them."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from cjmgen.model.lane import BLUEPRINT, LANES
from cjmgen.pages.journey.lanes import LaneRow, in_order, row
from cjmgen.pages.journey.notes import blueprint, free, goals, notes, tailored
from cjmgen.pages.journey.scene import Scene


def rows(scene: Scene, drawn: Collection[str]) -> tuple[LaneRow, ...]:
    """All lanes of notes, and those that are `drawn` from a field of the page's own."""
    written = {
        "goal": goals(scene),
        "tailored": tailored(scene),
        **{key: notes(scene, key) for key in ("actions", "feelings", "thoughts", "questions")},
    }
    usual = [row(scene, key, written.get(key)) for key in LANES if key not in BLUEPRINT and (key in drawn or written.get(key))]
    return tuple(_once(in_order(scene.edition.atlas.settings.lanes, (*usual, *blueprint(scene), *free(scene)))))


def _once(rows: tuple[LaneRow, ...]) -> Iterator[LaneRow]:
    """The rows without what the one before has told already."""
    for before, each, after in zip((None, *rows), rows, (*rows[1:], None), strict=False):
        if not (before and each.behind and before.key == each.key):
            yield replace(each, leads=bool(after and after.behind and after.key == each.key))
