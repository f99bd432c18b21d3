"""contract: what templates may rely on, every view with every field, made from the views themselves for docs/theming.md."""

import ast
import inspect
import types
import typing
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from cjmgen.pages.plan import KINDS
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.listing import Listing
from cjmgen.pages.view import Frame
from cjmgen.render.filters import filters
from cjmgen.render.standard import NAMES
from cjmgen.render.theme import FALLBACK, Theme

MARK = "<!-- Made from the views: delete everything below this line and run `pytest tests/test_docs.py --update`. -->"
"""Where the generated part of the page begins."""

FILTERS = {
    "prose": "a line that an author wrote, as HTML",
    "blocks": "paragraphs and lists that an author wrote, as HTML",
    "plain": "the words of a text alone, for attributes and titles",
    "words": "the words of a text without its links, with its language where that is another one; for what is a link itself",
    "signed": "a score with its sign: `+0.3`",
    "percent": "a fraction of one as a share: `58%`; `percent(0)` without decimals",
    "tone": "`pos`, `neg` or an empty text for a score",
    "number": "a number as the language writes it; `number(1)` with one decimal",
    "date": "a day or a period: `12 November 2025`, `October 2026`",
    "short": "a period without its year: `Oct`, `Q4`",
    "duration": "a span of time: `3 days`",
    "amount": "a measured value with its unit: `amount(unit)`",
    "span": "both ends of an interval: `low\\|span(high)` is `12–15`, and `−49 to 15` where one is below zero",
    "apart": "the decimals by which a share and its goal look unlike, for `percent`: `share\\|percent(share\\|apart(goal=goal))`",
    "money": "an amount in a currency: `money(\"EUR\")`",
    "spelled": "a small number as a word",
    "told": "a sentence of an insight, with its texts and figures filled in",
    "language": "a language's name in itself",
    "direction": "`ltr` or `rtl` for a language",
    "region": "a language as `en_GB`",
    "capital": "the first letter as a capital",
    "line": "points as a smooth path, for the `d` of an SVG path",
    "area": "the same, closed along a height: `area(104)`",
    "between": "the area between two lines: `between(lower)`",
    "straight": "points joined by straight lines",
}
"""What each filter gives; a test holds the list to the filters that there are."""

_SIMPLE = {str: "text", int: "whole number", float: "number", bool: "yes or no", type(None): "none"}


def contract(theme: Theme) -> str:
    """The part of docs/theming.md that is made."""
    kinds = [kind for group in KINDS for kind in group if kind.template]
    parts = [MARK, _opening(), _filters(theme), _words(theme), "## Views", *_views(kinds), "## Parts", *_parts(kinds)]
    return "\n\n".join(parts) + "\n"


def _opening() -> str:
    return (
        "## What a template sees\n\nEvery page's template gets `view`, described below by kind of page, and `frame`, which is the same for "
        "all. A page whose address ends in `.js` or `.svg` has no `frame`, and a `.svg` is drawn by the theme that ships. "
        "Lists are ordered as they are to be shown."
    )


def _filters(theme: Theme) -> str:
    own = filters(theme.speaker(FALLBACK))
    rows = [f"| `{name}` | {FILTERS[name]} |" for name in own]
    standard = ", ".join(f"`{name}`" for name in NAMES)
    return (
        "## Filters\n\n| Filter | Gives |\n|---|---|\n" + "\n".join(rows) + f"\n\nOf Jinja's own: {standard}. "
        "All of Jinja's tests, such as `is none` and `is defined`. `range` and `namespace` are there; `self`, `cycler`, `joiner` and "
        "`lipsum` are not."
    )


def _words(theme: Theme) -> str:
    groups = ", ".join(f"`{group}`" for group in theme.words[FALLBACK])
    return f"## Groups of phrases\n\n{groups}. Every phrase is in `words/en.yml` of the theme that ships."


def _views(kinds: Iterable[Kind]) -> Iterator[str]:
    yield f"### frame\n\n{_about(Frame)}\n\n{_table(Frame)}"
    for kind in kinds:
        view = view_of(kind)
        yield f"### {kind.name}\n\n`{kind.template}` · {_about(view)}\n\n{_table(view)}"


def _parts(kinds: Iterable[Kind]) -> Iterator[str]:
    tops = {Frame, *(view_of(kind) for kind in kinds)}
    for part, name in sorted(_names().items(), key=lambda each: each[1]):
        if part not in tops:
            yield f"### {name}\n\n{_about(part)}\n\n{_table(part)}"


def view_of(kind: Kind) -> type:
    """The class of a kind's view, as the function that makes it says."""
    owner = getattr(kind.view, "__self__", None)
    view = get_type_hints(owner.view if isinstance(owner, Listing) else kind.view)["return"]
    assert is_dataclass(view), f"the function that makes the view of '{kind.name}' should say which view it returns"
    return typing.cast(type, view)


@cache
def _names() -> dict[type, str]:
    """All views and their parts, each with its name; where two files use one, the file's is put before it, or the room's of a `page`."""
    found: dict[type, None] = {}
    for kind in (kind for group in KINDS for kind in group if kind.template):
        _collect(view_of(kind), found)
    _collect(Frame, found)
    common = Counter(view.__name__ for view in found)
    return {view: view.__name__ if common[view.__name__] == 1 else f"{_file(view)} {view.__name__}" for view in found}


def _file(view: type) -> str:
    *_, room, file = view.__module__.split(".")
    return (room if file == "page" else file).replace("_", " ").capitalize()


def _collect(view: type, found: dict[type, None]) -> None:
    found[view] = None
    for each in _inside(get_type_hints(view).values()):
        if each not in found:
            _collect(each, found)


def _inside(kinds: Iterable[Any]) -> Iterator[type]:
    """The views among types, and in what they are lists or alternatives of."""
    for kind in kinds:
        origin = get_origin(kind)
        if is_dataclass(origin or kind):
            yield typing.cast(type, origin or kind)
        yield from _inside(get_args(kind))


def _about(view: type) -> str:
    return " ".join((inspect.getdoc(view) or "").split())


def _table(view: type) -> str:
    hints, notes = get_type_hints(view), _notes(view)
    rows = [f"| `{name}` | {_said(hints[name])} | {notes.get(name, '')} |" for name in (field.name for field in fields(view))]
    worked_out = ((name, value) for name, value in vars(view).items() if isinstance(value, property) and not name.startswith("_"))
    for name, value in worked_out:
        rows.append(f"| `{name}` | {_said(get_type_hints(value.fget)['return'])} | {' '.join((value.__doc__ or '').split())} |")
    return "| Field | Is | |\n|---|---|---|\n" + "\n".join(row.replace(" |  |", " | |") for row in rows)


def _notes(view: type) -> dict[str, str]:
    """The sentence below each field, which Python itself forgets."""
    body = ast.parse(inspect.getsource(view).strip()).body[0]
    found: dict[str, str] = {}
    last = ""
    for each in body.body if isinstance(body, ast.ClassDef) else []:
        if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
            last = each.target.id
        elif last and isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str):
            found[last] = " ".join(each.value.value.split()).replace("|", "\\|")
    return found


def _heading(view: type) -> str:
    """Where a view is described: a page's below the name of its kind."""
    tops = {view_of(kind): kind.name for group in reversed(KINDS) for kind in reversed(group) if kind.template}
    return {**_names(), **tops, Frame: "frame"}[view]


def _said(kind: Any) -> str:
    """A type in words."""
    origin, inside = get_origin(kind), get_args(kind)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if isinstance(kind, TypeVar):
        return "anything"
    if origin in (Union, types.UnionType):
        return " or ".join(dict.fromkeys(_said(each) for each in inside))
    if origin is tuple and inside[-1:] == (...,):
        return f"list of {_said(inside[0])}"
    if origin is tuple:
        return f"({', '.join(_said(each) for each in inside)})"
    if origin is typing.Literal:
        return " · ".join(f"`{each}`" for each in inside)
    return _named(origin or kind, inside)


def _named(kind: Any, inside: tuple[Any, ...]) -> str:
    if is_dataclass(kind):
        name = _heading(typing.cast(type, kind))
        of = f" of {_said(inside[0])}" if inside else ""
        return f"[{name}](#{name.lower().replace(' ', '-')}){of}"
    if inside:
        return f"mapping from {_said(inside[0])} to {_said(inside[1])}" if len(inside) == 2 else f"list of {_said(inside[0])}"
    return str({"date": "date", "object": "anything"}.get(kind.__name__, kind.__name__.lower()))
