"""bundled: the themes and the manual that come with cjmgen, from the wheel or from a checkout."""

from pathlib import Path

from cjmgen.shell.disk import folder
from cjmgen.shell.wrong import Refused, did_you_mean
from cjmgen.tree import Tree

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def theme(name: str) -> Tree:
    """The files of a theme that comes with cjmgen."""
    home = _find("themes")
    names = sorted(place.name for place in home.iterdir() if place.is_dir())
    if name not in names:
        raise Refused(f"there is no theme '{name}'{did_you_mean(name, names)}; the themes are {', '.join(names)}")
    return folder(home / name)


def problems_manual() -> str:
    """docs/problems.md, which explains every code."""
    return (_find("docs") / "problems.md").read_text("utf-8")


def _find(name: str) -> Path:
    """A folder inside the package, as the wheel has it, else beside `src`, as a checkout has it."""
    for place in (_PACKAGE / name, _CHECKOUT / name):
        if place.is_dir():
            return place
    raise Refused(f"this installation of cjmgen is incomplete: its folder '{name}' is missing; install it again")
