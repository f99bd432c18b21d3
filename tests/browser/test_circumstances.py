"""test_circumstances: every kind of page is sound however it is met: language, width, theme, script, from disk or below a path."""

from itertools import combinations, product

import pytest

from browser.axe import findings, window
from browser.conftest import Sample
from browser.pairs import pairwise

CHOICES = {"width": (1440, 1024, 320), "language": ("default", "ru"), "dark": (False, True), "script": (True, False), "http": (False, True)}
ROWS = tuple(pairwise(CHOICES))


def test_every_two_circumstances_meet() -> None:
    for a, b in combinations(CHOICES, 2):
        assert {(row[a], row[b]) for row in ROWS} == set(product(CHOICES[a], CHOICES[b]))
    assert len(ROWS) < 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(f"{name}={value}" for name, value in row.items()))
def test_every_kind_of_page_is_sound(visit, samples, row: dict) -> None:
    """The largest page of every kind, once for each row."""
    visitor = window(visit, **{name: value for name, value in row.items() if name != "language"})
    wrong = []
    for sample in spoken(samples, row["language"]):
        page = visitor.go(sample.path)
        across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        wrong += [f"{sample.path}: {across} px too wide"] if across > 0 else []
        wrong += [f"{sample.path} shows a control that does nothing"] if not row["script"] and page.locator(".js-only:visible").count() else []
        wrong += [f"{sample.path}: {found}" for found in findings(page)]
    assert wrong == []


def spoken(samples: list[Sample], language: str) -> list[Sample]:
    """One page of every kind, in this language wherever the kind has it."""
    kinds: dict[str, Sample] = {}
    for sample in samples:
        kind, other = sample.kind.rsplit(" ", 1)
        if other == language or kind not in kinds:
            kinds[kind] = sample
    return list(kinds.values())
