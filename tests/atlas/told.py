"""told: small projects written in a test, read with a plain loader and linked, and the problems found in them."""

import datetime
import re
from collections.abc import Mapping
from typing import Any

import yaml

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.load import load
from cjmgen.problem import Checked, Keys, Problem
from cjmgen.syntax.document import Document
from cjmgen.tree import Tree

TODAY = datetime.date(2026, 11, 21)
JOURNEY = "maps/journeys/buying.yml"


class _Loader(yaml.SafeLoader):
    """YAML as cjmgen reads it: dates and yes stay text."""


_BOOLEAN = re.compile("^(?:true|false)$")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, _BOOLEAN if tag.endswith(":bool") else pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def document(file: str, text: str | bytes) -> Checked[Document]:
    """A document as the reader would hand it over."""
    data: Any = yaml.load(text, Loader=_Loader)
    return Checked(Document(file, data, "yaml"))


def linked(files: Mapping[str, str | bytes], today: datetime.date = TODAY, version: str = "0.1.0") -> Checked[Atlas]:
    """The atlas of a project given as text by path."""
    tree = Tree.of({path: text.encode() if isinstance(text, str) else text for path, text in files.items()})
    return load(lambda path: document(path, tree[path]), tree, today, version)


def told(text: str, files: Mapping[str, str | bytes] | None = None, today: datetime.date = TODAY) -> tuple[Problem, ...]:
    """What is wrong with one journey, in a project that has what it refers to."""
    return linked({**PROJECT, JOURNEY: text, **(files or {})}, today).problems


def path_of(problem: Problem) -> tuple[str | int, ...]:
    """The key path a problem points at."""
    assert isinstance(problem.place.at, Keys)
    return problem.place.at.path


PROJECT = {
    "cjmgen.yml": "title: Shoes\nstages: five\nrules: {unused-persona: off}\n",
    "maps/personas/anna.yml": "title: Anna\n",
    "maps/teams.yml": "shop: The shop\nmarketing: Marketing\n",
    "maps/evidence/interviews.yml": "title: 14 interviews\nkind: interview\ndate: 2026-09-30\nvalid_for: 12 months\n",
    "maps/metrics/exits.yml": "title: Exits\nvalue: 41%\n",
}
