"""view: the small values that all views are made of: texts in the page's language, links, people, marks."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import is_dataclass
from functools import lru_cache
from operator import attrgetter
from typing import Any, Literal, get_args, get_origin, get_type_hints

from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """A text for the reader. `lang` is set when it fell back to another language than the page's. May hold Markdown."""

    text: str
    lang: str = ""

    def __bool__(self) -> bool:
        return bool(self.text)


SILENCE = Said("")
"""Nothing said: what an empty field shows."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link inside the site, or without `href` just the words."""

    said: Said
    href: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another language (or in this one: `current`)."""

    lang: str
    href: str
    current: bool
    address: str = ""
    """Its full address, where search engines are to know of it."""


@dataclass(frozen=True, slots=True)
class Report:
    """Where readers can say that something on a page is wrong."""

    href: str
    """The address, filled in with this page."""
    pattern: str
    """The same with `{url}` still open, for the address of a place in the page; "" where the address has none."""
    page: str
    """What `{url}` is of the page as a whole: its full address, or its path on a site that doesn't know its own."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page: head, bar, foot."""

    lang: str
    path: str
    """This page's path below the site's root."""
    root: str
    """Relative way to the site's root: "", `../` or `../../` …"""
    site: Said
    title: Said
    """This page's own title."""
    description: Said
    home: str
    """Relative address of the home page in this language."""
    section: str
    """The navigation entry that is current: `home`, `personas`, …"""
    nav: tuple[tuple[str, str], ...]
    """Kinds of pages that exist, as (kind, address)."""
    more: tuple[tuple[str, str], ...]
    """Kinds of pages that stand folded behind these."""
    alternates: tuple[Alternate, ...]
    fallback: bool
    """Whether a text of this page fell back to another language."""
    notice: Said
    edit: str
    """Address of this page's source file for editing, or ""."""
    print: str
    """a3, a4 or wall."""
    robots: str = ""
    """What search engines are told, or ""."""
    logo: str = ""
    """Relative address of the project's own picture for the head, or ""."""
    report: Report | None = None
    """Where readers can say that something is wrong."""
    address: str = ""
    """Full address of the page that search engines should keep, this one or the one it stands for; "" on a site without an address."""
    twin: str = ""
    """Relative address of what the page shows as JSON, or ""."""
    search: tuple[str, ...] = ()
    """What the search loads when it is first used: paths below the site's root, none where there is no search."""


@dataclass(frozen=True, slots=True)
class Portrait:
    """A persona's or actor's face: a photo, else initials in one of six tints (0 … 5)."""

    initials: str
    tint: int
    photo: str = ""
    """Address of the photo."""
    alt: Said = Said("")


def fell_back(view: object) -> bool:
    """Whether any text inside a view is in another language than the page's."""
    rest: list[Any] = [view]
    while rest:
        value = rest.pop()
        kind: Any = type(value)
        if kind is Said:
            if value.lang and value.text:
                return True
        elif kind is tuple:
            rest.extend(value)
        elif kind not in _BARE:
            rest.extend(_worth_looking_at(kind)(value))
    return False


_BARE = frozenset({str, float, int, bool, datetime.date, type(None)})
"""What holds no text for the reader: most of a view's values."""


@lru_cache(maxsize=512)
def _worth_looking_at(kind: Any) -> Callable[[Any], Iterable[Any]]:
    """Reads the parts of a view in which a text may be, by what its fields are declared to hold: every page is looked through."""
    hints = get_type_hints(kind) if is_dataclass(kind) else {}
    names = [name for name, hint in hints.items() if not _is_bare(hint)]
    if len(names) < 2:
        return lambda view: [getattr(view, name) for name in names]
    return attrgetter(*names)


def _is_bare(hint: Any) -> bool:
    inner = [each for each in get_args(hint) if each is not ...]
    return hint in _BARE or get_origin(hint) is Literal or (bool(inner) and all(map(_is_bare, inner)))
