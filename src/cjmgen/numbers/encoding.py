"""encoding: the bytes of an export to its text, whatever the program that wrote it takes a text to be."""

import math
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
_HIGH = re.compile(rb"[\x80-\xff]")
_RUN = re.compile(rb"(?<![A-Za-z\x80-\xff])[\x80-\xff]{2,}(?![A-Za-z])")

RUSSIAN = ("cp1251", "koi8-r", "cp866")
"""One-byte encodings of Russian: of Windows, of Unix and mail, of DOS and old accounting."""

_PER_MILLE = {
    "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35, "м": 32, "д": 30, "п": 28,
    "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16, "б": 16, "ч": 14, "й": 12, "х": 10, "ж": 9, "ш": 7, "ю": 6, "ц": 5, "щ": 4,
    "э": 3, "ф": 3, "ъ": 0.4, "ё": 0.4,
}  # fmt: skip
"""How often letters stand in Russian."""

_NO_LETTER = math.log(0.01)
_RAISED = -4.0
"""What a capital after a small letter tells against an encoding: read as one another, KOI8-R and Windows-1251 swap the two."""
_SAMPLE = 20_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with line feeds for line ends, and the encoding that it was in."""

    text: str
    encoding: str


def decoded(content: bytes) -> Decoded | Fault:
    """The text of an export in UTF-8, UTF-16 with or without its mark, one of Russian, or Windows-1252."""
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
        return one_byte(content), 0
    return "utf-8", 0


def one_byte(content: bytes) -> str:
    """The encoding of bytes that are no UTF-8: one of `RUSSIAN`, else Windows-1252.

    Russian words are runs of high bytes; other languages of Europe have them one at a time, or beside Latin letters.
    """
    runs = _RUN.findall(content)
    if sum(map(len, runs)) * 2 <= len(_HIGH.findall(content)):
        return "cp1252"
    sample = b" ".join(runs)[:_SAMPLE]
    return max(RUSSIAN, key=lambda encoding: _russian(sample.decode(encoding, "replace")))


def _russian(text: str) -> float:
    """How much like Russian some words are: by how often its letters stand in it, and by capitals where there are none."""
    letters = sum(math.log(_PER_MILLE[each]) if each in _PER_MILLE else _NO_LETTER for each in text.lower() if each != " ")
    return letters + _RAISED * len(re.findall(r"(?<=[а-яё])[А-ЯЁ]", text))
