"""test_telling: how much of a map is there in each language."""

from typing import Any

import pytest

from cjmgen.atlas.telling import SILENT, Telling, telling, together
from cjmgen.model.journey import Journey
from pages.atlases import atlas

LANGUAGES = ("en", "ru")


@pytest.mark.parametrize(
    ("data", "texts", "english", "russian"),
    [
        ({"title": "A plain text"}, 1, 1, 0),
        ({"title": {"en": "Search", "ru": "Поиск"}}, 1, 1, 1),
        ({"title": {"ru": "Поиск"}}, 1, 0, 1),
        ({"title": {"en": "Search", "ru": ""}}, 1, 1, 0),
        ({"title": "CRM"}, 1, 1, 1),
        ({"title": "58%"}, 1, 1, 1),
        ({"title": "Two", "summary": {"en": "Words", "ru": "Слова"}, "personas": ["anna"], "state": "future"}, 2, 2, 1),
        ({"title": "T", "stages": [{"title": "Search", "actions": ["Looks", {"title": {"en": "Asks", "ru": "Спрашивает"}}]}]}, 4, 4, 2),
        ({}, 0, 0, 0),
        ("no mapping", 0, 0, 0),
    ],
)
def test_texts_are_counted_by_language(data: Any, texts: int, english: int, russian: int) -> None:
    assert telling(data, Journey, LANGUAGES) == Telling(texts, {"en": english, "ru": russian})


def test_files_add_up() -> None:
    parts = (Telling(2, {"en": 2, "ru": 1}), Telling(3, {"en": 3, "ru": 3}))
    assert together(parts) == Telling(5, {"en": 5, "ru": 4})
    assert together(()) == SILENT


FILES: dict[str, str | bytes] = {
    "cjmgen.yml": "title: {en: Shop, ru: Магазин}\nlanguages: [en, ru]\n",
    "maps/personas/anna.yml": "title: {en: Anna, ru: Анна}\n",
    "maps/journeys/a.yml": "title: Buying\npersonas: [anna]\nstages:\n- {title: Search, actions: [Looks]}\n",
    "maps/journeys/a.ru.yml": "title: Покупка\nstages:\n- {title: Поиск}\n",
    "maps/journeys/b.yml": "title: Better\nextends: a\nstate: future\n",
}


def test_a_file_counts_with_its_sidecar_and_a_patch_without_its_base() -> None:
    assert atlas(FILES).tellings == {
        "cjmgen.yml": Telling(1, {"en": 1, "ru": 1}),
        "maps/journeys/a.yml": Telling(3, {"en": 3, "ru": 2}),
        "maps/journeys/b.yml": Telling(1, {"en": 1, "ru": 0}),
        "maps/personas/anna.yml": Telling(1, {"en": 1, "ru": 1}),
    }


def test_one_language_has_nothing_to_translate() -> None:
    alone = {path: text for path, text in FILES.items() if ".ru." not in path}
    assert atlas({**alone, "cjmgen.yml": "title: Shop\n", "maps/personas/anna.yml": "title: Anna\n"}).tellings == {}
