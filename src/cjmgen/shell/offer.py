"""offer: the files by which a forge publishes and reviews a project, put into the repository around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cjmgen import __version__
from cjmgen.formats.forge import GITHUB, GITLAB, elsewhere
from cjmgen.report.width import safe
from cjmgen.shell.bundled import workflow
from cjmgen.shell.wrong import Refused


@dataclass(frozen=True, slots=True)
class Offer:
    """Files by path, from the top of a repository."""

    top: Path
    files: Mapping[str, str]

    def write(self) -> None:
        """Write them all."""
        for path, text in self.files.items():
            place = self.top / path
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)


def offer(project: Path, github: bool, gitlab: bool) -> Offer:
    """What is asked for; refused where one of the files is there already, as nobody knows what else it does."""
    names = (*(GITHUB if github else ()), *((GITLAB,) if gitlab else ()))
    place = project.resolve()
    top = next((each for each in (place, *place.parents) if (each / ".git").exists()), place)
    files = elsewhere({name: workflow(name) for name in names}, __version__, place.relative_to(top).as_posix())
    for path in files:
        way = [top / part for part in (path, *map(str, Path(path).parents))]
        if (top / path).exists() or any(each.is_symlink() for each in way):
            raise Refused(f"{safe(path)} is there already, or a link; it is left as it is")
    return Offer(top, files)
