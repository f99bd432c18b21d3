"""spaces: characters that look like a space or like nothing, which YAML takes for letters; text from pages and chats has them."""

import re

from cjmgen.syntax.slip import Edit, Slip

_UNUSUAL = r"\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
UNUSUAL = re.compile(f"[{_UNUSUAL}]")
UNUSUAL_SIGNS = tuple(chr(code) for code in (0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF))
"""The same signs one by one: asking whether each is in a text takes a tenth of the time that the pattern of the layout takes."""
_SPACES = rf"([{_UNUSUAL}][ {_UNUSUAL}]*)(?=[^\s#{_UNUSUAL}])"
_MISPLACED = re.compile(rf"^ *{_SPACES}|^ *(?:- +)*(?:-|[a-z_][a-z0-9_-]*:){_SPACES}", re.MULTILINE)
"""Where only plain spaces do: before the words of a line, and behind a dash or a field's name."""

UNUSUAL_LAYOUT = re.compile(rf"{_MISPLACED.pattern}|[\u200b\u2060\ufeff]", re.MULTILINE)
"""What needs a second look: an unusual space where a plain one belongs, or an invisible sign anywhere."""

_NAMES = {"\u00a0": "a no-break space", "\u202f": "a narrow no-break space", "\u3000": "an ideographic space"}
_WIDTHLESS = "\u200b\u2060\ufeff"
INVISIBLE = re.compile(f"[{_WIDTHLESS}]")


def name_of(sign: str) -> str:
    """What an unusual space is called."""
    what = _NAMES.get(sign) or ("an invisible character" if sign in _WIDTHLESS else "an unusual space")
    return f"{what} (U+{ord(sign):04X})"


def invisible(found: re.Match[str]) -> Slip:
    """A sign in a field's name that nobody sees and that makes it another name."""
    return Slip("control-character", f"{name_of(found[0])} stands here", *found.span(), "delete it", Edit(*found.span(), ""))


def straightened(text: str) -> tuple[Slip, tuple[Edit, ...]] | None:
    """The slip that unusual spaces in the layout of a text are, told once, and the edits to plain ones."""
    found = list(_MISPLACED.finditer(text))
    if not found:
        return None
    first = found[0]
    start, end = first.span(first.lastindex or 0)
    more = {1: "", 2: ", and one more below"}.get(len(found), f", and {len(found) - 1} more below")
    sign = next(sign for sign in text[start:end] if sign != " ")
    message = f"{name_of(sign)} stands where a plain space belongs{more}"
    hint = "indent with plain spaces only" if first[1] else "write a plain space behind '-' and ':'"
    slip = Slip("bad-indent" if first[1] else "bad-yaml", message, start, start + 1, hint)
    return slip, tuple(_straight(each) for each in found)


def _straight(spaces: re.Match[str]) -> Edit:
    group = spaces.lastindex or 0
    return Edit(*spaces.span(group), "".join("" if sign in _WIDTHLESS else " " for sign in spaces[group]))
