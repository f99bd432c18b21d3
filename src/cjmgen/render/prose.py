"""prose: authors' inline and block Markdown as safe HTML; raw HTML is shown, never run."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from cjmgen.model.field import LONG, SHORT, allowed_link
from cjmgen.render.line import ADDRESS, line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SPECIAL = re.compile(r"[\\`*_\[\]!<>&\n~]|://|www\.|  ")
"""What plain text never holds: without any of it, Markdown has nothing to do."""
_BLOCK = re.compile(r"^\s{0,3}(?:[#>|=+-]|\d+[.)])|^\s{4}|^\t", re.MULTILINE)
_NORMAL = re.compile(ADDRESS)
"""Addresses that are normal already, as most are; making sure of it costs as much as the rest of a line."""
_TAG = re.compile(r"<[^>]*>")
_CUT = "…"


def is_plain(text: str) -> bool:
    """Whether a line is shown as it is written."""
    return not _SPECIAL.search(text)


@lru_cache(maxsize=16384)
def inline(text: str) -> Markup:
    """One line of Markdown: emphasis, code, links; no paragraphs, no images."""
    text = _bounded(text.strip(), SHORT)
    if not _SPECIAL.search(text):
        return escape(text)
    plainest = line(text)
    return Markup(_parser().renderInline(text) if plainest is None else plainest)


@lru_cache(maxsize=2048)
def blocks(text: str) -> Markup:
    """Paragraphs, lists, quotes and headings; headings begin at the third level, below those of the page."""
    text = _bounded(text.strip(), LONG)
    if not _SPECIAL.search(text) and not _BLOCK.search(text):
        return Markup(f"<p>{escape(text)}</p>") if text else Markup("")
    if text[:1].isalpha() and "\n" not in text and len(text) <= SHORT:
        return Markup(f"<p>{inline(text)}</p>")
    return Markup(_parser().render(text).strip())


@lru_cache(maxsize=16384)
def plain(text: str) -> str:
    """The words alone, for titles, labels and descriptions."""
    if not _SPECIAL.search(text):
        return text.strip()
    return unescape(_TAG.sub("", inline(" ".join(text.split()))))


def _bounded(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + _CUT


@cache
def _parser() -> "MarkdownIt":
    """CommonMark with tables and strikethrough, without raw HTML and images; nesting is bounded, links are checked."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable(["table", "strikethrough"]).disable("image")
    parser.validateLink = _allowed  # type: ignore[assignment, method-assign]
    normalize = parser.normalizeLink
    parser.normalizeLink = lambda url: url if _NORMAL.fullmatch(url) else normalize(url)  # type: ignore[method-assign]
    parser.add_render_rule("link_open", _link_open)
    for rule in ("heading_open", "heading_close"):
        parser.add_render_rule(rule, _heading)
    return parser


def _allowed(address: str) -> bool:
    """The rule for links of the model, held against the address as it stands and with its entities read.

    A backslash is escaped by now, and is no slash either.
    """
    return "%5c" not in address.lower() and allowed_link(address) and allowed_link(unescape(address))


def _link_open(renderer: Any, tokens: "Sequence[Token]", at: int, options: Any, env: Mapping[str, Any]) -> str:
    """A link; one that leaves the site tells the other side nothing."""
    token = tokens[at]
    if str(token.attrs.get("href", "")).lower().startswith(("http:", "https:")):
        token.attrSet("rel", "noopener noreferrer")
    return str(renderer.renderToken(tokens, at, options, env))


def _heading(renderer: Any, tokens: "Sequence[Token]", at: int, options: Any, env: Mapping[str, Any]) -> str:
    """A heading of a text as a strong paragraph: the outline of the page belongs to the page."""
    return "<p><strong>" if tokens[at].nesting == 1 else "</strong></p>\n"
