"""piece: a few words of a sentence, which a terminal colours and Markdown escapes in its own way."""

from typing import Literal

from cjmgen.atlas.cards.card import Text
from cjmgen.model.field import choose
from cjmgen.report.review.value import cut
from cjmgen.value import dataclass

Style = Literal["plain", "title", "name", "old", "new", "same"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A few words: ours (plain, title), what a thing is called (name), what went (old), what came (new), or what stayed (same)."""

    style: Style
    text: str


Sentence = tuple[Piece, ...]


def named(title: Text, language: str) -> Piece:
    """What a thing is called."""
    return Piece("name", cut(" ".join(choose(title, language).split()), 80))
