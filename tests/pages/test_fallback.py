"""test_fallback: a page says that texts fell back exactly where some did, whatever kind of page it is."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from cjmgen.pages.plan import plan
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.sitemap import Sitemap
from cjmgen.pages.view import Said, fell_back
from pages.atlases import atlas, project

ROOT = Path(__file__).parent.parent.parent
SHARED = {"missing", "redirect"}
"""Kinds that show no author's text but a title."""


def test_every_kind_of_page_says_whether_texts_fell_back() -> None:
    paths = [ROOT / "cjmgen.yml", *(path for path in sorted((ROOT / "maps").rglob("*")) if path.is_file())]
    files: dict[str, str | bytes] = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}
    files["cjmgen.yml"] = (ROOT / "cjmgen.yml").read_text("utf-8").replace("languages: [en, ru]", "languages: [en, ru, de]")
    told: dict[str, set[bool]] = {}
    for page in plan(atlas(files)).pages:
        if page.template and not page.path.endswith((".js", ".svg")) and page.subject.kind not in SHARED:
            view: Any = page.view()
            real = any(fell_back(getattr(view, field.name)) for field in fields(view) if field.name not in ("frame", "site"))
            assert view.frame.fallback == real, page.path
            if "by-tag" not in page.path:  # values of tags are in one language
                told.setdefault(page.language, set()).add(real)
    assert told["en"] == told["ru"] == {False}, "the repository's maps are told in two languages in full"
    assert True in told["de"]


@pytest.mark.parametrize(
    ("text", "english", "russian"),
    [
        ("Search", Said("Search"), Said("Search", "en")),
        ("CRM", Said("CRM"), Said("CRM")),
        ("58%", Said("58%"), Said("58%")),
        ("2 days", Said("2 days"), Said("2 days")),
        ({"en": "Search", "ru": "Поиск"}, Said("Search"), Said("Поиск")),
        ({"ru": "Поиск"}, Said("Поиск", "ru"), Said("Поиск")),
        ({"de": "Suche"}, Said("Suche", "de"), Said("Suche", "de")),
        (None, Said(""), Said("")),
    ],
)
def test_what_is_the_same_in_all_languages_does_not_fall_back(text: Any, english: Said, russian: Said) -> None:
    shop = project({}, "languages: [en, ru]\n")
    assert [Edition(shop, Sitemap({}), language).say(text) for language in ("en", "ru")] == [english, russian]
