"""figures: numbers, shares and dates as a language writes them, with a true minus sign."""

import datetime
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from cjmgen.model.amount import NOTED, half_up

if TYPE_CHECKING:
    from babel import Locale

_PERIOD = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-Q([1-4]))?$")
_DIGITS = re.compile(r"[#0,.]+")
"""The digits of a pattern, without its signs and spaces."""
_CODE_BEFORE_NUMBER = re.compile(r"([A-Za-z])(?=\d)")
"""CLDR parts letters from digits with a space that Babel leaves out."""
_REGION = {"en": "en_GB"}
"""Where a language's own default would not do: `12 November 2025`, not `November 12, 2025`."""


@lru_cache(maxsize=32)
def locale_of(language: str) -> "Locale":
    """The locale of a language tag; English for one that nobody knows. Babel is imported where needed: checking needs none."""
    from babel import Locale, UnknownLocaleError

    tag = _REGION.get(language, language).replace("-", "_")
    for name in (tag, _REGION.get(tag.split("_")[0], tag.split("_")[0])):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_GB")


def plural_of(language: str, count: float) -> str:
    """The plural category of a number: one, few, many, other …"""
    return locale_of(language).plural_form(int(count) if count == int(count) else count)


def plurals_of(language: str) -> tuple[str, ...]:
    """The plural categories a language has, in the usual order; `other` is always the last."""
    tags = locale_of(language).plural_form.tags
    return (*(name for name in ("zero", "one", "two", "few", "many") if name in tags), "other")


def number(language: str, value: float, digits: int | None = None) -> str:
    """7900 as `7,900` or `7 900`; at most two decimals, or exactly `digits`."""
    from babel.numbers import format_decimal

    rounded = half_up(value, 2 if digits is None else digits)
    pattern = "#,##0.##" if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
    return _minus(language, format_decimal(rounded, format=pattern, locale=locale_of(language)))


def signed(language: str, value: float, digits: int = 1) -> str:
    """A score with its sign: `+0.3`, `−0,8`; zero has none."""
    text = number(language, value, digits)
    return f"{_before(language)}+{text}" if half_up(value, digits) > 0 else text


def percent(language: str, value: float, digits: int | None = None, even: bool = False) -> str:
    """A fraction of one as a share: whole percents, below ten with one decimal where there is one; an `even` one with all `digits`."""
    from babel.numbers import format_percent

    places = digits if digits is not None else 1 if abs(value) < NOTED else 0
    rounded = half_up(value, places + 2)
    locale = locale_of(language)
    decimals = "." + ("0" if even else "#") * places if places else ""
    pattern = _DIGITS.sub("#,##0" + decimals, locale.percent_formats[None].pattern, count=1)
    return _minus(language, format_percent(rounded, format=pattern, locale=locale))


def money(language: str, value: float, currency: str) -> str:
    """7400 RUB as `RUB 7,400` or `7 400 ₽`: whole where it is whole, else with the currency's own decimals."""
    from babel.numbers import format_currency, get_currency_precision

    rounded = half_up(value, get_currency_precision(currency))
    places = 0 if rounded == int(rounded) else get_currency_precision(currency)
    locale = locale_of(language)
    pattern = _DIGITS.sub("#,##0" + ("." + "0" * places if places else ""), locale.currency_formats["standard"].pattern)
    text = format_currency(rounded, currency, format=pattern, locale=locale, currency_digits=False)
    return _minus(language, _CODE_BEFORE_NUMBER.sub("\\1\u00a0", text))


@lru_cache(maxsize=256)
def is_currency(code: str) -> bool:
    """Whether three letters name a currency, as `EUR` does."""
    from babel.numbers import is_currency as known

    return len(code) == 3 and code.isalpha() and code.isupper() and known(code)


def date(language: str, day: datetime.date) -> str:
    """`12 November 2025`, `12 ноября 2025 г.`"""
    return _day(language, day, "long")


def period(language: str, text: str) -> str:
    """`2026-10` as `October 2026`; a quarter or a year likewise, and a day as `date` tells it."""
    found = _PERIOD.match(text)
    if not found:
        return text
    year, month, day, quarter = found.groups()
    if day:
        return date(language, datetime.date.fromisoformat(text)) if _is_day(text) else text
    if month and 1 <= int(month) <= 12:
        return _day(language, datetime.date(int(year), int(month), 1), "LLLL y")
    if quarter:
        return _day(language, datetime.date(int(year), 3 * int(quarter), 1), "QQQ y")
    return year


def _is_day(text: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def short_period(language: str, text: str) -> str:
    """`2026-10` as `Oct`, a quarter as `Q4`, a year as it is: for what names the year beside it."""
    found = _PERIOD.match(text)
    year, month, day, quarter = found.groups() if found else (text, None, None, None)
    if month and not day and 1 <= int(month) <= 12:
        return _day(language, datetime.date(int(year), int(month), 1), "LLL")
    return _day(language, datetime.date(int(year), 3 * int(quarter), 1), "QQQ") if quarter else text


@lru_cache(maxsize=128)
def direction(language: str) -> str:
    """Which way a language is written: `ltr`, `rtl`. A script in the tag (`az-Arab`) says more than the language."""
    from babel import Locale, UnknownLocaleError

    parts = language.split("-")
    for tag in ("_".join([parts[0].lower(), *(part.title() for part in parts[1:2] if len(part) == 4)]), parts[0].lower()):
        try:
            return "rtl" if Locale.parse(tag).character_order == "right-to-left" else "ltr"
        except (UnknownLocaleError, ValueError):
            continue
    return "ltr"


@lru_cache(maxsize=128)
def region(language: str) -> str:
    """A language with its usual country, as Open Graph names them: `en_GB`, `ru_RU`, `pt_BR`."""
    from babel.core import get_global

    locale = locale_of(language) if _known(language) else None
    if locale is None:
        return language.replace("-", "_")
    likely = get_global("likely_subtags").get(locale.language, "")
    country = locale.territory or next((part for part in likely.split("_")[1:] if len(part) == 2), "")
    return f"{locale.language}_{country}" if country else locale.language


def language_name(language: str) -> str:
    """A language's name in itself, with its country or script where it is named: `English`, `Русский`, `Português (Brasil)`."""
    locale = locale_of(language) if _known(language) else None
    plain = locale is None or language.replace("-", "_").lower() != str(locale).lower()
    name = (locale.language_name if plain else locale.get_display_name()) if locale else None
    return name[:1].upper() + name[1:] if name else language


def _day(language: str, day: datetime.date, form: str) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale=locale_of(language))


def _known(language: str) -> bool:
    return str(locale_of(language)).split("_")[0] == language.split("-")[0]


def _minus(language: str, text: str) -> str:
    return text.replace("-", _before(language) + "−") if "-" in text else text


def _before(language: str) -> str:
    """What stands before a sign so that it stays at its number's left where a text runs to the left."""
    return "\u200e" if direction(language) == "rtl" else ""
