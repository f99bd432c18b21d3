"""bundled: the themes, the manual and the workflows that come with cjmgen, from the wheel or from a checkout."""

from pathlib import Path

from cjmgen.shell.disk import folder
from cjmgen.shell.ledger import Ledger
from cjmgen.shell.wrong import Refused
from cjmgen.tree import Tree

_PACKAGE = Path(__file__).resolve().parent.parent
_CHECKOUT = _PACKAGE.parent.parent


def themes(ledger: Ledger | None = None) -> Tree:
    """The files of all themes that come with cjmgen, each theme in a folder."""
    return folder(_find("themes/default").parent, ledger)


def problems_manual() -> str:
    """docs/problems.md, which explains every code."""
    return _find("docs/problems.md").read_text("utf-8")


def workflow(path: str) -> str:
    """A file that a forge runs, as this repository has it for itself."""
    return _find(path).read_text("utf-8")


def _find(path: str) -> Path:
    """Something inside the package, as the wheel has it, else beside `src`, as a checkout has it."""
    for place in (_PACKAGE / path, _CHECKOUT / path):
        if place.exists():
            return place
    raise Refused(f"this installation of cjmgen is incomplete: it has no {path}; install it again")
