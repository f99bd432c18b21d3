"""git: the revisions of a repository as trees, read through plain `git` without checking anything out."""

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from cjmgen.report.width import safe
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused

_KEPT = ("GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_CONFIG", "GIT_EXEC_PATH", "GIT_TEMPLATE_DIR", "GIT_SSL")
"""Beginnings of variables of git's that say how it is installed; all others, which a hook sets as well, would lead to other files."""

_SET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}

_QUIET = ("--no-pager", "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never")
"""Nothing of a repository's own configuration is run."""


_OBJECT = re.compile(r"[0-9a-f]{40,64}")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit: its whole name, its author by the repository's .mailmap, the author's day, and the first line of what they said."""

    name: str
    who: str
    day: str
    subject: str


_LOG = ("log", "--no-show-signature", "--no-color", "--no-notes", "--date=short", "-z", "--format=%H%x1f%aN%x1f%ad%x1f%s")


class Repository:
    """The repository around a folder. Whatever git refuses comes up as Refused, in words of ours where we know what is meant."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.prefix = self._prefix()
        """The way from the repository's top to the folder, with `/` between and none behind."""

    def _prefix(self) -> str:
        done = self._run("rev-parse", "--show-prefix")
        if done.returncode == 0:
            return os.fsdecode(done.stdout).removesuffix("\n").rstrip("/")
        said = os.fsdecode(done.stderr).strip().splitlines()
        if said and "not a git repository" not in said[0]:
            raise Refused(f"git: {said[0].removeprefix('fatal: ')}")
        raise Refused(f"{slashed(self.folder)} is in no git repository\nCompare two folders instead: `cjmgen diff OLD NEW`.")

    def commit(self, name: str) -> str:
        """The commit that a name means."""
        if not name or name.startswith("-") or any(ord(sign) < 0x20 for sign in name):
            raise Refused(f"'{name.encode('unicode_escape').decode()}' can't be the name of a revision")
        found = self._one("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if not _OBJECT.fullmatch(found):
            raise Refused(f"there is no revision '{safe(name)}'{self._shallow('; this clone is shallow: fetch it, or more')}")
        return found

    def merge_base(self) -> tuple[str, str]:
        """Where the branch that is checked out left the default branch, and what that branch is called."""
        for name in ("origin/HEAD", "origin/main", "origin/master", "main", "master"):
            if self._one("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"):
                break
        else:
            raise Refused(f"there is no origin/HEAD, main or master to compare with{self._shallow(_FETCH)}; {_NAME}")
        found = self._one("merge-base", name, "HEAD")
        if not found:
            raise Refused(f"'{name}' and HEAD have no common ancestor here{self._shallow(_FETCH)}; {_NAME}")
        return found, name

    def _shallow(self, hint: str) -> str:
        return hint if self._one("rev-parse", "--is-shallow-repository") == "true" else ""

    def folder_of(self, commit: str) -> str | None:
        """The tree of the folder in a commit; None where it was not there."""
        return self._one("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{self.prefix}") or None

    def log(self, paths: Iterable[str], most: int) -> list[Commit]:
        """The last commits that touched some paths below the folder, newest first. A merge is one commit: the way of the branch itself."""
        done = self._run(*_LOG, "--first-parent", f"--max-count={most}", "HEAD", "--", *paths)
        return _commits(done.stdout) if done.returncode == 0 else []

    def tagged(self, most: int) -> list[tuple[str, Commit]]:
        """The last tags that the current branch has, by name, in the order of their commits, newest first."""
        form = "--format=%(refname:strip=2)%00%(if)%(*objectname)%(then)%(*objectname)%(else)%(objectname)%(end)"
        done = self._run("for-each-ref", "--merged=HEAD", form, "refs/tags")
        tags = {name: tag for tag, end, name in (line.partition("\0") for line in os.fsdecode(done.stdout).splitlines()) if end}
        if not tags:
            return []
        told = self._run(*_LOG, "--topo-order", "--simplify-by-decoration", "HEAD", "--")
        return [(tags[commit.name], commit) for commit in _commits(told.stdout) if commit.name in tags][:most]

    @property
    def is_shallow(self) -> bool:
        """Whether earlier revisions were not fetched."""
        return self._one("rev-parse", "--is-shallow-repository") == "true"

    def listing(self, tree: str, paths: Iterable[str] = (), deep: bool = False) -> list[bytes]:
        """The entries of a tree, or all files below some of its folders."""
        done = self._run("ls-tree", "--full-tree", "-z", "-l", *(("-r",) if deep else ()), tree, "--", *paths)
        if done.returncode:
            raise Refused(f"git: {os.fsdecode(done.stderr).strip()}")
        return [entry for entry in done.stdout.split(b"\0") if entry]

    def blobs(self, names: Iterable[str]) -> Mapping[str, bytes]:
        """The contents of objects, all in one go."""
        wanted = list(dict.fromkeys(names))
        done = self._run("cat-file", "--batch", "--buffer", input=("\n".join(wanted) + "\n").encode())
        found: dict[str, bytes] = {}
        at = 0
        for name in wanted:
            line, at = _line(done.stdout, at)
            size = line.rpartition(b" ")[2]
            if not size.isdigit():
                raise Refused(f"git can't read the object {name}{self._shallow(_FETCH)}; is the repository damaged, or a partial clone?")
            found[name] = done.stdout[at : at + int(size)]
            at += int(size) + 1
        return found

    def start(self, name: str, most: int) -> bytes:
        """The first bytes of an object that may be far too large to be taken in whole."""
        with subprocess.Popen([*self._command(), "cat-file", "blob", name], stdout=subprocess.PIPE, env=_environment()) as running:
            assert running.stdout
            content = running.stdout.read(most)
            running.kill()
        return content

    def _one(self, *words: str) -> str:
        """What git answers in one line; "" where it has no answer."""
        done = self._run(*words)
        return "" if done.returncode else os.fsdecode(done.stdout).removesuffix("\n")

    def _run(self, *words: str, input: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run([*self._command(), *words], input=input, capture_output=True, env=_environment(), check=False)
        except FileNotFoundError:
            raise Refused("git is not installed, or not to be found; compare two folders instead: `cjmgen diff OLD NEW`") from None

    def _command(self) -> tuple[str, ...]:
        return "git", "-C", os.fspath(self.folder), *_QUIET


_FETCH = "; this clone is shallow: fetch more with `git fetch --unshallow` (in GitHub Actions, `fetch-depth: 0`)"


_NAME = "name a revision to compare with: `cjmgen diff BASE`"


def _commits(told: bytes) -> list[Commit]:
    """The commits of a log; a name or a subject that is no UTF-8 is told as far as it goes."""
    entries = [entry.split("\x1f", 3) for entry in told.decode("utf-8", "replace").split("\0")]
    return [Commit(*entry) for entry in entries if len(entry) == 4 and _OBJECT.fullmatch(entry[0])]


def _line(text: bytes, at: int) -> tuple[bytes, int]:
    end = text.find(b"\n", at)
    return text[at:end], end + 1


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return {**kept, **_SET}
