"""quote: a text in quotes, the way the mended line of a hint and our own hand write it."""

import re

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}

# What a file can't hold as it is: control characters, spaces and marks that editors don't show, half characters.
_INVISIBLE = r"\x00-\x1f\x7f-\xa0\xad\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff"
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_ESCAPED = re.compile(f'["\\\\{_INVISIBLE}]')

_HINT_LENGTH = 76


def double_quoted(text: str) -> str:
    """The text between double quotes, on one line."""
    return '"' + _ESCAPED.sub(_escaped, text) + '"'


def needs_escape(text: str) -> bool:
    """Whether a text holds something that only double quotes can say."""
    return _UNSEEN.search(text) is not None


def _escaped(match: re.Match[str]) -> str:
    char = match.group()
    return _ESCAPES.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}")


def quoted(text: str) -> str:
    """The text as a person would quote it: single quotes where double ones would need a backslash. Line breaks stay."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def put_in_quotes(text: str) -> str:
    """The hint that shows the mended text, shortened where it is long."""
    return f"put this text in quotes: {quoted(shortened(text))}"


def shortened(text: str) -> str:
    """A text on one line, as long as a hint may show it."""
    line = re.sub(r"[ \n\t]+", " ", text).strip(" ")
    return line if len(line) <= _HINT_LENGTH else line[: _HINT_LENGTH - 1].rstrip() + "…"
