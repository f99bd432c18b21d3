"""spell: a key or a text as our own hand spells it: as it is, in quotes where prose needs them, or below a `|`."""

import re
from functools import lru_cache

from cjmgen.syntax.yaml.quote import double_quoted, needs_escape

# Where every reader of YAML, of 1.1 too, sees nothing but text: letters first, no sign with a meaning anywhere. The colon
# may stand inside a word (`https://…`) and never at its end.
_SAFE = re.compile(r"[^\W_](?:[^\n:#]|:(?=[^\s])|(?<=\S)#)*")
_ATOM = re.compile(r"[^\W_][\w.%/+–-]*")
_LOOKS_LIKE_VALUE = re.compile(r"(?i:yes|no|on|off|true|false|null)|[0-9][0-9_,.:xoabcdefABCDEF+TZ -]*")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


@lru_cache(maxsize=4096)
def is_plain(text: str) -> bool:
    """Whether a text means itself without quotes."""
    if not text or not _SAFE.fullmatch(text) or text[-1].isspace() or needs_escape(text):
        return False
    return _DATE.fullmatch(text) is not None or _LOOKS_LIKE_VALUE.fullmatch(text) is None


def is_word(text: str) -> bool:
    """Whether a text is one word that means itself in brackets too."""
    return _ATOM.fullmatch(text) is not None and is_plain(text)


def spelled_key(key: str) -> str:
    """A key, in quotes where it is more than a word."""
    return key if is_word(key) else double_quoted(key)


def spelled_line(text: str) -> str:
    """A text on one line."""
    return text if is_plain(text) else double_quoted(text)


def spelled(text: str) -> list[str]:
    """The lines of a text; where there are several, the first is the sign and the others belong below it."""
    if not is_literal(text):
        return [spelled_line(text)]
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    sign = "|-" if ends == 0 else "|" if ends == 1 else "|+"
    return [sign, *body.split("\n"), *[""] * (ends - 1)]


def is_literal(text: str) -> bool:
    """Whether a text of several lines can stand below a `|` unchanged."""
    if "\n" not in text or text[0].isspace() or needs_escape(text.replace("\n", "")):
        return False
    return all(line.strip(" ") or not line for line in text.split("\n"))


def indented(lines: list[str]) -> list[str]:
    """Lines one step further in."""
    return [f"  {line}" if line else line for line in lines]
