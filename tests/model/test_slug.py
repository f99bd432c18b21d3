"""How titles become ids."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.model.field import read_id
from cjmgen.model.journey import Stage
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


@pytest.mark.parametrize(("written", "id"), [("отдел-продаж", "otdel-prodazh"), ("size-guide", "size-guide"), ("шаг.1", "shag.1")])
def test_an_id_in_cyrillic_is_read_in_latin_wherever_it_stands(written: str, id: str) -> None:
    assert read_id(written) == id
    stage = Stage.model_validate({"id": written, "title": "x", "owner": written, "who": [written], "emotion": {written: 1}})
    assert (stage.id, stage.owner, stage.who) == (id, id, (id,))
    assert stage.emotion is not None
    assert tuple(stage.emotion.by) == (id,)
