"""How titles become ids."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.model.slug import ID_PATTERN, RESERVED, slug


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Size guide", "size-guide"),
        ("Осознание проблемы", "osoznanie-problemy"),
        ("Щёлково — объезд", "shchyolkovo-obezd"),
        ("Crème brûlée!", "creme-brulee"),
        ("1. Awareness", "1-awareness"),
        ("Її ґанок", "yiyi-ganok"),
        ("leave", "leave-1"),
        ("😀", ""),
    ],
)
def test_a_title_gives_an_id(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text())
def test_a_slug_is_an_id_or_empty_and_stays_itself(title: str) -> None:
    name = slug(title)
    assert name == "" or (re.fullmatch(ID_PATTERN, name) and name not in RESERVED)
    assert slug(name) == name
