"""front: the YAML inside a Markdown file: the front matter above it, and fenced blocks in its stages."""

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache

from cjmgen.model.journey import Stage
from cjmgen.model.kinds import model_of
from cjmgen.model.slug import ID_PATTERN
from cjmgen.problem import KeyPath, Keys, Place, Problem, Span
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits.said import Node
from cjmgen.syntax.markdown.blocks import Block
from cjmgen.syntax.yaml.read import locate_yaml, read_yaml
from cjmgen.value import dataclass

FRONT = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
"""The front matter at the beginning of a text."""

_SITE_KEYS_WORDS = (
    "layout permalink date author authors description categories category tags slug weight draft nav_order "
    "sidebar_position sidebar_label toc parent grand_parent has_children id name lang language updated created "
    "version aliases cssclass header image template published type keywords order hide_title hide_table_of_contents "
    "pagination_next pagination_prev custom_edit_url status summary"
)
SITE_KEYS = frozenset(_SITE_KEYS_WORDS.split())
"""Keys of site generators and note books; where a journey doesn't know one, or it holds something else, it is kept as `x-…`."""


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter: its data, the text after it, and the number of that text's first line."""

    data: Node
    body: str
    first_line: int
    source: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether it is the front matter of a map, and not of a site generator."""
        return bool(
            self.data.keys() & {"personas", "state", "stages", "actors", "handoffs", "period", "target", "value", "reviewed", "extends"}
        )


def take(file: str, text: str, kind: str, problems: list[Problem]) -> Front:
    """Take the front matter off a text."""
    found = FRONT.match(text)
    if not found:
        return Front(Node(Span(1, 1)), text, 1)
    source = found["yaml"]
    checked = read_yaml(file, source.encode())
    problems += [moved(problem, 1, ()) for problem in checked.problems]
    data = Node(Span(1, 1))
    if isinstance(checked.value, dict):
        known = tuple((field.alias or name) for name, field in model_of(kind).model_fields.items())
        for key, value in checked.value.items():
            name, kept = _kept(key, value, known)
            data[name] = kept
            data.at[name] = _lower(locate_yaml(source.encode(), Keys((key,))), 1)
    return Front(data, text[found.end() :], text.count("\n", 0, found.end()) + 1, source)


def _kept(key: str, value: Plain, known: Sequence[str]) -> tuple[str, Plain]:
    """The name a key of the front matter goes by here, and its value."""
    if key in ("persona", "personas") and "personas" in known:
        names: list[Plain] = value if isinstance(value, list) else [value]
        ids = all(isinstance(name, str) and re.match(ID_PATTERN, name) for name in names)
        return ("personas", names) if ids and value is not None else ("x-personas", list[Plain](str(name) for name in names))
    if key in known:
        wrong = (key == "tags" and not isinstance(value, dict)) or (
            key in ("parent", "title", "summary") and not isinstance(value, str | dict)
        )
        return (f"x-{key}" if wrong else key, value)
    if key.startswith("x-"):
        return key, value
    if key not in SITE_KEYS and get_close_matches(key, known, 1, 0.75):
        return key, value
    return f"x-{key}", value


def block(file: str, fence: Block, problems: list[Problem], path: KeyPath) -> Node | None:
    """A fenced YAML block as the fields of a stage; None where it holds something else, as an example of a configuration."""
    if fence.info.split()[:1] not in (["yaml"], ["yml"]) or fence.text is None:
        return None
    checked = read_yaml(file, fence.text.encode())
    if not isinstance(checked.value, dict) or not checked.value or not (checked.value.keys() & stage_fields()):
        return None
    down = fence.text.span.line - 1
    problems += [moved(problem, down, path) for problem in checked.problems]
    node = Node(fence.text.span, checked.value)
    for key in checked.value:
        node.at[key] = _lower(locate_yaml(fence.text.encode(), Keys((key,))), down)
    return node


@cache
def stage_fields() -> frozenset[str]:
    """The fields of a stage."""
    return frozenset(Stage.model_fields)


def moved(problem: Problem, down: int, path: KeyPath) -> Problem:
    """A problem of YAML inside another file, with its places as they are there."""
    related = tuple(replace(one, place=_moved(one.place, down, path)) for one in problem.related)
    return replace(problem, place=_moved(problem.place, down, path), related=related)


def _moved(place: Place, down: int, path: KeyPath) -> Place:
    at = place.at
    return replace(place, at=_lower(at, down) if isinstance(at, Span) else Keys((*path, *at.path), at.part))


def _lower(span: Span, down: int) -> Span:
    return Span(span.line + down, span.column, span.length)
