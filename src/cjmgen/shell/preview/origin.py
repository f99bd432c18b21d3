"""origin: where in the maps a part of a page comes from: the file, and the line at which it begins."""

import re
from collections.abc import Iterator, Sequence

from cjmgen.model.journey import Journey
from cjmgen.pages.parts.spots import spots
from cjmgen.problem import Keys
from cjmgen.report.spot import Spot
from cjmgen.shell.look import Look
from cjmgen.syntax.locate import locate
from cjmgen.value import dataclass

PARTS = {"t": "touchpoints", "p": "pains", "o": "opportunities"}
"""The letters that ids of a journey's page begin with, and the lists of a stage that they stand for."""
STAGE = re.compile(r"[sgv]-(.+)")
FIRST = 4
"""Words of a text by which its line is found: more may stand on the next one."""

_SUBJECT = re.compile(
    r"(?:(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)/)?(?P<kind>journeys|personas|compare|metrics|teams|channels)/(?P<id>.+)/(?:index|read)\.html"
)
_SMALL = {"compare": "comparison", "metrics": "metric", "teams": "team", "channels": "channel"}
_DIRECTORIES = {"teams": "maps/teams.yml", "channels": "maps/channels.yml", "stages": "maps/stages.yml"}


@dataclass(frozen=True, slots=True)
class Text:
    """A file of the project as it is now."""

    file: str
    content: bytes


def origin(look: Look, page: str, ids: Sequence[str] = (), words: str = "") -> Spot | None:
    """The place of a part of a page.

    `ids` are those of the elements around the part, from within outwards, `words` its text; None for a page that no one file makes.
    """
    found = next((file for id in ids if id.startswith("e-") for file in _evidence(look, id[2:])), None) or _file(look, page)
    if not found or found not in look.files:
        return None
    # as it is now, whatever it was when it was looked at: that is what the editor shows
    content = (look.root / found).read_bytes()
    line, last = _begins(look, page, Text(found, content), ids)
    return _at(Text(found, content), line, last, words)


def _evidence(look: Look, id: str) -> Iterator[str]:
    return (file for file in look.sources if file.startswith("maps/evidence/") and file.rpartition("/")[2].partition(".")[0] == id)


def _file(look: Look, page: str) -> str | None:
    """The file that a page is about."""
    found = _SUBJECT.fullmatch(page)
    atlas = look.atlas
    if not found or (found["language"] and found["language"] not in look.languages):
        folder = page.removesuffix("/index.html").rpartition("/")[2]
        return _DIRECTORIES.get(folder)
    match found["kind"]:
        case "journeys" if found["id"] in atlas.journeys:
            return atlas.journeys[found["id"]].file
        case "personas" if found["id"] in atlas.personas:
            return atlas.personas[found["id"]].file
    return atlas.files.get(f"{_SMALL.get(found['kind'])}/{found['id']}")


def _begins(look: Look, page: str, text: Text, ids: Sequence[str]) -> tuple[int, int]:
    """The line at which a part of a journey begins, and the last that can be its own; a patch counts other stages than its journey.

    Of a file that holds many entities, the line of one.
    """
    found = _SUBJECT.fullmatch(page)
    every = text.content.count(b"\n") + 1
    if found and text.file == _DIRECTORIES.get(found["kind"]):
        return locate(text.file, text.content, Keys((found["id"],), "key")).line, every
    if not found or found["kind"] != "journeys":
        return 1, every
    journey = look.atlas.journey(found["id"])
    path = None if journey.extends else next(_paths(journey, ids), None)
    if path is None:
        return 1, every
    after = ("stages", path[1] + 1) if path[1] + 1 < len(journey.stages) else None
    end = locate(text.file, text.content, Keys(after)).line - 1 if after else every
    return locate(text.file, text.content, Keys(path)).line, end


def _paths(journey: Journey, ids: Sequence[str]) -> Iterator[tuple[str, int] | tuple[str, int, str, int]]:
    """The key paths that ids of a page stand for, in their order."""
    keys = [stage.key for stage in journey.stages]
    for id in ids:
        if id[:2].rstrip("-") in PARTS and id[1:2] == "-":
            field = PARTS[id[0]]
            each = [(at, nth, part.key) for at, stage in enumerate(journey.stages) for nth, part in enumerate(getattr(stage, field))]
            named = spots(id[0], ((keys[at], key) for at, _, key in each))
            yield from (("stages", at, field, nth) for at, nth, key in each if named[keys[at], key] == id)
        elif (found := STAGE.fullmatch(id)) and found[1] in keys:
            yield "stages", keys.index(found[1])


def _at(text: Text, line: int, last: int, words: str) -> Spot:
    """The first line of the part that holds the beginning of a text; where none does, the line at which the part begins."""
    lines = text.content.decode("utf-8", "replace").splitlines()[line - 1 : last]
    folded = [" ".join(each.split()).casefold() for each in lines]
    for start in _beginnings(words.casefold().split()):
        found = next((at for at, each in enumerate(folded) if start in each), None)
        if found is not None:
            return Spot(text.file, line + found, len(lines[found]) - len(lines[found].lstrip()) + 1, 1, lines[found])
    return Spot(text.file, line, 1)


def _beginnings(words: list[str]) -> Iterator[str]:
    """The first words of a text, ever fewer: what follows them on the page may stand elsewhere in the file. One alone says too little."""
    for count in range(min(FIRST, len(words)), min(2, len(words)) - 1, -1):
        if count:
            yield " ".join(words[:count])
