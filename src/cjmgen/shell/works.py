"""works: a site made of a project: what is known to stand as it should is left alone, the rest is drawn and put in its place."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cjmgen import pipeline
from cjmgen.digest import Digest, digest
from cjmgen.memo.trace import Fact
from cjmgen.pipeline.drawing import Drawing
from cjmgen.shell.clock import Day
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.many import ENOUGH
from cjmgen.shell.memory import Memory
from cjmgen.shell.progress import Progress
from cjmgen.shell.project import Project
from cjmgen.shell.site_folder import Place, Written, in_turn, opened
from cjmgen.shell.standing import ledger_of, note, standing

TOUCHED: Fact = ("file", "")
"""Why a page is made again of which everything is known: its file is not what it was."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a build did to the folder, the digests of what stands there now, and for each page that was drawn, why."""

    written: Written
    digests: dict[str, Digest]
    reasons: tuple[tuple[str, Fact], ...]


def make_site(project: Project, folder: Path, today: Day, memory: Memory, explain: bool = False) -> Made:
    """Draw the pages that are not known to stand, and write what changed."""
    drawing = Drawing.of(project.atlas, project.theme, memory.store)
    rest = pipeline.others(drawing, project.atlas, project.files, today.date if today.given else None)
    with opened(folder) as place:
        ledger = Ledger(memory.store, ledger_of(folder))
        stands = standing(place, ledger)
        due = _due(drawing, stands, project.atlas.settings.languages)
        reasons = _reasons(drawing, due) if explain else ()
        digests = {path: rest.digest(path) for path in rest}
        staged = [path for path, name in digests.items() if stands.get(path) != name and place.stage(path, rest[path]).aside]
        digests.update(_drawn(drawing, due, place, memory, staged))
        written = place.settle({*drawing.pages, *digests}, staged)
        stand = {path: digests.get(path) or stands[path] for path in (*drawing.pages, *rest)}
        note(place, ledger, stand)
    return Made(written, stand, reasons)


def _due(drawing: Drawing, stands: dict[str, Digest], languages: Iterable[str]) -> list[str]:
    """The pages to draw, so ordered that the languages of a page follow one another and share what is made for them."""
    known = drawing.known(drawing.pages)
    return in_turn((path for path, name in known if name is None or stands.get(path) != name), languages)


def _reasons(drawing: Drawing, due: list[str]) -> tuple[tuple[str, Fact], ...]:
    return tuple((path, why or TOUCHED) for path, why in drawing.reasons(due))


def _drawn(drawing: Drawing, due: list[str], place: Place, memory: Memory, staged: list[str]) -> dict[str, Digest]:
    """Draw pages and lay them aside; their digests."""

    def work(number: int) -> str:
        content = drawing.draw(due[number])
        return json.dumps([place.stage(due[number], content).aside, digest(content)])

    digests = {}
    if len(due) >= ENOUGH:
        drawing.prepare(due)
    with Progress("Writing", len(due)) as progress:
        for path, told in zip(due, progress.over(memory.many(work, len(due))), strict=True):
            aside, name = json.loads(told)
            digests[path] = Digest(name)
            if aside:
                staged.append(path)
    return digests
