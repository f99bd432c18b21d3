"""looks: what can be wrong with a text that YAML can't read, by the characters it begins with or holds."""

import re
from collections.abc import Iterator
from dataclasses import replace

from cjmgen.syntax.slip import Edit, Slip
from cjmgen.syntax.yaml.flow import closing_bracket, closing_quote, line_end
from cjmgen.syntax.yaml.quote import put_in_quotes, quoted
from cjmgen.value import dataclass

_BLOCK_HEADER = re.compile(r"[>|](?:[1-9]?[-+]?|[-+][1-9])(?:[ \t]+#[^\n]*)?")
COLON = re.compile(r":(?=\s|$)")
_NEXT = re.compile(r", *[a-z_][a-z0-9_-]*: |[\]}]")
_HASH = re.compile(r"[ \t]#(?=[^\s#!])")
_STARTS = {
    "*": ("text-starts-with-star", "which stands for a repetition in YAML"),
    "&": ("text-starts-with-ampersand", "which marks a place in YAML"),
    "!": ("text-starts-with-exclamation", "which begins a tag in YAML"),
    "@": ("text-starts-with-at", "which YAML keeps for itself"),
    "`": ("text-starts-with-backtick", "which YAML keeps for itself"),
    "%": ("text-starts-with-percent", "which begins a directive in YAML"),
    ">": ("text-starts-with-angle", "which begins a text on the lines below"),
    "|": ("text-starts-with-pipe", "which begins a text on the lines below"),
    "[": ("text-starts-with-bracket", "which begins a list"),
    "{": ("text-starts-with-brace", "which begins a mapping"),
}


@dataclass(frozen=True, slots=True)
class Held:
    """What a line holds behind its dashes and its key: the extent of a text, and the column its field or item begins in."""

    start: int
    end: int
    column: int
    key: str
    is_text: bool
    """Whether a text may stand here: behind a key or a dash, or below a key; else the line should have been a field."""


def skip(text: str, at: int, end: int) -> int:
    """The offset of the first character that is no space."""
    while at < end and text[at] == " ":
        at += 1
    return at


def slips(text: str, held: Held, end: int, in_brackets: bool = False) -> Iterator[Slip]:
    """What can be wrong with a text by its looks."""
    words = text[held.start : held.end]
    sign = words[:1]
    if sign in "\"'" and sign:
        yield from _after_quote(text, held, end)
        if in_brackets and closing_quote(text, held.start, held.end) < 0:
            yield open_quote(text, held.start, _quote_end(text, held.start + 1, held.end))
    elif sign in ("[", "{"):
        closed = closing_bracket(text, held.start, held.end)
        rest = words[closed + 1 - held.start :].strip() if closed >= 0 else ""
        if rest and not rest.startswith("#"):
            yield _start(text, held, end, sign)
    elif sign in (">", "|"):
        if not _BLOCK_HEADER.fullmatch(words):
            yield _start(text, held, end, sign)
    elif sign in _STARTS:
        yield _start(text, held, end, sign)
    else:
        yield from _inside(text, held, end, in_brackets)


def _start(text: str, held: Held, end: int, sign: str) -> Slip:
    code, why = _STARTS[sign]
    return quoting(text, code, f"this text starts with '{sign}', {why}", (held.start, held.end), (held.start, end))


def quoting(text: str, code: str, message: str, where: tuple[int, int], words: tuple[int, int]) -> Slip:
    """A slip whose mending is to put a stretch of the text in quotes."""
    source = text[slice(*words)]
    return Slip(code, message, *where, put_in_quotes(source), Edit(*words, quoted(source)))


def _after_quote(text: str, held: Held, end: int) -> Iterator[Slip]:
    closed = closing_quote(text, held.start, held.end)
    rest = text[closed + 1 : held.end].strip() if closed >= 0 else ""
    if rest and not rest.startswith("#"):
        source = text[held.start : end]
        # `'It's fine'` and `"Says "hello" to us"` were meant to be quoted as a whole, `"Expensive" she says` was not.
        words = source[1:-1] if source.endswith(source[0]) and text[closed + 1].isalnum() else source
        message = "this stands behind the closing quote and belongs to no text"
        where = (skip(text, closed + 1, held.end), held.end)
        yield Slip("text-after-quote", message, *where, put_in_quotes(words), Edit(held.start, end, quoted(words)))
    elif closed >= 0 and text[held.start] == '"':
        yield from _backslash(text, held.start, closed)


def _backslash(text: str, start: int, closed: int) -> Iterator[Slip]:
    words = text[start + 1 : closed]
    at = text.find("\\", start, closed)
    if at >= 0 and "'" not in words:
        message = f"'{text[at : at + 2]}' means nothing between double quotes"
        hint = f"put this text in single quotes: '{words}'"
        yield Slip("bad-yaml", message, at, at + 2, hint, Edit(start, closed + 1, f"'{words}'"))


def _inside(text: str, held: Held, end: int, in_brackets: bool) -> Iterator[Slip]:
    words = text[held.start : held.end]
    if words.startswith(("- ", "? ")) or words in ("-", "?"):
        sign, what = words[0], "a list item on the lines below" if words[0] == "-" else "a key"
        yield quoting(text, "bad-yaml", f"this text starts with '{sign} ', which begins {what}", (held.start, held.end), (held.start, end))
    elif COLON.search(_before_hash(words)):
        where = (held.start, held.end)
        yield quoting(text, "text-became-mapping", "the ':' in this text begins a second field on one line", where, (held.start, end))
    elif _HASH.search(words) and (end > held.end or in_brackets):
        at = held.start + words.index(" #") + 1
        message = "the text is cut here: what follows ' #' is taken for a comment, and the rest can't be read"
        yield replace(quoting(text, "text-cut-at-hash", message, (at, held.end), (held.start, end)), severe=True)
    elif in_brackets and any(sign in words for sign in "[]{}"):
        sign = next(sign for sign in words if sign in "[]{}")
        code = "text-starts-with-bracket" if sign in "[]" else "text-starts-with-brace"
        message = f"the '{sign}' in this text begins or ends a list or a mapping"
        yield quoting(text, code, message, (held.start, held.end), (held.start, end))


def _before_hash(words: str) -> str:
    """What YAML sees of a text: a colon behind ` #` turns nothing into a field."""
    cut = _HASH.search(words)
    return words[: cut.start()] if cut else words


def open_quote(text: str, start: int, end: int) -> Slip:
    """A quote that is never closed; the edit closes it at `end`."""
    hint = f"close it: {quoted(text[start + 1 : end])}"
    return Slip("unclosed-quote", "this quote is never closed", start, start + 1, hint, Edit(end, end, text[start]))


def _quote_end(text: str, start: int, end: int) -> int:
    """Where a quote in brackets was to be closed: before the next field, or before the brackets end."""
    found = _NEXT.search(text, start, line_end(text, start))
    return found.start() if found else end
