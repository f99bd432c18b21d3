"""scribble: maps as people write them in a hurry: any order of keys, comments anywhere, brackets, quotes and blank lines as they come."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from cjmgen.syntax.yaml.plain import OPENING
from cjmgen.syntax.yaml.quote import double_quoted
from cjmgen.syntax.yaml.spell import is_literal, is_plain, spelled_key

Draw = Callable[[st.SearchStrategy[Any]], Any]

TITLES = st.one_of(
    st.sampled_from(["Size guide", "Checkout", "Shop window", "Ёлка", "yes", "1.5", "no: way", "# one", "- dash", "it's", 'a "b"', "«Да»", "Foo", "Foo 2"]),
    st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" \n:#-[]{},'\"|>&*!%@`"), min_size=1, max_size=30),
    st.lists(st.sampled_from(["size", "guide", "the", "brand’s", "last", "does", "not", "match,", "so:", "#1", "(half)"]), min_size=20, max_size=60).map(" ".join),
)
LONG = st.one_of(TITLES, st.lists(TITLES, min_size=2, max_size=4).map("\n\n".join), TITLES.map(lambda text: f"{text}\n"))
IDS = st.sampled_from(["one", "two", "size-guide", "checkout", "foo", "foo-2"])
TEXTS = st.one_of(TITLES, st.fixed_dictionaries({"en": TITLES, "ru": TITLES}))
NOTES = st.lists(TEXTS, min_size=1, max_size=3)


def _shuffled(fields: dict[str, st.SearchStrategy[Any]], required: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    whole = st.fixed_dictionaries(required, optional=fields)
    return whole.flatmap(lambda data: st.permutations(list(data.items())).map(dict))


PAINS = _shuffled({"id": IDS, "severity": st.sampled_from(["low", "high"]), "touchpoint": IDS, "cause": TEXTS}, {"title": TEXTS})
TOUCHPOINTS = _shuffled({"id": IDS, "emotion": st.sampled_from([-1, 0.5, 2]), "description": LONG, "next": st.lists(IDS, max_size=2)}, {"title": TEXTS})
OPPORTUNITIES = _shuffled({"id": IDS, "impact": st.integers(1, 5), "pains": st.lists(IDS, max_size=2, unique=True)}, {"title": TEXTS})
STAGES = _shuffled(
    {
        "id": IDS,
        "goal": TEXTS,
        "outcome": st.booleans(),
        "actions": NOTES,
        "touchpoints": st.lists(st.one_of(TEXTS, TOUCHPOINTS), max_size=3),
        "pains": st.lists(st.one_of(TEXTS, PAINS), max_size=3),
        "opportunities": st.lists(OPPORTUNITIES, max_size=2),
    },
    {"title": TEXTS},
)
JOURNEYS = _shuffled(
    {"summary": LONG, "personas": st.lists(IDS, max_size=2, unique=True), "tags": st.just({"b": 1, "a": "x"}), "x-own": NOTES},
    {"title": TEXTS, "stages": st.lists(st.one_of(TITLES, STAGES), min_size=1, max_size=3)},
)


@st.composite
def scribbled(draw: Any, data: st.SearchStrategy[Any] = JOURNEYS) -> tuple[str, Any]:
    """A map as somebody wrote it, and what it says."""
    said = draw(data)
    text = "".join(f"{line}\n" for line in _Scribe(draw).block(said, 0))
    return draw(st.sampled_from(["", "# a note of the file\n\n", "---\n", "\n"])) + text, said


class _Scribe:
    """Writes data in lines, each time another way. Comments are numbered, so that none can be mistaken for another."""

    def __init__(self, draw: Draw) -> None:
        self._draw, self._notes = draw, 0

    def _coin(self, sides: int = 2) -> bool:
        return bool(self._draw(st.integers(1, sides)) == 1)

    def _note(self) -> str:
        self._notes += 1
        return f"# note {self._notes}"

    def _above(self, margin: str) -> list[str]:
        lines = [""] if self._coin(5) else []
        return [*lines, margin + self._note()] if self._coin(6) else lines

    def _beside(self, line: str) -> str:
        return f"{line} {self._note()}" if self._coin(6) else line

    def block(self, value: Any, indent: int) -> list[str]:
        """The lines of a list or mapping."""
        margin, lines = " " * indent, list[str]()
        for key, item in value.items() if isinstance(value, dict) else ((None, item) for item in value):
            lines += self._above(margin)
            lines += self._pair(f"{margin}{spelled_key(key)}:", item, indent) if key is not None else self._item(f"{margin}-", item, indent)
        return [*lines, margin + self._note()] if self._coin(12) else lines

    def _pair(self, start: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, dict | list) and value and not self._coin(4):
            deeper = indent + (2 if isinstance(value, dict) or self._coin() else 0)
            return [self._beside(start), *self.block(value, deeper)]
        return self._inline(start, value, indent)

    def _item(self, start: str, value: Any, indent: int) -> list[str]:
        if not isinstance(value, dict | list) or not value or self._coin(4):
            return self._inline(start, value, indent)
        if self._coin(6):
            return [self._beside(start), *self.block(value, indent + 2)]
        (first, item), *others = value.items() if isinstance(value, dict) else ((None, item) for item in value)
        head = self._pair(f"{start} {spelled_key(first)}:", item, indent + 2)
        rest = self.block(dict(others), indent + 2) if others else []
        return [*head, *rest]

    def _inline(self, start: str, value: Any, indent: int) -> list[str]:
        """A value on the line it begins on, or below its sign."""
        margin = " " * (indent + 2)
        if isinstance(value, str) and is_literal(value) and self._coin():
            sign = {0: "|-", 1: "|"}.get(len(value) - len(value.rstrip("\n")), "|+")
            return [self._beside(f"{start} {sign}"), *(margin + line if line else "" for line in value.rstrip("\n").split("\n"))]
        if isinstance(value, list) and value and self._coin(6):
            items = [f"{margin}{self._word(item)}, {self._note()}" for item in value]
            return [f"{start} [", *items, f"{margin}]"]
        return [self._beside(f"{start} {self._word(value)}")]

    def _word(self, value: Any) -> str:
        if isinstance(value, list):
            return f"[{', '.join(self._word(item) for item in value)}]"
        if isinstance(value, dict):
            return f"{{{', '.join(f'{spelled_key(key)}: {self._word(item)}' for key, item in value.items())}}}"
        if not isinstance(value, str):
            return str(value).lower()
        if is_plain(value) and not re.search(r"[,\[\]{}]", value) and not OPENING.search(value) and self._coin():
            return value
        single = "\n" not in value and value.isprintable() and self._coin(3)
        return "'" + value.replace("'", "''") + "'" if single else double_quoted(value)
