"""shown: paths as messages spell them: with `/` on every system, as maps and addresses do."""

import os
from pathlib import Path


def slashed(place: str | os.PathLike[str]) -> str:
    """A path of this system, whole."""
    return Path(place).as_posix()


def shown(place: Path) -> str:
    """A path as somebody in the working directory would type it."""
    try:
        relative = slashed(os.path.relpath(place))
    except ValueError:  # on another drive
        return slashed(place)
    return slashed(place) if relative.startswith("..") else relative
