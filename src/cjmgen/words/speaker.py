"""speaker: one language of the site: its phrases, and how it writes numbers, dates and durations."""

import datetime
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from cjmgen.model.amount import DAY, HOUR, MINUTE, Amount, Duration, half_up, read_amount, read_duration
from cjmgen.words import figures
from cjmgen.words.catalogue import Plural, filled, flatten

_UNITS = (("day", DAY), ("hour", HOUR), ("minute", MINUTE), ("second", 1))
_LONG_UNITS = (("year", 365 * DAY), ("month", 30 * DAY), ("week", 7 * DAY), *_UNITS)

_CACHED = 8192


class Speaker:
    """Speaks one language. Raises KeyError for a phrase the catalogue doesn't have: that is a bug in a theme."""

    def __init__(self, language: str, catalogue: Mapping[str, object]) -> None:
        self.language = language
        self._phrases = flatten(catalogue)
        remembered: Callable[[Any], Any] = lru_cache(maxsize=_CACHED)
        self.filled: Callable[..., str] = remembered(self._filled)
        self.plural: Callable[[float], str] = remembered(lambda count: figures.plural_of(language, count))
        self.number: Callable[..., str] = remembered(lambda value, digits=None: figures.number(language, value, digits))
        self.signed: Callable[..., str] = remembered(lambda value, digits=1: figures.signed(language, value, digits))
        self.percent: Callable[..., str] = remembered(lambda value, digits=None, even=False: figures.percent(language, value, digits, even))
        self.money: Callable[[float, str], str] = remembered(lambda value, currency: self._money(value, currency))
        self.date: Callable[[datetime.date], str] = remembered(lambda day: figures.date(language, day))
        self.period: Callable[[str], str] = remembered(lambda text: figures.period(language, text))
        self.short_period: Callable[[str], str] = remembered(lambda text: figures.short_period(language, text))

    @property
    def phrases(self) -> Mapping[str, object]:
        """All phrases by name."""
        return self._phrases

    def has(self, key: str) -> bool:
        """Whether the catalogue has a phrase."""
        return key in self._phrases

    def keys(self) -> tuple[str, ...]:
        """All phrases' names."""
        return tuple(self._phrases)

    def word(self, key: str, **values: object) -> str:
        """A phrase, its {names} filled in; `n` chooses the plural form, and whole numbers are written as the language does."""
        return self.filled(key, **values) if values else self.phrase(key)

    def phrase(self, key: str, count: object = None) -> str:
        """A phrase in the form that a count asks for, its {names} still open."""
        phrase = self._phrases[key]
        if isinstance(phrase, Plural):
            return phrase.form(self.plural(count) if isinstance(count, int | float) else "other")
        return phrase

    def shown(self, value: object) -> str:
        """A value as it stands in a phrase."""
        return value if isinstance(value, str) else self.number(value) if isinstance(value, int | float) else str(value)

    def _filled(self, key: str, **values: object) -> str:
        return "".join(filled(self.phrase(key, values.get("n")), lambda name: self.shown(values[name])))

    def spelled(self, count: int) -> str:
        """A small number as a word where the catalogue has one (`spelled.9`), else in digits."""
        phrase = self._phrases.get(f"spelled.{count}")
        return phrase if isinstance(phrase, str) else self.number(count)

    def duration(self, value: Duration | float | str) -> str:
        """A span of time: `3 days`, `1–3 days`, `3 min 40 s`; a text that is none stays as it is."""
        if isinstance(value, str):
            read = read_duration(value)
            return self.duration(read) if read else value
        low, high = (value.low, value.high) if isinstance(value, Duration) else (float(value), float(value))
        if low == high:
            return self._span(low)
        unit, seconds = next(((unit, each) for unit, each in _LONG_UNITS if low % each == high % each == 0), ("second", 1))
        return self.word(f"unit.{unit}", n=half_up(high / seconds, 1), text=f"{self.number(low / seconds)}–{self.number(high / seconds)}")

    def _money(self, value: float, currency: str) -> str:
        """An amount in a currency; the bare number where nobody said which."""
        return figures.money(self.language, value, currency) if currency else self.number(value)

    def amount(self, value: Amount | float | str, unit: str = "") -> str:
        """A measured value as written or as read: a share, a time, money, or a number with its unit."""
        amount = value if isinstance(value, Amount) else read_amount(value, unit)
        if amount is None:
            return str(value)
        if amount.kind == "share":
            return self.percent(amount.value, amount.digits, amount.even)
        if amount.kind == "time":
            return _clock(amount.value) if amount.clock else self.duration(amount.value)
        if figures.is_currency(unit):
            return self.money(amount.value, unit)
        told = amount.value if amount.digits is None else half_up(amount.value, amount.digits)
        text = self.number(told, amount.digits if amount.even else None)
        return f"{text}\u00a0{unit}" if unit and unit != "%" else text

    def language_name(self, language: str) -> str:
        """A language's name in itself."""
        return figures.language_name(language)

    def _span(self, seconds: float) -> str:
        """The largest unit that fits, and one smaller where something is left; weeks, months and years only when whole."""
        for unit, each in _LONG_UNITS[:3]:
            if seconds and seconds % each == 0:
                return self._unit(unit, seconds / each)
        for at, ((unit, each), (smaller, part)) in enumerate(zip(_UNITS, (*_UNITS[1:], ("second", 1)), strict=True)):
            if seconds >= each:
                whole, left = divmod(half_up(seconds / part), each / part)
                if at and whole * each == _UNITS[at - 1][1]:
                    return self._unit(_UNITS[at - 1][0], 1)
                return self._unit(unit, whole) + (f" {self._unit(smaller, left)}" if left else "")
        return self._unit("second", half_up(seconds, 1))

    def _unit(self, unit: str, count: float) -> str:
        return self.word(f"unit.{unit}", n=count, text=self.number(count))


def _clock(seconds: float) -> str:
    """A time as a clock shows it: 3:40, and 1:02:05 from an hour on."""
    minutes, rest = divmod(int(half_up(seconds)), MINUTE)
    hours, left = divmod(minutes, HOUR // MINUTE)
    return f"{hours}:{left:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def speaker(language: str, catalogue: Mapping[str, object]) -> Speaker:
    """The speaker of a language with these words."""
    return Speaker(language, catalogue)
