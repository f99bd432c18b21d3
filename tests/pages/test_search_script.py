"""test_search_script: words are folded, stemmed and found as the table of forms says, and every touchpoint by four letters."""

import datetime
import json
import re
from pathlib import Path

import pytest
import snowballstemmer

from cjmgen import pipeline
from cjmgen.pages.plan import plan
from cjmgen.render.page import spoken
from cjmgen.shell import disk
from pages.search_script import ask, titles
from pages.word_forms import FOUND, GROUPS

ROOT = Path(__file__).parent.parent.parent
REFERENCE = {"en": snowballstemmer.stemmer("english"), "ru": snowballstemmer.stemmer("russian")}
LETTERS = {"en": "[a-z]+", "ru": "[а-яё]+"}


def stem(language: str, word: str) -> str:
    """What Snowball's own implementation for Python makes of a word."""
    stemmed: str = REFERENCE[language].stemWord(word.lower().replace("ё", "е"))
    return stemmed


def test_the_table_is_large_enough() -> None:
    count = {language: sum(len(forms) for other, forms in GROUPS if other == language) for language in REFERENCE}
    assert count["en"] >= 60
    assert count["ru"] >= 100


def test_forms_of_a_word_share_a_stem_in_the_script_as_in_the_reference() -> None:
    asked = [(language, form) for language, forms in GROUPS for form in forms]
    answers = dict(zip(asked, ask(stems=asked)["stems"], strict=True))
    assert answers == {(language, form): stem(language, form) for language, form in asked}
    assert [forms for language, forms in GROUPS if len({answers[language, form] for form in forms}) != 1] == []


def test_every_word_of_our_maps_and_manual_is_stemmed_as_the_reference_does() -> None:
    files = [*(ROOT / "maps").rglob("*.*"), *(ROOT / "docs").glob("*.md"), *(ROOT / "themes" / "default" / "words").glob("*.yml")]
    text = " ".join(file.read_text("utf-8") for file in files if file.suffix in (".yml", ".md")).lower()
    asked = [(language, word) for language, letters in LETTERS.items() for word in sorted(set(re.findall(letters, text)))]
    assert len(asked) > 3000
    answers = ask(stems=asked)["stems"]
    assert [pair for pair, answer in zip(asked, answers, strict=True) if answer != stem(*pair)] == []


def test_a_language_without_stemmer_keeps_its_words() -> None:
    assert ask(stems=[("de", "Kurse"), ("uk", "доставки"), ("en-GB", "orders"), ("en", "доставки")])["stems"] == [
        "kurse", "доставки", "order", "доставк",
    ]  # fmt: skip


def test_any_form_finds_every_other() -> None:
    searches = [{"language": language, "files": [titles(*forms)], "queries": forms} for language, forms in GROUPS]
    for (_, forms), answers in zip(GROUPS, ask(searches=searches)["found"], strict=True):
        for form, groups in zip(forms, answers, strict=True):
            assert {title for hits in groups for _, title, _ in hits} == set(forms), form


def test_what_is_typed_finds_what_was_meant() -> None:
    searches = [{"language": language, "files": [titles(title)], "queries": [query]} for language, title, query, _ in FOUND]
    answers = [bool(groups) for ((groups),) in ask(searches=searches)["found"]]
    assert [(case, found) for case, found in zip(FOUND, answers, strict=True) if case[3] != found] == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_touchpoint_of_our_maps_is_found_by_the_beginning_of_its_title(language: str) -> None:
    atlas = pipeline.load(disk.project(ROOT).value, datetime.date(2026, 11, 21)).value
    pages = [page for page in plan(atlas).pages if page.subject.kind == "search" and page.language == language]
    files = [json.loads(json.dumps(spoken(page.view()))) for page in pages]
    journeys = files[0]["journeys"]
    wanted = [
        (row[2] if isinstance(row[2], str) else row[2][0], f"{journeys[at][0]}#t-{stages[row[0]][0]}-{row[1]}")
        for file in files
        for at, (stages, contacts) in enumerate(file.get("steps", ()), file.get("first", 0))
        for row in contacts
    ]
    assert len(wanted) > 100
    (answers,) = ask(searches=[{"language": language, "files": files, "queries": [title[:4] for title, _ in wanted]}])["found"]
    lost = [
        title for (title, path), groups in zip(wanted, answers, strict=True) if not any(path == hit[2] for hits in groups for hit in hits)
    ]
    assert lost == []


def test_a_word_of_the_query_may_be_answered_by_the_journey() -> None:
    files = [
        titles("First pair", "Second pair"),
        {"first": 0, "steps": [[[["decide", "Decision", None]], [[0, "guide", "Size guide", -1.4, "site"]]]] * 2},
        {"first": 0, "voices": [[["quote", 0, "", "I guess my size", 0], ["pain", 0, "wrong", "The size is wrong", 3]], []]},
    ]
    queries = ["first size", "size", "decision wrong", "second wrong"]
    (answers,) = ask(searches=[{"language": "en", "files": files, "queries": queries}])["found"]
    found = [[hit for hits in groups for hit in hits] for groups in answers]
    assert [path for _, _, path in found[0]] == ["0.html#t-decide-guide", "0.html#p-decide-wrong", "0.html#v-decide"]
    assert [kind for kind, _, _ in found[1]] == ["touchpoint", "touchpoint", "pain", "quote"]
    assert [path for _, _, path in found[2]] == ["0.html#p-decide-wrong"]
    assert found[3] == []


def test_queries_of_any_signs_are_harmless() -> None:
    nasty = ["", " ", "*", "\\", "(((", "<img src=x onerror=alert(1)>", "toString valueOf", "a" * 5000, "\ud800", "%00", "${7*7}", "é" * 200]
    told = titles("__proto__", "constructor", "<b>size</b>")
    (found, answers) = ask(searches=[{"language": "en", "files": [told], "queries": queries} for queries in (["__proto__", "constructor", "<b>"], nasty)])["found"]
    assert [hits[0][0][1] for hits in found] == ["__proto__", "constructor", "<b>size</b>"]
    assert not any(answers)


def test_what_was_found_is_marked() -> None:
    asked = [
        ("Size guide", ["size"], ["size"]),
        ("Two sizes to try", ["sizes"], ["size"]),
        ("Условия доставки", ["доставки"], ["доставкой"]),
        ("Ещё раз", ["еще"], ["ещ"]),
        ("E-mail", ["email"], ["email"]),
        ("nothing", [], []),
        ("<b>&", ["b"], ["b"]),
    ]
    assert ask(marks=asked)["marks"] == [
        [["Size", True], [" guide", False]],
        [["Two ", False], ["size", True], ["s to try", False]],
        [["Условия ", False], ["доставки", True]],
        [["Ещ", True], ["ё раз", False]],
        [["E-mail", True]],
        [["nothing", False]],
        [["<", False], ["b", True], [">&", False]],
    ]
