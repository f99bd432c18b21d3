"""items: the text of a label or a cell, split into the items it means."""

import re

from cjmgen.problem import Place, Problem, Span, problem
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits.attributes import Braced, split
from cjmgen.syntax.habits.said import Node, Said

Entry = Said | Node
"""An item: its text alone, or a mapping with its text under `title`."""

TEXTS = frozenset({"goal", "duration", "wait", "description", "notes"})
"""Lanes that hold one text, not items."""

_NOUNS = frozenset({"touchpoints", "channels", "metrics", "owner", "support"})
"""Lanes whose items are names of things: those may be split by commas."""

_BREAK = re.compile(r"\s*<br\s*/?>\s*|\s*\n\s*", re.IGNORECASE)
_BULLET = re.compile(r"^(?:\\?[-*+•·▪◦–—►▸✓✔☐☑]|\d{1,2}[.)])\s+(?=\S)|^\[[ xXхХ]\]\s+")
_NOTHING = re.compile(r"^(?:[-–—\s.…]*|n/?a\.?|н/д)$", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]+"|“[^”]+”|«[^»]+»|„[^“]+“')
_ROOM = 60


def items_of(text: Said, field: str) -> list[Said]:
    """The items a text means: broken at `<br>`, at semicolons, between quotations, and for names of things at commas."""
    parts = [part for piece in _BREAK.split(text) if (part := tidy(piece))]
    if field not in TEXTS:
        parts = [part for piece in parts for part in _split(piece, field)]
    return [text.but(part) for part in parts if not _NOTHING.match(part)]


def tidy(text: str) -> str:
    """A piece without bullet, check box, stray space, and the semicolon that only leads to the next one."""
    words = text.strip().rstrip(";").rstrip()
    while (bullet := _BULLET.match(words)) and not re.match(r"^[-+]\d", words):
        words = words[bullet.end() :].strip()
    return words


def _split(text: str, field: str) -> list[str]:
    if field in ("thoughts", "questions", "quotes") and len(quoted := _QUOTED.findall(text)) > 1:
        left = _QUOTED.sub("", text)
        if not re.search(r"\w", left):
            return quoted
    parts = _outside(text, ";")
    if len(parts) > 1:
        return [tidied for part in parts if (tidied := tidy(part))]
    if "•" in text:
        return [part.strip() for part in text.split("•") if part.strip()]
    return _names(text) if field in _NOUNS else [text]


def _names(text: str) -> list[str]:
    parts = [part.strip() for part in _outside(text, ",")]
    if len(parts) < 2 or any(len(part) > _ROOM or len(part.split()) > 6 or re.search(r"[.!?:]\s", part) for part in parts):
        return [text]
    return [re.sub(r"^(?:and|or|и|или)\s+", "", part).rstrip(".") for part in parts if part]


def _outside(text: str, mark: str) -> list[str]:
    """Cut at a mark that stands outside brackets, quotation marks and code, and before a space."""
    if mark not in text:
        return [text]
    parts, depth, quoted, start = [], 0, False, 0
    for index, letter in enumerate(text):
        if letter in "([{«“":
            depth += 1
        elif letter in ")]}»”":
            depth = max(0, depth - 1)
        elif letter in '"`':
            quoted = not quoted
        elif letter == mark and not depth and not quoted and text[index + 1 : index + 2] in ("", " "):
            parts.append(text[start:index])
            start = index + 1
    return [*parts, text[start:]] if not quoted and not depth else [text]


def bad_attribute(text: Said, found: Braced, file: str) -> Problem:
    """The problem of braces that can't be read."""
    words = found.wrong[:60]
    hint = 'write {#id key=value key2="two words"}, or \\{ for a brace in the text'
    return problem("bad-attribute", f"'{words}' is no field", Place(file, text.but(text[found.column :]).span), hint, data=(words,))


def braced(text: Said, file: str, problems: list[Problem]) -> Entry:
    """An item with the fields that stand in braces at its end; wrong ones are a problem, and text."""
    found = split(text)
    if found.wrong:
        problems.append(bad_attribute(text, found, file))
        return text
    if not found.fields:
        return text if found.text == text else text.but(found.text) if found.text in text else Said(found.text, text.span)
    title: dict[str, Plain] = {"title": text.but(found.text)} if found.text else {}
    node = Node(text.span, {**title, **found.fields})
    node.at = places(text, found)
    return node


def places(text: Said, found: Braced) -> dict[str, Span]:
    """Where each field stands that braces hold."""
    where: dict[str, Span] = {}
    for key in found.fields:
        at = re.compile(r"#" if key == "id" else rf"(?<![\w.-]){re.escape(key)}(?=[.=])").search(text, found.column)
        if at:
            length = len(re.split(r"[\s}]", text[at.start() :], maxsplit=1)[0])
            where[key] = Span(text.span.line, text.span.column + at.start(), max(1, length))
    return where


def text_of(entry: Entry) -> str:
    """The words of an item."""
    if isinstance(entry, str):
        return entry
    for key in ("title", "text"):
        if isinstance(words := entry.get(key), str):
            return words
    return ""
