"""sketch: as much of a stage or touchpoint as it takes to find the one it corresponds to in another journey."""

from collections.abc import Iterable, Sequence

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.meet.gist import Text, names, stems
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Sketch:
    """A stage, or a touchpoint, in no language of its own: every title counts in all languages it has.

    The script that compares any journeys reads these as they are, so nothing in them needs words to be understood.
    """

    id: str
    phase: str = ""
    """Its place in the stage set, or ""."""
    names: tuple[str, ...] = ()
    """The plain titles in all languages."""
    heads: tuple[tuple[str, ...], ...] = ()
    """The stems of its title, a tuple a language."""
    words: tuple[tuple[str, ...], ...] = ()
    """The stems of its title and of its touchpoints' titles, a tuple a language."""
    channels: tuple[str, ...] = ()


def packed(sketch: Sketch) -> str:
    """A sketch as a line of text, for the script: `|` between fields, `/` between titles and languages, spaces between words.

    Words that are those of the title alone are not repeated: `=`.
    """
    heads, words = ("/".join(map(" ".join, languages)) for languages in (sketch.heads, sketch.words))
    same = words == heads and words
    return "|".join((sketch.id, sketch.phase, "/".join(sketch.names), heads, "=" if same else words, " ".join(sketch.channels)))


def stage_sketches(card: JourneyCard) -> tuple[Sketch, ...]:
    """The stages of a journey, in order."""
    return tuple(
        Sketch(
            stage.id,
            stage.phase or "",
            names(stage.title),
            _stems((stage.title,)),
            _stems((stage.title, *(point.title for point in card.touchpoints if point.stage == stage.id))),
            _sorted(point.channel for point in card.touchpoints if point.stage == stage.id),
        )
        for stage in card.stages
    )


def touchpoint_sketches(card: JourneyCard, stage: str) -> tuple[Sketch, ...]:
    """The touchpoints of a stage, in order."""
    return tuple(
        Sketch(point.id, "", names(point.title), heads, heads, _sorted((point.channel,)))
        for point in card.touchpoints
        if point.stage == stage
        for heads in (_stems((point.title,)),)
    )


def _stems(titles: Sequence[Text]) -> tuple[tuple[str, ...], ...]:
    """The stems of titles language by language; a plain text belongs to all languages."""
    languages = sorted({language for title in titles if not isinstance(title, str) for language in title}) or [""]
    found = (_sorted(stem for title in titles for stem in stems(_in(title, language))) for language in languages)
    return tuple(sorted(set(found) - {()}))


def _in(title: Text, language: str) -> str:
    return title if isinstance(title, str) else title.get(language, "")


def _sorted(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(sorted({value for value in values if value}))
