"""mend: what an author did where YAML can't be read, guessed from the line's own characters; never the parser's words."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from cjmgen.syntax.slip import Edit, Slip
from cjmgen.syntax.yaml.flow import closing_bracket, closing_quote, comment, entries, line_end
from cjmgen.syntax.yaml.looks import COLON, Held, open_quote, quoting, skip, slips
from cjmgen.syntax.yaml.parts import dashless
from cjmgen.syntax.yaml.plain import is_field
from cjmgen.syntax.yaml.quote import shortened

_NO_COLON = re.compile(r"[{,] *([a-z_][a-z0-9_-]*) +$")
_NO_COLON_FIELD = re.compile(r" *(?:- +)*([a-z_][a-z0-9_-]*) +(?=[{\[])")
_NO_SPACE = re.compile(r"([a-z_][a-z0-9_-]*):(?=[^ \n/:])")
_NO_SPACE_ITEM = re.compile(r"-(?=[^\W\d_]|[\"'\[{])")
_ABOVE = 4
"""How many lines above an error may hold what led to it, comments and empty lines not counted."""


def guesses(text: str, error: Any) -> Iterator[Slip]:
    """What may have led to a parser's error, the likeliest first. A guess is right if its edit lets the reading go on."""
    yield from _missing_colon(text, error)
    yield from dashless(text, min(error.problem_mark.index, len(text)))
    lines = list(_lines_near(text, error))
    for start, end in lines:
        held = _held(text, start, end)
        yield from _missing_space(text, held)
        yield from _in_brackets(text, held)
        yield from slips(text, held, _continued(text, held)) if held.is_text else ()
        yield from _continuation(text, start, held)
    for start, end in lines:
        yield from _unclosed(text, _held(text, start, end))


def _lines_near(text: str, error: Any) -> Iterator[tuple[int, int]]:
    """The lines an error may come from: its own, the one the parser began at, a few above."""
    marks = [min(mark.index, len(text)) for mark in (error.problem_mark, error.context_mark) if mark is not None]
    starts = [text.rfind("\n", 0, mark) + 1 for mark in marks]
    lines = [(start, line_end(text, start)) for start in starts if not _says_nothing(text, start)]
    yield from dict.fromkeys([*lines, *islice(_above(text, starts[0]), _ABOVE)])


def _above(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The lines above one that say something, from below."""
    for _ in range(10 * _ABOVE):
        if start == 0:
            return
        end = start - 1
        start = text.rfind("\n", 0, end) + 1
        if not _says_nothing(text, start):
            yield start, end


def _says_nothing(text: str, start: int) -> bool:
    """Whether a line is empty, a comment, or begins with a tab, which is a mistake of its own."""
    at = skip(text, start, len(text))
    return text[at : at + 1] in ("", "\n", "#", "\t")


def _held(text: str, start: int, end: int) -> Held:
    at = column = skip(text, start, end)
    listed = False
    while text.startswith("- ", at):
        column, listed = at, True
        at = skip(text, at + 2, end)
    end = _stripped(text, start, comment(text, start, end))
    colon = COLON.search(text, at, end)
    key = text[at : colon.start()].strip() if colon else ""
    if colon and key and (is_field(key) or _is_quoted(key) or (not listed and key[0].isalnum())):
        return Held(min(skip(text, colon.end(), end), end), end, at - start, key, True)
    return Held(min(at, end), end, column - start, "", listed or _is_below_key(text, start))


def _is_below_key(text: str, start: int) -> bool:
    above = next(_above(text, start), None)
    return above is not None and text[above[0] : comment(text, *above)].rstrip().endswith(":")


def _is_quoted(key: str) -> bool:
    return key[0] in "\"'" and closing_quote(key, 0, len(key)) == len(key) - 1


def _stripped(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _continued(text: str, held: Held) -> int:
    """The end of a text that goes on below, on lines indented deeper that begin no field and no item."""
    end = held.end
    start = text.find("\n", end) + 1
    while start:
        stop = text.find("\n", start)
        line = text[start : len(text) if stop < 0 else stop]
        words = line.lstrip(" ")
        said = comment(text, start, start + len(line))
        if not words.strip() or len(line) - len(words) <= held.column or words.startswith(("- ", "#")) or COLON.search(text, start, said):
            break
        end = _stripped(text, start, said)
        start = stop + 1
    return end


def _missing_space(text: str, held: Held) -> Iterator[Slip]:
    """`title:Buying` or `-Buying` where a field or an item should begin."""
    if held.key and (is_field(held.key) or _is_quoted(held.key)):
        return
    first = text.rindex(held.key, 0, held.start) if held.key else held.start
    missing = _NO_SPACE.match(text, first, held.end) or _NO_SPACE_ITEM.match(text, first, held.end)
    if missing:
        at = missing.end()
        rest = shortened(text[at : held.end])
        hint = f"write '{missing.group()} {rest}'"
        yield Slip("bad-yaml", f"there is no space behind '{missing.group()}'", first, at, hint, Edit(at, at, " "))


def _in_brackets(text: str, held: Held) -> Iterator[Slip]:
    """The texts inside `[…]` and `{…}`."""
    if text[held.start : held.start + 1] in ("[", "{"):
        limit = min(_inner_end(text, held), held.start + 4_000)
        for start, end in entries(text, held.start, limit):
            for stop in _stops(text, start, end):
                yield from slips(text, Held(start, stop, 0, "", True), stop, in_brackets=True)


def _inner_end(text: str, held: Held) -> int:
    """The end of the lines that can belong to a bracket: its own and those indented deeper."""
    end = line_end(text, held.start)
    while end < min(len(text), held.start + 4_000):
        first = skip(text, end + 1, len(text))
        if text[first : first + 1] not in ("\n", "]", "}") and first - end - 1 <= held.column:
            break
        end = line_end(text, first)
    return end


def _stops(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where an entry may end: with its own brackets closed, or, where a bracket in it is a slip, before the first that closes."""
    closes = [at for sign in "]}" if (at := text.find(sign, start, end)) > start]
    return (end, start + len(text[start : min(closes)].rstrip())) if closes else (end,)


def _continuation(text: str, start: int, held: Held) -> Iterator[Slip]:
    """A line with a colon that goes on a text above: `summary: She thinks` and below it `  and then: decides`."""
    if start == 0 or (held.key and is_field(held.key)) or not COLON.search(text, start, held.end):
        return
    above_start = text.rfind("\n", 0, start - 1) + 1
    above = _held(text, above_start, start - 1)
    if above.start < above.end and text[above.start] not in "|>\"'[{&*!" and skip(text, start, held.end) - start > above.column:
        where = (skip(text, start, held.end), held.end)
        yield quoting(text, "text-became-mapping", "the ':' in this line of a text begins a field", where, (above.start, held.end))


def _ends_below(text: str, start: int, end: int) -> bool:
    """Whether a quote ends on a line that goes on with its text, and nothing but a comment stands behind it."""
    closed = closing_quote(text, start, end)
    return closed >= 0 and not text[closed + 1 : comment(text, closed + 1, line_end(text, closed))].strip()


def _missing_colon(text: str, error: Any) -> Iterator[Slip]:
    """`title {en: …}` where a field should begin."""
    at = error.problem_mark.index
    words = text[max(0, at - 40) : at]
    found = _NO_COLON.search(words)
    if found and text[at : at + 1] in ("{", "["):
        yield _without_colon(text, at - len(words) + found.start(1), at - len(words) + found.end(1), at)
    line = _NO_COLON_FIELD.match(text, text.rfind("\n", 0, at) + 1)
    if line:
        yield _without_colon(text, *line.span(1), line.end())


def _without_colon(text: str, start: int, end: int, value: int) -> Slip:
    name = text[start:end]
    return Slip("bad-yaml", f"there is no colon behind '{name}'", start, end, f"write '{name}: {text[value]}'", Edit(end, end, ":"))


def _unclosed(text: str, held: Held) -> Iterator[Slip]:
    """A quote or bracket that its line doesn't close; the edit closes it there."""
    sign = text[held.start : held.end][:1]
    below = _inner_end(text, held)
    if sign in ('"', "'") and closing_quote(text, held.start, held.end) < 0 and not _ends_below(text, held.start, below):
        yield open_quote(text, held.start, held.end)
    elif sign in ("[", "{") and closing_bracket(text, held.start, below) < 0:
        close = "]" if sign == "[" else "}"
        hint = f"close it with '{close}', or put the text in quotes"
        edit = Edit(held.end, held.end, close)
        yield Slip("unclosed-bracket", f"this '{sign}' is never closed", held.start, held.start + 1, hint, edit)
