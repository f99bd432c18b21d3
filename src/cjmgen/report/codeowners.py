"""codeowners: who has to be asked about which map, as the file CODEOWNERS that GitHub and GitLab read, and in it the part that is ours."""

import re
from collections.abc import Iterable, Iterator, Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import OpportunityCard, StageCard, TouchpointCard
from cjmgen.value import dataclass

BEGIN = "# maps: written by `cjmgen owners`; edit the teams and owners in the maps instead"
END = "# end of maps"

_HANDLE = re.compile(r"@[A-Za-z0-9](?:[A-Za-z0-9._-]*)(?:/[A-Za-z0-9._-]+)*")
_ODD = re.compile(r"[\[\]!*?\\\x00-\x1f\x7f]")
"""What no path in CODEOWNERS can hold: there is no way to write it that both hosts read."""


@dataclass(frozen=True, slots=True)
class Owned:
    """The part of CODEOWNERS that is ours, and the files it can't name."""

    text: str
    left: tuple[str, ...]


def owned(atlas: Atlas, prefix: str = "") -> Owned:
    """The files of the journeys and metrics that teams with a `github` answer for; `prefix` leads from the repository to the project."""
    handles = {id: team.github for id, team in atlas.teams.items() if team.github and _HANDLE.fullmatch(team.github)}
    files: dict[str, dict[str, None]] = {}
    for file, team in _owners(atlas):
        if team in handles:
            files.setdefault("/".join(filter(None, (prefix, file))), {})[handles[team]] = None
    lines = [f"/{_written(file)} {' '.join(names)}" for file, names in sorted(files.items()) if not _ODD.search(file)]
    return Owned("\n".join([BEGIN, *lines, END]) + "\n", tuple(file for file in sorted(files) if _ODD.search(file)))


def _owners(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Files with the teams that answer for something in them: the journey's first, then those of stages and touchpoints."""
    for card in atlas.journeys.values():
        parts: tuple[StageCard | TouchpointCard | OpportunityCard, ...] = (*card.stages, *card.touchpoints, *card.opportunities)
        yield from ((card.file, team) for team in (card.owner, *(part.owner for part in parts)) if team)
    for id, metric in atlas.metrics.items():
        if metric.owner:
            yield f"maps/metrics/{id}.yml", metric.owner


def _written(file: str) -> str:
    """A path as CODEOWNERS has it."""
    return file.replace("#", r"\#").replace(" ", r"\ ")


def put_in(text: str, part: str) -> str:
    """A CODEOWNERS with our part in it: in the place of the one that is there, else at the end."""
    lines = text.splitlines()
    start = max((at for at, line in enumerate(lines) if line == BEGIN), default=len(lines))
    if END in lines[start:]:
        end = lines.index(END, start)
        return "".join(f"{line}\n" for line in lines[:start]) + part + "".join(f"{line}\n" for line in lines[end + 1 :])
    before = "".join(f"{line}\n" for line in lines)
    return before + ("\n" if before.strip() else "") + part


def teams_without(atlas: Atlas) -> Mapping[str, Iterable[str]]:
    """The teams that own something and have no handle, with the files."""
    found: dict[str, dict[str, None]] = {}
    for file, team in _owners(atlas):
        if team in atlas.teams and not _HANDLE.fullmatch(atlas.teams[team].github or ""):
            found.setdefault(team, {})[file] = None
    return {team: tuple(files) for team, files in sorted(found.items())}
