"""telling: how many texts there are, and how many of them in each language of the site."""

from collections.abc import Iterable, Mapping
from typing import Any

from cjmgen.atlas.rules.texts import speaks, texts
from cjmgen.model.item import Entity
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Telling:
    """Texts of a file or of several, and how many are there in each language; the languages in the order of the settings."""

    texts: int
    told: Mapping[str, int]

    def __add__(self, other: "Telling") -> "Telling":
        languages = dict.fromkeys((*self.told, *other.told))
        return Telling(
            self.texts + other.texts,
            {language: self.told.get(language, 0) + other.told.get(language, 0) for language in languages},
        )


SILENT = Telling(0, {})
"""Nothing told: what sums begin with."""


def telling(data: Any, model: type[Entity], languages: tuple[str, ...]) -> Telling:
    """What an entity's plain data tells in which language. A patch answers for its own texts only."""
    every = [text for _, text in texts(data, model)]
    return Telling(len(every), {language: sum(speaks(text, language, languages[0]) for text in every) for language in languages})


def together(tellings: Iterable[Telling]) -> Telling:
    """All of them as one."""
    return sum(tellings, SILENT)
