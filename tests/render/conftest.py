"""conftest: the theme that ships, read from the repository."""

from pathlib import Path

import pytest

from cjmgen.render.theme import Theme
from cjmgen.tree import Tree

FOLDER = Path(__file__).parent.parent.parent / "themes" / "default"


@pytest.fixture(scope="session")
def files() -> Tree:
    """The files of the theme."""
    return Tree.of({path.relative_to(FOLDER).as_posix(): path.read_bytes() for path in sorted(FOLDER.rglob("*")) if path.is_file()})


@pytest.fixture(scope="session")
def theme(files: Tree) -> Theme:
    """The theme; it must be free of problems."""
    checked = Theme.read(files)
    assert checked.problems == ()
    return checked.value
