"""width: how many columns of a terminal a text takes, and a text made safe to show in one."""

import itertools
import unicodedata

TAB = 4
_EMOJI = "\ufe0f"


def width(text: str) -> int:
    """Columns of a terminal: two for emoji and for wide letters such as Chinese, none for marks that sit on a letter."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text) + sum(
        1 for before, mark in itertools.pairwise(text) if mark == _EMOJI and _columns(before) == 1
    )


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


def safe(text: str) -> str:
    """The text with everything a terminal would obey instead of show made visible.

    A map may come from a stranger: an escape sequence could recolour or hide what stands on the screen, a mark of
    direction could reorder it.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    if character == "\t":
        return " " * TAB
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    hidden = unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069
    return "\ufffd" if hidden else character
