"""spoken: an insight's sentences and figures in a language: the one way in which a terminal, a comment and a page tell them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from cjmgen.insight.insight import Number, Period, Unit
from cjmgen.model.amount import NOTED, Amount, half_up, three_figures
from cjmgen.numbers.digits import apart
from cjmgen.words.speaker import Speaker


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


def _apart(values: Iterable[Any], unit: Unit) -> int | None:
    """The digits by which the figures of a sentence that are of one kind look apart."""
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
        if isinstance(value, Number) and value.unit == "share":
            filled[name] = speaker.percent(value.value, shares)
        elif isinstance(value, Number) and value.unit == "number" and value.digits is not None:
            filled[name] = figure(speaker, replace(value, digits=numbers))
        elif isinstance(value, Number):
            filled[name] = half_up(value.value) if name == "n" else figure(speaker, value)
        elif isinstance(value, Period):
            filled[name] = speaker.period(value.text)
        else:
            filled[name] = text(value)
    return filled
