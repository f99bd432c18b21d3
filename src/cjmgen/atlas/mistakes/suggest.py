"""suggest: did you mean …; the nearest of many names, by spelling or because people call it so."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from cjmgen.atlas.mistakes.synonyms import KEYS, VALUES
from cjmgen.syntax.yaml.quote import quoted, shortened
from cjmgen.syntax.yaml.scalar import scalar

_NEEDS_QUOTES = re.compile(r"[,\[\]{}\"]|: |:$| #|^[-?:]( |$)|^['&*!|>%@`#]")


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name that was probably meant, or None."""
    return _nearest(word[:80], tuple(names))


@lru_cache(maxsize=512)
def _nearest(word: str, names: tuple[str, ...]) -> str | None:
    lowered = word.casefold().replace("_", "-").replace(" ", "-")
    plain = {name.casefold().replace("_", "-"): name for name in names}
    if lowered in plain:
        return plain[lowered]
    near = get_close_matches(
        lowered, [name for name in plain if abs(len(name) - len(lowered)) <= 3 and _shares(lowered, name)], 1, _likeness(lowered)
    )
    if near:
        return plain[near[0]]
    tails = [name for key, name in plain.items() if len(lowered) > 2 and (key.split("/")[-1] == lowered or key.startswith(f"{lowered}-"))]
    return tails[0] if len(tails) == 1 else None


def _likeness(word: str) -> float:
    """How alike a name must be: in a short word one letter is much."""
    return 0.7 if len(word) > 4 else 0.6


def _shares(word: str, name: str) -> bool:
    """A cheap filter before the costly comparison: an upper bound of the likeness, from letters alone."""
    return SequenceMatcher(None, word, name).quick_ratio() >= _likeness(word) if len(word) > 2 else word[:1] == name[:1]


def nearest_key(key: str, known: Iterable[str]) -> str | None:
    """The key that was probably meant."""
    keys = tuple(known)
    return _called(key, KEYS, keys) or nearest(key, keys)


def nearest_value(value: str, allowed: Iterable[str]) -> str | None:
    """The fixed value that was probably meant."""
    values = tuple(allowed)
    return _called(value.strip(), VALUES, values) or nearest(value, values)


def _called(word: str, synonyms: Mapping[str, tuple[str, ...]], names: tuple[str, ...]) -> str | None:
    return next((name for name in synonyms.get(word.casefold(), ()) if name in names), None)


def did_you_mean(meant: str | None, otherwise: str = "") -> str:
    """The hint for a suggestion, or another hint where there is none."""
    return f"did you mean '{meant}'?" if meant else otherwise


def in_braces(text: str) -> str:
    """A text as it may stand between braces or brackets: in quotes where it needs them, shortened where it is long."""
    line = shortened(text)
    return quoted(line) if _NEEDS_QUOTES.search(line) or not isinstance(scalar(line), str) else line


def listed(names: Iterable[str], last: str = "or") -> str:
    """Names as a sentence has them: `a, b or c`."""
    words = list(names)
    return f" {last} ".join([*([", ".join(words[:-1])] if words[:-1] else []), *words[-1:]])
