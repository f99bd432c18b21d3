"""scalar: what an unquoted word means, by YAML 1.2's core schema, so that `NO`, `on`, `1:20` and dates stay text."""

import re
from functools import lru_cache

NOT_ALWAYS_TEXT = frozenset("-+.0123456789~nNtTfF")
"""The first characters a word needs to mean anything but itself (the empty word means nothing)."""

WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")

# A longer integer is more than a float can hold, and takes Python quadratic time; nobody counts so many customers.
_MOST_DIGITS = 300


@lru_cache(maxsize=4096)
def scalar(text: str) -> bool | int | float | str | None:
    """The value of an unquoted word. Infinity and not-a-number are no values of JSON and stay text."""
    if text in WORDS:
        return WORDS[text]
    if len(text) > _MOST_DIGITS:
        return text
    if _INTEGER.fullmatch(text):
        return int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if abs(number) < float("inf") else text
    return text
