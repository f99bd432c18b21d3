"""conflicts: what git knows of conflicts: the versions in its index, and how it merges line by line."""

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cjmgen.formats.merge.merge import Merged, Versions
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused
from cjmgen.syntax.yaml.pen import Marks

LEAST = 7
"""Signs of a conflict marker, unless somebody wants more."""

_CRASHED = 128
"""Exit codes of `git merge-file` from here on are no numbers of conflicts."""

_STYLES: tuple[tuple[str, ...], ...] = ((), ("--diff3",), ("--zdiff3",))
"""How git marks conflicts, by the setting merge.conflictStyle."""

_MARKER = re.compile(rb"(<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?")


@dataclass(frozen=True, slots=True)
class Unmerged:
    """A file that git could not merge: its path from the repository's top, and the objects of its stages by number."""

    path: str
    stages: Mapping[str, str]
    regular: bool


def top(folder: Path) -> Path:
    """The folder a repository begins at."""
    done = _git(folder, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise Refused(f"{slashed(folder)} is in no git repository")
    return Path(os.fsdecode(done.stdout).removesuffix("\n")).resolve()


def unmerged(folder: Path, paths: Sequence[str]) -> Iterator[Unmerged]:
    """The files with conflicts in git's index: below a folder, or those named."""
    done = _git(folder, "--literal-pathspecs", "ls-files", "--unmerged", "--full-name", "-z", "--", *paths)
    if done.returncode:
        raise Refused(f"git: {os.fsdecode(done.stderr).strip()}")
    found: dict[str, dict[str, str]] = {}
    odd = set()
    for entry in done.stdout.split(b"\0")[:-1]:
        about, _, path = entry.partition(b"\t")
        mode, name, stage = about.decode().split()
        found.setdefault(os.fsdecode(path), {})[stage] = name
        odd |= {os.fsdecode(path)} if not mode.startswith("100") else set()
    return (Unmerged(path, stages, path not in odd) for path, stages in found.items())


def blob(folder: Path, name: str) -> bytes:
    """The contents of an object."""
    done = _git(folder, "cat-file", "blob", name)
    if done.returncode:
        raise Refused(f"git: {os.fsdecode(done.stderr).strip()}")
    return done.stdout


def by_lines(versions: Versions, marks: Marks, style: Sequence[str] = ()) -> Merged:
    """What git itself makes of three versions."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("ours", "base", "theirs"):
            (Path(folder) / name).write_bytes(getattr(versions, name))
        names = ("-L", marks.ours, "-L", "base", "-L", marks.theirs, "ours", "base", "theirs")
        done = _git(Path(folder), "merge-file", "-p", "-q", *style, f"--marker-size={marks.size}", *names)
    if done.returncode >= _CRASHED:
        raise Refused(f"git can't merge this: {os.fsdecode(done.stderr).strip()}")
    return Merged(done.stdout, done.returncode)


def is_untouched(content: bytes, versions: Versions) -> bool:
    """Whether a file is as git left it, in any of its styles, so that nothing anybody did to it since is lost."""
    here = _bare(content)
    return any(_bare(by_lines(versions, Marks(), style).content) == here for style in _STYLES)


def _bare(content: bytes) -> list[bytes]:
    """The lines of a file, markers without names and without what both sides began from."""
    lines, is_base = [], False
    for line in content.splitlines():
        found = _MARKER.fullmatch(line)
        sign = found[1][:1] if found else b""
        is_base = sign == b"|" or (is_base and sign not in (b"=", b"<"))
        if not is_base:
            lines.append(sign * LEAST if sign else line)
    return lines


def _git(folder: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    quiet = ("--no-pager", "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false")
    command = ("git", "-C", os.fspath(folder), *quiet, *words)
    try:
        return subprocess.run(command, capture_output=True, env={**environment, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}, check=False)
    except FileNotFoundError:
        raise Refused("git is not installed, or not to be found") from None
