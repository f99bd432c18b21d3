"""pseudo: a language that nobody speaks, made of the English words: accented and 40 % longer, to see what the pages do with one file more."""

import re
import string
from collections.abc import Mapping

LANGUAGE = "en-XA"
LONGER = 1.4

_ACCENTED = str.maketrans(
    "aceghijklnorstuwyzACDEGHIJKLNORSTUWYZ",
    "áçéğĥíĵķļñóřšţúŵýžÁÇĎÉĞĤÍĴĶĻÑÓŘŠŢÚŴÝŽ",
)
_VOWEL = re.compile(r"[áéíóúýÁÉÍÓÚÝ]")
ACCENTS = frozenset("áçéğĥíĵķļñóřšţúŵýžÁÇĎÉĞĤÍĴĶĻÑÓŘŠŢÚŴÝŽ")


def stretched(text: str) -> str:
    """A text with accents, its vowels drawn out until it is 40 % longer: long words break a layout sooner than many words."""
    accented = text.translate(_ACCENTED)
    missing = round(len(text) * (LONGER - 1))
    vowels = list(_VOWEL.finditer(accented))
    if not vowels:
        return accented
    each, rest = divmod(missing, len(vowels))
    more = {vowel.start(): each + (at < rest) for at, vowel in enumerate(vowels)}
    return "".join(sign * (1 + more.get(at, 0)) for at, sign in enumerate(accented))


def pseudo(phrase: str) -> str:
    """A phrase in the pseudo-language, its {names} as they were."""
    parts = string.Formatter().parse(phrase)
    return "".join(stretched(text) + (f"{{{name}}}" if name is not None else "") for text, name, _, _ in parts)


def catalogue(words: Mapping[str, object]) -> dict[str, object]:
    """A whole catalogue in the pseudo-language."""
    return {key: catalogue(value) if isinstance(value, Mapping) else pseudo(str(value)) for key, value in words.items()}
