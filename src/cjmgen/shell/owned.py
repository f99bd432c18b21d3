"""owned: snapshots that `cjmgen pull` writes: known by their first line, written whole, left alone where somebody else wrote them."""

import os
import tempfile
from pathlib import Path

from cjmgen.events.stamp import FIRST
from cjmgen.shell.wrong import Refused


def kept(root: Path, path: str, force: bool) -> None:
    """Refuse to write over what nobody could write anew: another's file, a link, a folder."""
    place = root / path
    if place.is_symlink() or not Path(os.path.realpath(place.parent)).is_relative_to(root) or place.is_dir():
        raise Refused(f"{path} lies behind a link or is a folder; nothing was written")
    if place.exists() and not force:
        with place.open("rb") as file:
            if not file.read(len(FIRST)).startswith(FIRST.encode()):
                raise Refused(f"{path} is there already and no snapshot of cjmgen pull; nothing was written. --force writes over it")


def save(root: Path, path: str, content: bytes) -> bool:
    """Write a snapshot in one step; whether it says anything new."""
    place = root / path
    if place.exists() and place.read_bytes() == content:
        return False
    handle, new = tempfile.mkstemp(dir=place.parent, prefix=".cjmgen-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(new, 0o644)
        os.replace(new, place)
    except BaseException:
        Path(new).unlink(missing_ok=True)
        raise
    return True
