"""spoken: an insight's sentences and figures in a language: the one way in which a terminal, a comment and a page tell them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from cjmgen.insight.insight import Number, Period, Unit
from cjmgen.model.amount import NOTED, Amount, half_up, three_figures
from cjmgen.numbers.digits import apart
from cjmgen.words.speaker import Speaker

_MARKED: tuple[Unit, ...] = ("share", "number", "rating", "time", "clock")
"""Units of figures that are marked where they lean on few: differences, people and money stand beside one that is."""


def figure(speaker: Speaker, number: Number) -> str:
    """A figure as the language writes it; of a difference of shares only how large it is, in points."""
    value = number.value
    match number.unit:
        case "share":
            return speaker.percent(value)
        case "points":
            return speaker.number(half_up(abs(value) * 100, 0 if abs(value) >= NOTED else 1))
        case "score":
            return speaker.signed(value)
        case "money":
            return speaker.money(_rough(value), number.code)
        case "price":
            return speaker.money(three_figures(value), number.code) if number.code else speaker.number(three_figures(value))
        case "people" | "count":
            return speaker.number(half_up(value))
        case "time":
            return speaker.amount(Amount(value, "time"))
        case "clock":
            return speaker.amount(Amount(value, "time", clock=True))
        case _:
            return speaker.amount(Amount(value, "number", digits=number.digits), number.code)


def _rough(value: float) -> float:
    """An amount that was reckoned, to three figures and whole: more would say that it is known so well."""
    return half_up(three_figures(value))


def _number(speaker: Speaker, name: str, of: Number) -> float | str:
    """A figure, marked where it leans on few; the number `n` stays one, as it chooses the plural form."""
    if of.is_sample and of.is_few:
        return speaker.word("journey.measured.so_few", n=of.value)
    if name == "n":
        return half_up(of.value)
    text = speaker.percent(of.value, of.digits) if of.unit == "share" else figure(speaker, of)
    return f"{text} ({speaker.word('journey.measured.few', n=of.n)})" if of.is_few and of.unit in _MARKED else text


def _apart(values: Iterable[Any], unit: Unit) -> int | None:
    """The digits by which the figures of a sentence that are of one kind look apart, and no fewer than a goal among them has."""
    alike = [value for value in values if isinstance(value, Number) and value.unit == unit]
    digits = max((value.digits for value in alike if value.digits is not None), default=None)
    return apart([value.value for value in alike], "share" if unit == "share" else "number", digits)


def spoken(speaker: Speaker, key: str, values: Iterable[tuple[str, Any]], text: Callable[[Any], str]) -> str:
    """A phrase filled in; `text` says a text of the maps. The number `n` chooses the plural form."""
    return speaker.word(key, **filling(speaker, values, text))


def filling(speaker: Speaker, values: Iterable[tuple[str, Any]], text: Callable[[Any], str]) -> dict[str, object]:
    """What fills a phrase in, by name: figures as the language writes them, texts as `text` says them.

    Figures of one kind get the digits by which they look apart.
    """
    filled: dict[str, object] = {}
    told = list(values)
    shares, numbers = (_apart([value for _, value in told], unit) for unit in ("share", "number"))
    for name, value in told:
        if isinstance(value, Number):
            finer = shares if value.unit == "share" else numbers if value.digits is not None else None
            filled[name] = _number(speaker, name, replace(value, digits=finer))
        elif isinstance(value, Period):
            filled[name] = speaker.period(value.text)
        else:
            filled[name] = text(value)
    return filled
