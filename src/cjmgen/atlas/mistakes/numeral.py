"""numeral: a number as people write it where a count is expected: with groups of three, or with the name of what is counted."""

import re

_GROUPS = re.compile(r"([0-9]{1,3})((?:[,.'’ \u00a0\u202f_][0-9]{3})+)")
_NAMED = re.compile(r"(?:about |~ ?)?([0-9]{1,15}|[0-9]{1,3}(?:[,.'’ \u00a0\u202f_][0-9]{3})+)\s+([^\W\d_][^\n]{0,60})", re.IGNORECASE)
_QUOTED = re.compile(r"[0-9]{1,15}")


def count_meant(value: object) -> str:
    """The digits of a count that was written otherwise; "" where nothing like it stands there."""
    if isinstance(value, float) and not value.is_integer() and (value * 1000).is_integer() and 0 < value < 1000:
        return str(int(value * 1000))
    if not isinstance(value, str):
        return ""
    words = value.strip()
    named = _NAMED.fullmatch(words)
    return grouped(named[1] if named else words) or (words if _QUOTED.fullmatch(words) else "")


def grouped(words: str) -> str:
    """The digits of a number whose thousands are parted: `6,400` is 6400; digits alone stay as they are, "" for no number."""
    found = _GROUPS.fullmatch(words.strip())
    if found:
        return found[1] + re.sub(r"[^0-9]", "", found[2])
    return words if _QUOTED.fullmatch(words) else ""


def counted(words: str) -> tuple[str, str] | None:
    """`6400 visitors` as the number and what is counted."""
    found = _NAMED.fullmatch(words.strip())
    return (grouped(found[1]), found[2]) if found else None
