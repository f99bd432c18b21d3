"""claim: which folder a site may be written to, and how a folder is known as one that cjmgen made."""

import os
from pathlib import Path

from cjmgen.shell.held import LOCK
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused

MARKER = ".cjmgen-site"
NOTE = "cjmgen writes this folder: it replaces the files in it and removes those that are no longer part of the site.\n"
STAGE = ".cjmgen-new"

_TRACES = frozenset({STAGE, LOCK})
"""What a build leaves behind that was killed before its first site stood."""


def check_place(folder: Path, root: Path) -> Path:
    """The folder, if a site may be written there; it need not exist yet."""
    place = Path(os.path.abspath(folder))
    real = Path(os.path.realpath(place))
    never = f"the site can't be written to {slashed(folder)}"
    if real == root or root.is_relative_to(real):
        raise Refused(f"{never}: that folder holds the project; name one of its own, such as 'site'")
    if real.is_relative_to(root / "maps"):
        raise Refused(f"{never}: it is part of the folder of maps")
    if place.is_symlink():
        raise Refused(f"{never}: it is a symbolic link; name the folder itself")
    if place.exists() and not place.is_dir():
        raise Refused(f"{never}: it is a file")
    if place.is_dir() and not is_ours(place) and any(entry.name not in _TRACES for entry in place.iterdir()):
        raise Refused(
            f"{never}: the folder is not empty and was not made by cjmgen (it has no {MARKER} file); "
            "empty it or name another with --output"
        )
    return place


def is_ours(folder: Path) -> bool:
    """Whether cjmgen made the folder: its marker is a file there, and no link to one elsewhere."""
    marker = folder / MARKER
    return marker.is_file() and not marker.is_symlink()
