"""icons: the drawings of a theme as symbols; a page carries only those it uses."""

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

PLACE = "<!--symbols-->"
"""Where a page's symbols go. No author can write it: `<` is escaped in every text."""

_NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
_USE = '<use href="#i-'
_DRAWING = re.compile(r'^\s*<svg\b[^>]*?viewBox="([0-9. -]+)"[^>]*>(.*)</svg>\s*$', re.DOTALL)

_SHAPE = re.compile(
    r"<(?:/(?:path|circle|ellipse|rect|line|polyline|polygon|g)|"
    r"(?:path|circle|ellipse|rect|line|polyline|polygon|g)"
    r"(?:\s+(?:[xyrd]|[cr][xy]|[xy][12]|points|width|height|transform|opacity|fill|fill-rule|stroke|stroke-[a-z]+)"
    r"""=(?:"(?![^"]*url\()[^"<>&]*"))*\s*/?)>"""
)
"""What a drawing may be made of. It is put into every page, so nothing that runs or fetches may hide in it."""

UNKNOWN = "touchpoint"
"""Stands in for an icon that a map names and the theme doesn't have."""


def symbol(name: str, drawing: str) -> str | None:
    """An icon's file as a symbol; None for what is no drawing with a view box, or holds more than shapes."""
    found = _DRAWING.match(drawing)
    if not found or not _NAME.match(name) or _SHAPE.sub("", found[2]).strip():
        return None
    inner = re.sub(r">\s+<", "><", found[2].strip())
    return f'<symbol id="i-{name}" viewBox="{found[1]}">{inner}</symbol>'


def icon(symbols: Mapping[str, str], name: str, classes: str = "i", label: str = "") -> Markup:
    """The use of an icon; decoration unless it has a label."""
    known = name if name in symbols else UNKNOWN
    told = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    return Markup('<svg class="{}" {}><use href="#i-{}"/></svg>').format(escape(classes), told, known)


def symbols_of(html: str, symbols: Mapping[str, str]) -> dict[str, str]:
    """The symbols that a piece of HTML uses, in the order of names."""
    used = {rest.partition('"')[0] for rest in html.split(_USE)[1:]}
    return {name: symbols[name] for name in sorted(used) if name in symbols}


def with_symbols(page: str, symbols: Mapping[str, str]) -> str:
    """A page with the symbols it uses put in their place."""
    block = "".join(symbols_of(page, symbols).values())
    return page.replace(PLACE, f'<svg class="sr" aria-hidden="true" focusable="false">{block}</svg>' if block else "", 1)
