"""loading: files are read and linked into an atlas; nothing of what draws its pages is needed for that."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from cjmgen import __version__
from cjmgen.atlas.files.sort import sources
from cjmgen.atlas.load import Loaded, weighed
from cjmgen.atlas.load import load as link
from cjmgen.atlas.pair import Version
from cjmgen.atlas.pair import load_pair as link_pair
from cjmgen.atlas.public.choice import EVERYTHING, Choice
from cjmgen.atlas.public.publish import published
from cjmgen.insight.meet.strangers import strangers
from cjmgen.memo.many import Many, one_by_one
from cjmgen.memo.store import Shortlived, Store
from cjmgen.problem import Checked, Place, Problem, Severity, Span, problem
from cjmgen.syntax.document import Document
from cjmgen.syntax.read import read
from cjmgen.syntax.yaml.events import HAS_LIBYAML
from cjmgen.tree import Tree


def load(
    files: Tree,
    today: datetime.date,
    store: Store | None = None,
    many: Many = one_by_one,
    least: Severity = "info",
    side: str = "",
    choice: Choice = EVERYTHING,
) -> Loaded:
    """A project as one linked value, with everything wrong in it that weighs at least so much. What the store remembers is not read.

    `side` names an earlier version of the project that is looked at beside it. The problems are those of the whole project, whatever
    part of it the `choice` is.
    """
    kept = store or Shortlived()
    linked = link(partial(_read, files), files, today, __version__, kept, many, least, side)
    more = (*([] if HAS_LIBYAML else [_slow()]), *strangers(linked.value))
    problems = (*weighed(more, linked.value.settings), *linked.problems) if more else linked.problems
    part = published(linked.value, choice, kept)
    return replace(linked, value=part.atlas, problems=problems, left=part.left)


def load_pair(old: Tree, new: Tree, today: datetime.date, store: Store, many: Many) -> tuple[Loaded, Loaded] | None:
    """Two versions of a project for a comparison, without what has nothing to do with how they differ; None where all of it may have."""
    one, other = (Version(files, partial(_read, files)) for files in (old, new))
    return link_pair(one, other, today, __version__, store, many)


def _read(files: Tree, file: str) -> Checked[Document]:
    return read(file, files[file])


def _slow() -> Problem:
    hint = "install PyYAML from a wheel, or with libyaml's headers at hand; until then reading takes ten times as long"
    return problem("no-libyaml", "PyYAML came without libyaml", Place("cjmgen.yml", Span(1, 1)), hint)


def source_files(files: Iterable[str]) -> tuple[str, ...]:
    """The paths of all files that are read as settings or maps, in the order they are read in."""
    return tuple(source.file for source in sources(files).value)
