"""cell: what a cell says: numbers as people and programs write them. How a column writes them is settled by all of its cells."""

import re
from collections.abc import Iterable
from typing import Literal

from cjmgen.value import dataclass

Mark = Literal[".", ","]
MARKS: tuple[Mark, ...] = (".", ",")

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_MONEY = re.compile(r"^(?:[$€£¥₽₸₴]|USD|EUR|GBP|RUB|руб\.?|р\.)|(?:[$€£¥₽₸₴]|USD|EUR|GBP|RUB|руб\.?|р\.)$", re.IGNORECASE)
_NUMERIC = re.compile(r"^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:[eE][+-]?\d{1,3})?$")
_GROUPED = re.compile(r"^[+-]?[1-9]\d{0,2}(?:([.,])\d{3})+$")
_CLOCK = re.compile(r"^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,]\d+)?$")
_ABBREVIATED = {"k": 1e3, "m": 1e6, "b": 1e9, "тыс": 1e3, "млн": 1e6, "млрд": 1e9}
_SHORT = re.compile(r"(?<=\d)\s*(k|m|b|тыс|млн|млрд)\.?$", re.IGNORECASE)

NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "nan", "null", "none", "(not set)", "н/д", "нет данных", "#n/a", "#div/0!", "∞"})
"""What programs write where there is no value."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a column writes numbers: which mark stands before decimals, and whether that is sure or only assumed."""

    decimal: Mark
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Number:
    """A number; `percent` says that it was written with the sign, and then it is a share already: 0.121 for 12.1 %."""

    value: float
    percent: bool = False


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no value."""
    return text.strip().lower() in NOTHING


def style(texts: Iterable[str], usual: Mark = ".") -> Style | None:
    """How these cells write numbers; None where some need a decimal comma and others a decimal point.

    `1,234` alone may be either; then it is what is `usual` in such a file, and not sure.
    """
    votes: set[Mark] = set()
    doubtful = False
    for text in texts:
        bare = _bare(text)[0]
        if not _NUMERIC.match(bare):
            continue
        vote = _vote(bare)
        if vote:
            votes.add(vote)
        elif "," in bare or "." in bare:
            doubtful = True
    if len(votes) == 2:
        return None
    return Style(votes.pop()) if votes else Style(usual, not doubtful)


def _vote(bare: str) -> Mark | None:
    """The decimal mark that a number must have been written with; None for one that tells nothing."""
    mantissa = re.split("[eE]", bare)[0]
    comma, point = mantissa.rfind(","), mantissa.rfind(".")
    if comma >= 0 and point >= 0:
        return "," if comma > point else "."
    mark: Mark = "," if comma >= 0 else "."
    if mark not in mantissa:
        return None
    if mantissa.count(mark) > 1:
        return "." if mark == "," else ","
    return None if _GROUPED.match(mantissa) else mark


def read_number(text: str, style: Style) -> Number | None:
    """A number in a column's style, with or without a currency, a sign for percent, or an abbreviation such as 1.2K.

    None for what is none: NaN and infinity are none, nor is `1.2.3`.
    """
    bare, percent, factor = _bare(text)
    if not _NUMERIC.match(bare):
        return None
    group = "," if style.decimal == "." else "."
    mantissa, _, exponent = bare.lower().partition("e")
    whole, _, decimals = mantissa.partition(style.decimal)
    if group in decimals or style.decimal in decimals or (group in whole and not _grouped(whole, group)):
        return None
    # the sign for percent moves the point and divides nothing, so that 41.2 % is the same float as 0.412
    value = float(f"{whole.replace(group, '') or '0'}.{decimals or '0'}e{int(exponent or '0') - 2 * percent}") * factor
    return Number(value, percent) if abs(value) <= 1e15 else None


def _grouped(whole: str, mark: str) -> bool:
    return bool(re.fullmatch(rf"[+-]?\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", whole))


def _bare(text: str) -> tuple[str, bool, float]:
    """A text without what stands around its digits; whether a percent sign did, and what an abbreviation multiplies it by."""
    said = _SPACES.sub("", text).replace("−", "-")
    if said.startswith("(") and said.endswith(")"):
        said = f"-{said[1:-1]}"  # as bookkeepers write what is below zero
    percent = said.endswith("%")
    said = _MONEY.sub("", said.removesuffix("%"))
    short = _SHORT.search(said)
    return (said[: short.start()], percent, _ABBREVIATED[short[1].lower()]) if short else (said, percent, 1.0)


def read_clock(text: str) -> float | None:
    """Seconds of `0:03:20` or `3:20`; None for what is no such time."""
    found = _CLOCK.match(text.strip())
    if not found or int(found[3]) > 59 or (found[1] and int(found[2]) > 59):
        return None
    return 3600.0 * int(found[1] or 0) + 60 * int(found[2]) + int(found[3])
