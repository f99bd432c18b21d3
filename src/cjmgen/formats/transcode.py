"""transcode: bytes as office programs save them, to UTF-8; and what a file is that holds no text at all."""

from cjmgen.numbers.encoding import one_byte
from cjmgen.value import dataclass

_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_NAMES = {"cp1251": "Windows-1251", "koi8-r": "KOI8-R", "cp866": "CP866"}

_FOREIGN = (
    (b"PK\x03\x04", "an office document or archive", "In a spreadsheet program, save the sheet as CSV UTF-8"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "In a spreadsheet program, save the sheet as CSV UTF-8"),
    (b"%PDF", "a PDF", "Copy its table into a spreadsheet or a text file"),
    (b"\x89PNG", "a picture", "A map is read from a table, Markdown or YAML"),
    (b"\xff\xd8\xff", "a picture", "A map is read from a table, Markdown or YAML"),
    (b"GIF8", "a picture", "A map is read from a table, Markdown or YAML"),
)


@dataclass(frozen=True, slots=True)
class Transcoded:
    """The bytes in UTF-8, and the encoding they came in where it was another one."""

    content: bytes
    encoding: str = ""


def foreign(content: bytes) -> tuple[str, str] | None:
    """What a file is that can't be a map, and what to do instead; None for a text."""
    return next(((name, hint) for magic, name, hint in _FOREIGN if content.startswith(magic)), None)


def as_utf8(content: bytes) -> Transcoded:
    """A spreadsheet's "Unicode text" is UTF-16, and its plain CSV in Russian has one byte a letter; anything else stays as it is."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Transcoded(content.decode(encoding, "replace").encode(), "UTF-16")
    try:
        content.decode()
    except UnicodeDecodeError:
        encoding = one_byte(content)
        text = content.decode(encoding, "replace")
        if encoding in _NAMES and _is_russian([sign for sign in text if not sign.isascii()], 0.8):
            return Transcoded(text.encode(), _NAMES[encoding])
    return Transcoded(content)


def speaks_russian(text: str) -> bool:
    """Whether most letters of a text are Cyrillic."""
    return _is_russian([sign for sign in text if sign.isalpha()], 0.5)


def _is_russian(among: list[str], least: float) -> bool:
    return bool(among) and sum("а" <= sign.lower() <= "я" or sign in "ёЁ" for sign in among) >= least * len(among)
