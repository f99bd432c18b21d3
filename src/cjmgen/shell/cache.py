"""cache: what cjmgen keeps for a user, whatever the project: a secret, and the code of templates."""

import contextlib
import os
import secrets
import shutil
import sys
import time
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from cjmgen import __version__
from cjmgen.digest import Digest, digest

_PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARIES = ("babel", "jinja2", "markdown_it_py", "markupsafe", "pydantic", "pydantic_core", "pyyaml")
_OLD = 30 * 86_400
"""Seconds after which the code of another version is thrown away."""


def _home() -> Path:
    home = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(home) / "cjmgen"


def secret() -> str:
    """Something only this user knows, made when it is first needed."""
    place = _home() / "secret"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        new = place.with_name(f"secret-{os.getpid()}")
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_hex(16))
        os.replace(new, place)
    return place.read_text("ascii")


@lru_cache(maxsize=1)
def version() -> Digest:
    """What cjmgen and its libraries are: where the package lies, sizes and times of its files, names of installed distributions.

    Of files that were installed and left alone since, the list that the installer wrote, with their digests, stands for the times: so a
    machine that installs cjmgen anew for each build, as those of CI do, believes what the one before it remembered.
    """
    installed, since = _record()
    facts = [sys.version, str(_PACKAGE), installed]
    for folder, folders, files in os.walk(_PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if name.endswith(".py"):
                seen = os.stat(os.path.join(folder, name))
                when = seen.st_mtime_ns if seen.st_mtime_ns > since else "as installed"
                facts.append(f"{folder}/{name} {seen.st_size} {when}")
    for path in sys.path:
        with contextlib.suppress(OSError):
            facts += sorted(name for name in os.listdir(path) if name.endswith(".dist-info") and name.lower().startswith(_LIBRARIES))
    return digest(tuple(facts))


def _record() -> tuple[str, int]:
    """What the installer says that it wrote, and when; nothing for a checkout."""
    place = _PACKAGE.parent / f"cjmgen-{__version__}.dist-info" / "RECORD"
    try:
        return place.read_text("utf-8"), place.stat().st_mtime_ns
    except OSError:
        return "", -1


class CodeFolder:
    """The code of templates, a file each in a folder of this version that only the user may write; where there is none, nothing is kept."""

    def __init__(self) -> None:
        self._folder = _home() / f"code-{version()}"

    def get(self, name: Digest) -> bytes | None:
        """What was kept, to the last byte; None where nothing was, or where it isn't whole."""
        try:
            content = (self._folder / name).read_bytes()
        except OSError:
            return None
        code = content[_SUM:]
        return code if _sum(code) == content[:_SUM] and self._ours() else None

    def put(self, name: Digest, code: bytes) -> None:
        """Keep code, in one step."""
        with contextlib.suppress(OSError):
            if not self._folder.exists():
                self._begin()
            new = self._folder / f"{name}-{os.getpid()}"
            new.write_bytes(_sum(code) + code)
            os.replace(new, self._folder / name)

    def _begin(self) -> None:
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        for old in self._folder.parent.glob("code-*"):
            if time.time() - old.stat().st_mtime > _OLD:
                shutil.rmtree(old, ignore_errors=True)
        self._folder.mkdir(mode=0o700, exist_ok=True)

    def _ours(self) -> bool:
        """Whether nobody else can have written there."""
        if not hasattr(os, "getuid"):
            return True
        seen = self._folder.lstat()
        return seen.st_uid == os.getuid() and not seen.st_mode & 0o022


_SUM = 32


def _sum(code: bytes) -> bytes:
    return blake2b(code, digest_size=_SUM).digest()
