"""rewrite: the bytes of a file of the project replaced whole, or not at all."""

import os
import stat
import tempfile
from pathlib import Path

from cjmgen.shell.disk import MOST
from cjmgen.shell.wrong import Refused


def rewrite(root: Path, path: str, before: bytes, after: bytes) -> None:
    """Replace a regular file that still holds `before`; it keeps its mode. What lies behind a link is left alone."""
    place = root / path
    mode = os.lstat(place).st_mode
    if not stat.S_ISREG(mode) or not Path(os.path.realpath(place.parent)).is_relative_to(root):
        raise Refused(f"{path} lies behind a link; nothing was written to it")
    if not os.access(place, os.W_OK):
        raise Refused(f"{path} is read-only; nothing was written to it")
    if _read(place) != before:
        raise Refused(f"{path} was changed while it was read; once more, please")
    handle, new = tempfile.mkstemp(dir=place.parent, prefix=".cjmgen-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
        os.chmod(new, stat.S_IMODE(mode))
        os.replace(new, place)
    except BaseException:
        Path(new).unlink(missing_ok=True)
        raise


def _read(place: Path) -> bytes:
    with place.open("rb") as file:
        return file.read(MOST)
