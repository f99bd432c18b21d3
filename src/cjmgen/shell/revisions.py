"""revisions: which revisions of a project a history is told of: the last so many that touched its maps, or those with a tag."""

import datetime
from pathlib import Path

from cjmgen.diff.history.tale import Revision
from cjmgen.shell.git import Repository
from cjmgen.shell.order import MOST, TAGS
from cjmgen.shell.wrong import Refused

TOUCHED = ("maps", "cjmgen.yml", "cjmgen.yaml")
"""What a commit has to touch, below the folder of the project."""


def revisions(root: Path, asked: str) -> tuple[Revision, ...]:
    """The revisions that are asked for, oldest first."""
    repository = around(root)
    if asked == TAGS:
        found = [(tag, commit) for tag, commit in repository.tagged(MOST)]
    else:
        tags = {commit.name: tag for tag, commit in reversed(repository.tagged(MOST))}
        found = [(tags.get(commit.name, ""), commit) for commit in repository.log(TOUCHED, int(asked))]
    once = {commit.name: Revision(commit.name, tag, commit.who, _day(commit.day), commit.subject) for tag, commit in reversed(found)}
    return tuple(once.values())


def around(root: Path) -> Repository:
    """The repository that the project is in."""
    try:
        return Repository(root)
    except Refused as failure:
        raise Refused(f"{failure.message.partition(chr(10))[0]}; --history needs one") from None


def _day(written: str) -> datetime.date:
    """An author's day; a commit may carry any number as its time."""
    try:
        return datetime.date.fromisoformat(written)
    except ValueError:
        return datetime.date.min
