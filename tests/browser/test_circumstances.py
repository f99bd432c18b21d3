"""test_circumstances: every kind of page is sound however it is met: language, width, theme, script, from disk or below a path."""

from itertools import combinations, product

import pytest

from browser.axe import findings, window
from browser.pairs import pairwise

CHOICES = {"width": (1440, 1024, 320), "dark": (False, True), "script": (True, False), "http": (False, True)}
ROWS = tuple(pairwise(CHOICES))


def test_every_two_circumstances_meet() -> None:
    for a, b in combinations(CHOICES, 2):
        assert {(row[a], row[b]) for row in ROWS} == set(product(CHOICES[a], CHOICES[b]))
    assert len(ROWS) < 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: "-".join(f"{name}={value}" for name, value in row.items()))
def test_every_kind_of_page_is_sound(visit, samples, row: dict) -> None:
    """`samples` holds every kind in every language, so language meets everything."""
    visitor = window(visit, **row)
    wrong = []
    for sample in samples:
        page = visitor.go(sample.path)
        across = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        wrong += [f"{sample.path}: {across} px too wide"] if across > 0 else []
        wrong += [f"{sample.path} shows a control that does nothing"] if not row["script"] and page.locator(".js-only:visible").count() else []
        wrong += [f"{sample.path}: {found}" for found in findings(page)]
    assert wrong == []
