"""measure: how wide a text gets at most, and where its lines break, told from a table of widths and no font."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_TABLE = {
    0: "\u00ad\u200b\u200c\u200d\u2060\ufe0e\ufe0f",
    275: "'′",
    300: "IJijlÌÍÎÏìíîïıłІЇЈіїј",
    325: " ,.\u00a0\u202f·‘’",
    350: "/:;\\|¦",
    375: "-f″",
    400: "()[]tť",
    425: "!r¡²³¹řŕ",
    475: '"ªº',
    500: "*_`§¨¯°´¸–",
    525: "szśšşźżžѕ“”„",
    550: "?cçćčгзсэє",
    575: "LĹĽŁ",
    600: "Fkvxyýÿвтухчьў•",
    625: "PTYaeo«»ÝàáâãäåèéêëòóôõöøāăąēęěőŢŤŸГРТУабекояѐёґҐ",
    650: "$0123456789ESbdghnpqu{}¢£¤¥µ¶ÈÉÊËßñùúûüďđĒĘĚğńňŚŞŠũūŭůűųЀЁЕЗийлрѝ€₽",
    675: "KĶнп",
    700: "ABCRVXZÀÁÂÃÄÅÇĀĂĄĆČŔŘŹŻŽАБВСХЧЬЭЯдц",
    725: "Ќъ",
    750: "NUÑÙÚÛÜŃŇŪŮŰŲИЙ",
    775: "DGHÐĎĞЛНПм▲▼",
    800: "&OQÒÓÔÕÖØŐДОЦы",
    825: "w",
    850: "#+<=>^~¬±×÷Ъю−→←↑↓✓✕≥≤≈",
    875: "MМФф",
    900: "Ы",
    925: "жш",
    950: "щ",
    975: "%m¼½¾Æ",
    1000: "@W©®æ—…™",
    1050: "œ№",
    1100: "ŒЖЩЮ",
    1350: "‰",
}
"""Widths in thousandths of the size, those of the widest face that a reader may be shown instead of ours."""
_WIDTHS = {sign: width for width, signs in _TABLE.items() for sign in signs}
_ITALIC = {"т": 990, "ж": 1150}
_VOWELS = frozenset("aeiouyаеёиоуыэюяäöüáéíóúàèìòùâêîôûąęєіїů")
_KEEP = 3
"""Letters that stay together at either end of a word that is broken."""


def width(text: str, size: float, bold: bool = False, serif: bool = False) -> float:
    """How wide a text is at most; `serif` is the slanted face of the customer's voice."""
    total = sum(map(_wide, text))
    if serif:
        total += sum(_ITALIC.get(sign, 0) - _wide(sign) for sign in text if sign in _ITALIC)
    slack = 20 * len(text)
    factor = 1.12 if bold else 1.08 if serif else 1.0
    return (total * factor + (slack if bold or serif else 0)) * size / 1000


@lru_cache(maxsize=4096)
def _wide(sign: str) -> int:
    """The width of one sign; what the table lacks is judged by what kind of sign it is."""
    if sign in _WIDTHS:
        return _WIDTHS[sign]
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF" or unicodedata.category(sign) in ("So", "Sk"):
        return 1350
    return 900 if sign.isupper() else 800


def wrap(text: str, room: float, size: float, bold: bool = False, serif: bool = False) -> tuple[str, ...]:
    """The lines of a text that has so much room; a word that is too long is broken, as little as possible."""
    lines: list[str] = []
    here = ""
    for word in clean(text).split(" "):
        longer = f"{here} {word}" if here else word
        if width(longer, size, bold, serif) <= room:
            here = longer
            continue
        if here:
            lines.append(here)
        *broken, here = _broken(word, room, size, bold, serif)
        lines += broken
    return (*lines, here) if here else tuple(lines)


def clean(text: str) -> str:
    """The text on one line, without signs that no XML may hold."""
    return " ".join(word for word in "".join(sign if _allowed(sign) else " " for sign in text).split(" ") if word)


def _allowed(sign: str) -> bool:
    return sign >= " " and not "\x7f" <= sign <= "\x9f" and not "\ud800" <= sign <= "\udfff" and sign not in "\ufffe\uffff\u2028\u2029"


def _broken(word: str, room: float, size: float, bold: bool, serif: bool) -> Iterator[str]:
    """The pieces of a word, each as long as there is room for, broken after a hyphen or a vowel where that costs little."""
    while width(word, size, bold, serif) > room:
        fits = max(1, sum(width(f"{word[:at]}-", size, bold, serif) <= room for at in range(1, len(word))))
        fits = min(fits, max(1, len(word) - _KEEP))
        at = word.rfind("-", _KEEP, fits) + 1 or next((at for at in range(fits, max(fits - 5, _KEEP - 1), -1) if _syllable(word, at)), fits)
        yield word[:at] + ("-" if word[at - 1 : at + 1].isalpha() else "")
        word = word[at:]
    yield word


def _syllable(word: str, at: int) -> bool:
    starts = word[at].isalpha() and word[at].lower() not in _VOWELS and word[at + 1 : at + 2] not in ("ь", "ъ")
    return starts and word[at - 1].lower() in _VOWELS
