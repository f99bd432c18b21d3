"""gist: what a title comes down to, so that two titles can be told to be alike: its plain letters, and the stems of its words."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

Text = str | Mapping[str, str]

STEM = 5
"""Letters that a stem keeps: short enough for `purchase` and `purchasing`, `доставка` and `доставляет`."""

_WORD = re.compile(r"[^\W_]+")
_ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|s|e|[аеиоуыэюяйь]+)$")
_ENGLISH = "a an and at by for from her his in into is its my of on or our s the their this to we with you your"
_RUSSIAN = "в во для его ее и из или их к как ко мы на наш но о об от по при с свой со у я"
_EMPTY = frozenset(f"{_ENGLISH} {_RUSSIAN}".split())
"""They say nothing about what a title means."""
_TURNS = "after before during no not post pre until without без до кроме не нет перед после"
_TURNING = frozenset(_TURNS.split())
"""They turn the word that follows them into another: `after purchase` is not like `before purchase`."""


def plain(title: str) -> str:
    """A title in small letters without marks: two that are equal so are the same."""
    return " ".join(_WORD.findall(_letters(title)))


def names(title: Text) -> tuple[str, ...]:
    """A title in all its languages, plain and sorted."""
    versions = (title,) if isinstance(title, str) else title.values()
    return tuple(sorted({name for version in versions if (name := plain(version))}))


@lru_cache(maxsize=4096)
def stems(title: str) -> frozenset[str]:
    """The stems of a title's words; those that say nothing are left out."""
    return frozenset(_stems(title))


def _stems(title: str) -> Iterator[str]:
    turned = ""
    for word in _WORD.findall(_letters(title)):
        if word in _TURNING:
            turned = f"{word}+"
        elif word not in _EMPTY:
            yield turned + _ENDING.sub("", word)[:STEM]
            turned = ""


def _letters(title: str) -> str:
    """Small letters, accents and the dots of ё away; й keeps its own."""
    if title.isascii():
        return title.casefold()
    whole = unicodedata.normalize("NFC", title).casefold()
    # once more: a letter of mathematics becomes a capital only when it is taken apart
    apart = unicodedata.normalize("NFKD", whole.replace("й", "\0")).casefold()
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("\0", "й")
