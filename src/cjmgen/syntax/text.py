"""text: bytes to the text every form is read from, and what can be wrong with bytes whatever their form."""

import re
from collections.abc import Iterator

from cjmgen.problem import Checked, Place, Problem, Span, problem
from cjmgen.syntax.slip import Slip, problems

LARGEST = 2_000_000
_MOST_TOLD = 10

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(file: str, content: bytes) -> Checked[str | None]:
    """The text of a file, or None and why it can't be read."""
    if len(content) > LARGEST:
        message = f"this file has {len(content):,} bytes, {LARGEST:,} are the most"
        return Checked(None, (problem("file-too-large", message, Place(file, Span(1, 1)), "split it into several files"),))
    try:
        text = _with_line_feeds(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return Checked(None, (_not_utf_8(file, content, error.start),))
    found = (*_controls(file, text), *_conflicts(file, text))
    return Checked(None if found else text, found)


def _with_line_feeds(text: str) -> str:
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _not_utf_8(file: str, content: bytes, start: int) -> Problem:
    before = content[:start].decode("utf-8").removeprefix("\ufeff")
    place = Place(file, Span(before.count("\n") + 1, len(before) - before.rfind("\n")))
    message = "this file is no UTF-8" if content.startswith(_UTF_16) else f"the byte 0x{content[start]:02x} is no UTF-8"
    return problem("not-utf-8", message, place, "save the file as UTF-8 in your editor")


def _controls(file: str, text: str) -> tuple[Problem, ...]:
    slips = []
    for match in _CONTROL.finditer(text):
        message = f"an invisible control character (U+{ord(match.group()):04X}) stands here"
        slips.append(Slip("control-character", message, match.start(), match.end(), "delete it"))
        if len(slips) == _MOST_TOLD:
            break
    return problems(file, text, slips) if slips else ()


def _conflicts(file: str, text: str) -> tuple[Problem, ...]:
    return problems(file, text, _conflict_slips(text)) if "<<<<<<<" in text else ()


def _conflict_slips(text: str) -> Iterator[Slip]:
    ours = None
    middle = False
    for match in re.finditer(r"^(<{7}|={7}|>{7})(?=[ \n]|\Z) ?([^\n]*)", text, re.MULTILINE):
        sign, name = match.group(1)[0], match.group(2).strip()
        if sign == "<":
            ours, middle = (match.start(), match.end(), name), False
        elif sign == "=":
            middle = True
        elif ours is not None and middle:
            start, end, our_name = ours
            message = f"two versions wait to be merged: '{our_name or 'ours'}' and '{name or 'theirs'}'"
            hint = "keep what is right of both and delete the three marker lines"
            data = (our_name, name)
            yield Slip("merge-conflict", message, start, end, hint, related=((match.start(), match.end(), "it ends here"),), data=data)
            ours = None
