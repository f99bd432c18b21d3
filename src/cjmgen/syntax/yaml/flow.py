"""flow: the entries of a list or mapping in brackets, found by their characters alone, however broken they are."""

import re
from collections.abc import Iterator

_CLOSING = {"[": "]", "{": "}"}
_COMMENT = re.compile(r"(?<!\S)#(?=[\s#!]|\Z)")
_OPEN_QUOTE = re.compile(r"(?<=[\s\[{,])[\"']")


def closing_quote(text: str, start: int, end: int) -> int:
    """The offset of the quote that closes the one at `start`, or -1."""
    quote = text[start]
    at = start + 1
    while at < end:
        if text[at : at + 2] == "''" == quote * 2 or (text[at] == "\\" and quote == '"'):
            at += 2
        elif text[at] == quote:
            return at
        else:
            at += 1
    return -1


def comment(text: str, start: int, end: int) -> int:
    """Where the comment of a line begins, or `end`: at a `#` that stands in no quotes, between spaces. `#5` may be a word."""
    at = start
    while found := _COMMENT.search(text, at, end):
        quote = _OPEN_QUOTE.search(text, at, found.start())
        closed = closing_quote(text, quote.start(), end) if quote else -1
        if closed < 0:
            return found.start()
        at = closed + 1
    return end


def closing_bracket(text: str, start: int, end: int) -> int:
    """The offset of the bracket that closes the one at `start`, or -1."""
    stack = []
    at = start
    while at < end:
        char = text[at]
        if char in _CLOSING:
            stack.append(_CLOSING[char])
        elif char in "\"'" and text[at - 1] in " [{,":
            at = max(at, closing_quote(text, at, end))
        elif char == "#" and _COMMENT.match(text, at):
            at = line_end(text, at)
        elif stack and char == stack[-1]:
            stack.pop()
            if not stack:
                return at
        at += 1
    return -1


def line_end(text: str, at: int) -> int:
    """The offset of the end of the line."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def entries(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The extents of the texts between the brackets from `start` on: items of lists and values of mappings, nested ones too."""
    stack = [text[start]]
    at = start + 1
    while stack and at < end:
        at = _skip(text, at, end)
        if text[at : at + 1] in _CLOSING:
            stack.append(text[at])
            at += 1
        elif text[at : at + 1] == ",":
            at += 1
        elif text[at : at + 1] in ("]", "}"):
            stack.pop()
            at += 1
        else:
            stop = _stop(text, at, end)
            colon = _colon(text, at, stop) if stack[-1] == "{" else -1
            value = _skip(text, colon + 1, stop) if colon >= 0 else at
            if value < stop and (text[value] not in _CLOSING or text[value + 1 : stop].strip()):
                yield value, value + len(text[value:stop].rstrip())
            at = value + 1 if value < stop and text[value] in _CLOSING else max(stop, at + 1)
            if value < stop and text[value] in _CLOSING:
                stack.append(text[value])


def _skip(text: str, at: int, end: int) -> int:
    """Where the next word begins, behind spaces, line ends and comments."""
    while at < end and (text[at].isspace() or _COMMENT.match(text, at)):
        at = line_end(text, at) if text[at] == "#" else at + 1
    return min(at, end)


def _colon(text: str, at: int, stop: int) -> int:
    if at < stop and text[at] in "\"'":
        closed = closing_quote(text, at, stop)
        return text.find(":", closed, stop) if closed >= 0 else -1
    return text.find(": ", at, stop)


def _stop(text: str, at: int, end: int) -> int:
    """Where an entry ends: at the comma or bracket that stands in none of its own brackets, or at the end of the line."""
    depth = 0
    while at < end and text[at] != "\n" and not (text[at] == "#" and _COMMENT.match(text, at)):
        char = text[at]
        if char in "\"'" and text[at - 1] in " [{,":
            at = max(at, closing_quote(text, at, line_end(text, at)))
        elif char in _CLOSING:
            depth += 1
        elif char in "]}":
            if depth == 0:
                return at
            depth -= 1
        elif char == "," and depth == 0:
            return at
        at += 1
    return at
