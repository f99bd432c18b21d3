"""whole: a site written in one go, each file made when its turn comes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from cjmgen.shell.site_folder.place import Written, opened
from cjmgen.tree import Tree


def write(site: Iterator[tuple[str, bytes]], folder: Path) -> Written:
    """Write a site file by file. Until the last one was made, what stood in the folder stays as it was."""
    with opened(folder) as place:
        made = [place.stage(path, content) for path, content in site]
        return place.settle([one.path for one in made], [one.path for one in made if one.aside])


def as_files(site: Tree, languages: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    """The files of a tree, each made when its turn comes; a page's languages follow one another and share what is made for them."""
    return ((path, site[path]) for path in in_turn(site, languages))


def in_turn(paths: Iterable[str], languages: Iterable[str]) -> list[str]:
    """Paths in the order in which a page's languages follow one another."""
    folders = frozenset(languages)

    def turn(path: str) -> tuple[str, str]:
        first, _, rest = path.partition("/")
        return (rest if first in folders else path), path

    return sorted(paths, key=turn)
