"""mend: what an author did where YAML can't be read, guessed from the line's own characters; never the parser's words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from cjmgen.syntax.flow import closing_bracket, closing_quote, entries, line_end
from cjmgen.syntax.plain import is_field
from cjmgen.syntax.quote import put_in_quotes, quoted
from cjmgen.syntax.slip import Edit, Slip

_BLOCK_HEADER = re.compile(r"[>|](?:[1-9]?[-+]?|[-+][1-9])(?:[ \t]+#[^\n]*)?")
_COLON = re.compile(r":(?=\s|$)")
_NEXT = re.compile(r", *[a-z_][a-z0-9_-]*: |[\]}]")
_NO_COLON = re.compile(r"[{,] *([a-z_][a-z0-9_-]*) +$")
_HASH = re.compile(r"[ \t]#(?=[^\s#!])")
_NO_SPACE = re.compile(r"([a-z_][a-z0-9_-]*):(?=[^ \n/:])")
_NO_SPACE_ITEM = re.compile(r"-(?=[^ \n-])")

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
class _Held:
    """What a line holds behind its dashes and its key: the extent of a text, and the column its field or item begins in."""

    start: int
    end: int
    column: int
    key: str
    is_text: bool
    """Whether a text may stand here: behind a key or a dash, or below a key; else the line should have been a field."""


def guesses(text: str, error: Any) -> Iterator[Slip]:
    """What may have led to a parser's error, the likeliest first. A guess is right if its edit lets the reading go on."""
    yield from _missing_colon(text, error)
    lines = list(_lines_near(text, error))
    for start, end in lines:
        held = _held(text, start, end)
        yield from _in_brackets(text, held)
        yield from _slips(text, held, _continued(text, held)) if held.is_text else ()
        yield from _missing_space(text, held)
        yield from _continuation(text, start, held)
    for start, end in lines:
        yield from _unclosed(text, _held(text, start, end))


def _lines_near(text: str, error: Any) -> Iterator[tuple[int, int]]:
    """The lines an error may come from: its own, the one the parser began at, a few above."""
    seen = set()
    marks = [mark.index for mark in (error.problem_mark, error.context_mark) if mark is not None]
    above = marks[0] if marks else 0
    for _ in range(4):
        above = text.rfind("\n", 0, max(above, 0)) if above > 0 else -1
        marks.append(max(above, 0))
    for mark in marks:
        start = text.rfind("\n", 0, min(mark, len(text))) + 1
        if start not in seen:
            seen.add(start)
            end = text.find("\n", start)
            yield start, len(text) if end < 0 else end


def _held(text: str, start: int, end: int) -> _Held:
    at = column = _skip(text, start, end)
    listed = False
    while text.startswith("- ", at):
        column, listed = at, True
        at = _skip(text, at + 2, end)
    colon = text.find(": ", at, end)
    key = text[at:colon].strip() if colon >= 0 else ""
    if key and (is_field(key) or _is_quoted(key) or (not listed and key[0].isalnum())):
        return _Held(_skip(text, colon + 1, end), _stripped(text, start, end), at - start, key, True)
    below_key = text[max(0, start - 200) : start].rstrip().endswith(":")
    return _Held(at, _stripped(text, start, end), column - start, "", listed or below_key)


def _is_quoted(key: str) -> bool:
    return key[0] in "\"'" and closing_quote(key, 0, len(key)) == len(key) - 1


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at] == " ":
        at += 1
    return at


def _stripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _continued(text: str, held: _Held) -> int:
    """The end of a text that goes on below, on lines indented deeper that begin no field and no item."""
    end = held.end
    start = text.find("\n", end) + 1
    while start:
        stop = text.find("\n", start)
        line = text[start : len(text) if stop < 0 else stop]
        words = line.lstrip(" ")
        if not words.strip() or len(line) - len(words) <= held.column or words.startswith(("- ", "#")) or _COLON.search(words):
            break
        end = start + len(line.rstrip())
        start = stop + 1
    return end


def _slips(text: str, held: _Held, end: int, in_brackets: bool = False) -> Iterator[Slip]:
    """What can be wrong with a text by its looks."""
    words = text[held.start : held.end]
    sign = words[:1]
    if sign in "\"'" and sign:
        yield from _after_quote(text, held, end)
        if in_brackets and closing_quote(text, held.start, held.end) < 0:
            yield _open_quote(text, held.start, _quote_end(text, held.start + 1, held.end))
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


def _start(text: str, held: _Held, end: int, sign: str) -> Slip:
    code, why = _STARTS[sign]
    return _quoting(text, code, f"this text starts with '{sign}', {why}", (held.start, held.end), (held.start, end))


def _quoting(text: str, code: str, message: str, where: tuple[int, int], words: tuple[int, int]) -> Slip:
    source = text[slice(*words)]
    return Slip(code, message, *where, put_in_quotes(source), Edit(*words, quoted(source)))


def _after_quote(text: str, held: _Held, end: int) -> Iterator[Slip]:
    closed = closing_quote(text, held.start, held.end)
    if closed < 0:
        return
    rest = text[closed + 1 : held.end].strip()
    source = text[held.start : end]
    if rest and not rest.startswith("#"):
        # `'It's fine'` was meant to be quoted as a whole, `"Expensive" she says` was not.
        words = source[1:-1] if source.endswith(source[0]) and source.count(source[0]) % 2 else source
        if source.endswith(source[0]) and source.count(source[0]) > 2 and source[1] != " " and source[-2] != " ":
            words = source[1:-1] if source[0] == "'" else words
        where = (_skip(text, closed + 1, held.end), held.end)
        message = "this stands behind the closing quote and belongs to no text"
        yield Slip("text-after-quote", message, *where, put_in_quotes(words), Edit(held.start, end, quoted(words)))
    elif "\\" in source[1 : closed - held.start] and source[0] == '"':
        words = source[1 : closed - held.start]
        at = held.start + 1 + words.index("\\")
        if "'" not in words:
            message = f"'{text[at : at + 2]}' means nothing between double quotes"
            edit = Edit(held.start, closed + 1, f"'{words}'")
            yield Slip("bad-yaml", message, at, at + 2, f"put this text in single quotes: '{words}'", edit)


def _inside(text: str, held: _Held, end: int, in_brackets: bool) -> Iterator[Slip]:
    words = text[held.start : held.end]
    if words.startswith(("- ", "? ")) or words in ("-", "?"):
        sign, what = words[0], "a list item on the lines below" if words[0] == "-" else "a key"
        yield _quoting(text, "bad-yaml", f"this text starts with '{sign} ', which begins {what}", (held.start, held.end), (held.start, end))
    elif _COLON.search(words):
        where = (held.start, held.end)
        yield _quoting(text, "text-became-mapping", "the ':' in this text begins a second field on one line", where, (held.start, end))
    elif _HASH.search(words) and (end > held.end or in_brackets):
        at = held.start + words.index(" #") + 1
        message = "the text is cut here: what follows ' #' is taken for a comment, and the rest can't be read"
        yield replace(_quoting(text, "text-cut-at-hash", message, (at, held.end), (held.start, end)), severe=True)
    elif in_brackets and any(sign in words for sign in "[]{}"):
        sign = next(sign for sign in words if sign in "[]{}")
        code = "text-starts-with-bracket" if sign in "[]" else "text-starts-with-brace"
        message = f"the '{sign}' in this text begins or ends a list or a mapping"
        yield _quoting(text, code, message, (held.start, held.end), (held.start, end))


def _missing_space(text: str, held: _Held) -> Iterator[Slip]:
    """`title:Buying` or `-Buying` where a field or an item should begin."""
    missing = _NO_SPACE.match(text, held.start, held.end) or _NO_SPACE_ITEM.match(text, held.start, held.end)
    if missing and not held.key:
        at = missing.end()
        hint = f"write '{missing.group()} {text[at : min(held.end, at + 20)]}'"
        yield Slip("bad-yaml", f"there is no space behind '{missing.group()}'", held.start, at, hint, Edit(at, at, " "))


def _in_brackets(text: str, held: _Held) -> Iterator[Slip]:
    """The texts inside `[…]` and `{…}`."""
    if text[held.start : held.start + 1] in ("[", "{"):
        limit = min(_inner_end(text, held), held.start + 4_000)
        for start, end in entries(text, held.start, limit):
            for stop in _stops(text, start, end):
                yield from _slips(text, _Held(start, stop, 0, "", True), stop, in_brackets=True)


def _inner_end(text: str, held: _Held) -> int:
    """The end of the lines that can belong to a bracket: its own and those indented deeper."""
    end = line_end(text, held.start)
    while end < min(len(text), held.start + 4_000):
        first = _skip(text, end + 1, len(text))
        if text[first : first + 1] not in ("\n", "]", "}") and first - end - 1 <= held.column:
            break
        end = line_end(text, first)
    return end


def _stops(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where an entry may end: with its own brackets closed, or, where a bracket in it is a slip, before the first that closes."""
    closes = [at for sign in "]}" if (at := text.find(sign, start, end)) > start]
    return (end, start + len(text[start : min(closes)].rstrip())) if closes else (end,)


def _continuation(text: str, start: int, held: _Held) -> Iterator[Slip]:
    """A line with a colon that goes on a text above: `summary: She thinks` and below it `  and then: decides`."""
    if start == 0 or (held.key and is_field(held.key)) or not _COLON.search(text, start, held.end):
        return
    above_start = text.rfind("\n", 0, start - 1) + 1
    above = _held(text, above_start, start - 1)
    if above.start < above.end and text[above.start] not in "|>\"'[{&*!" and _skip(text, start, held.end) - start > above.column:
        where = (_skip(text, start, held.end), held.end)
        yield _quoting(text, "text-became-mapping", "the ':' in this line of a text begins a field", where, (above.start, held.end))


def _open_quote(text: str, start: int, end: int) -> Slip:
    hint = f"close it: {quoted(text[start + 1 : end])}"
    return Slip("unclosed-quote", "this quote is never closed", start, start + 1, hint, Edit(end, end, text[start]))


def _quote_end(text: str, start: int, end: int) -> int:
    """Where a quote in brackets was to be closed: before the next field, or before the brackets end."""
    found = _NEXT.search(text, start, line_end(text, start))
    return found.start() if found else end


def _missing_colon(text: str, error: Any) -> Iterator[Slip]:
    """`title {en: …}` where a field should begin."""
    at = error.problem_mark.index
    words = text[max(0, at - 40) : at]
    found = _NO_COLON.search(words)
    if found and text[at : at + 1] in ("{", "["):
        start, end = at - len(words) + found.start(1), at - len(words) + found.end(1)
        message = f"there is no colon behind '{found.group(1)}'"
        yield Slip("bad-yaml", message, start, end, f"write '{found.group(1)}: {text[at]}'", Edit(end, end, ":"))


def _unclosed(text: str, held: _Held) -> Iterator[Slip]:
    """A quote or bracket that its line doesn't close; the edit closes it there."""
    sign = text[held.start : held.start + 1]
    if sign in ('"', "'") and closing_quote(text, held.start, held.end) < 0:
        yield _open_quote(text, held.start, held.end)
    elif sign in ("[", "{") and closing_bracket(text, held.start, held.end) < 0:
        close = "]" if sign == "[" else "}"
        hint = f"close it with '{close}', or put the text in quotes"
        edit = Edit(held.end, held.end, close)
        yield Slip("unclosed-bracket", f"this '{sign}' is never closed", held.start, held.start + 1, hint, edit)
