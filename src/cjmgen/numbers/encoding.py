"""encoding: the bytes of an export to its text, whatever the program that wrote it takes a text to be."""

import re

from cjmgen.numbers.fault import Fault
from cjmgen.value import dataclass

LARGEST = 7_500_000
"""Bytes of one export. More than that is data for `pull`, and no snapshot that somebody reviews."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_OTHER = (
    (b"PK\x03\x04", "a spreadsheet or an archive"),
    (b"\xd0\xcf\x11\xe0", "an old spreadsheet"),
    (b"\x1f\x8b", "packed with gzip"),
    (b"%PDF", "a PDF"),
    (b"PAR1", "a Parquet file"),
    (b"<!DOCTYPE", "a web page"),
    (b"<html", "a web page"),
)
_CYRILLIC_RUN = re.compile(rb"[\xa8\xb8\xc0-\xff]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line feeds for line ends, and the encoding that it was in."""

    text: str
    encoding: str


def decoded(content: bytes) -> Decoded | Fault:
    """The text of an export in UTF-8, UTF-16 with or without its mark, Windows-1251 or Windows-1252."""
    if len(content) > LARGEST:
        hint = "export fewer columns, or one figure a month; whole event tables are no snapshot"
        return Fault(1, 1, f"this export has {len(content):,} bytes, {LARGEST:,} are the most", hint)
    for mark, what in _OTHER:
        if content[: len(mark)].lower() == mark.lower():
            return Fault(1, 1, f"this is no table but {what}", "export it, or save it, as CSV")
    encoding, start = _encoding(content)
    try:
        text = content[start:].decode(encoding)
    except UnicodeDecodeError:
        return Fault(1, 1, f"this export says that it is {encoding}, and is not", "export it again as UTF-8")
    if _CONTROL.search(text):
        return Fault(1, 1, "this is no text: it holds control characters", "export it, or save it, as CSV")
    return Decoded(text.replace("\r\n", "\n").replace("\r", "\n"), encoding)


def _encoding(content: bytes) -> tuple[str, int]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding, len(mark)
    if zeros := content[:2000].count(0):
        return ("utf-16-le" if content[1:2000:2].count(0) * 2 > zeros else "utf-16-be"), 0
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _one_byte(content), 0
    return "utf-8", 0


def _one_byte(content: bytes) -> str:
    """Russian words are runs of high bytes; other languages of Europe have them one at a time."""
    high = len(_HIGH.findall(content))
    in_runs = sum(len(run) for run in _CYRILLIC_RUN.findall(content))
    return "cp1251" if in_runs * 2 > high else "cp1252"
