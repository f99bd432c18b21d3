"""test_phrases: a project's own words are laid over the theme's as far as pages can be told in them."""

import pytest

from cjmgen.problem import Keys
from cjmgen.render.phrases import catalogues, laid
from cjmgen.render.theme import Theme
from cjmgen.tree import Tree
from cjmgen.words.speaker import Speaker, speaker


def said(theme: Theme, language: str, text: str, templates: str = "") -> tuple[Speaker, list[tuple[str, str, str]]]:
    """The speaker of a language with a project's words, and what is wrong with them: code, path, message and hint."""
    checked = laid(theme.words, Tree.of({f"{language}.yml": text.encode()}), "en", templates)
    told = []
    for problem in checked.problems:
        assert isinstance(problem.place.at, Keys)
        assert problem.place.file == f"words/{language}.yml"
        told.append((problem.code, ".".join(map(str, problem.place.at.path)), f"{problem.message}; {problem.hint}"))
    return speaker(language, checked.value[language]), told


def test_a_phrase_is_laid_over_and_the_others_stay(theme: Theme) -> None:
    english, told = said(theme, "en", "nav: {home: Maps}\n")
    assert told == []
    assert (english.word("nav.home"), english.word("nav.personas")) == ("Maps", "Personas")


@pytest.mark.parametrize(
    ("language", "text", "code", "path", "words"),
    [
        ("ru", 'count: {journeys: {one: "{text} карта", other: "{text} карты"}}', "missing-plural-form", "count.journeys", "'few' and 'many'"),
        ("ru", 'count: {journeys: {one: "а", few: "б", many: "в"}}', "missing-plural-form", "count.journeys", "lacks 'other'"),
        ("en", 'count: {journeys: {other: "{text} maps"}}', "missing-plural-form", "count.journeys", "lacks 'one'"),
        ("en", "nav: {hoem: Maps}", "unknown-phrase", "nav.hoem", "'nav.hoem'; did you mean 'nav.home'?"),
        ("en", "nonsense: {a: {b: c}}", "unknown-phrase", "nonsense.a.b", "no page asks"),
        ("en", 'pager: {page: "Sheet {pgae}"}', "phrase-placeholder", "pager.page", "{pgae}"),
        ("en", 'pager: {page: "Sheet {pgae}"}', "phrase-placeholder", "pager.page", "did you mean 'page'?"),
        ("en", 'pager: {page: "Sheet"}', "phrase-placeholder", "pager.page", "leaves out {page}"),
        ("en", "nav: {home: [Maps]}", "wrong-type", "nav.home", "found a list"),
        ("en", "nav: {home: true}", "wrong-type", "nav.home", "found true"),
        ("en", "nav: Maps", "wrong-type", "nav", "expected a group"),
        ("en", "nav: {home: {a: b}}", "wrong-type", "nav.home", "expected text, found a mapping"),
    ],
)
def test_what_can_not_be_said_is_told(theme: Theme, language: str, text: str, code: str, path: str, words: str) -> None:
    speaks, told = said(theme, language, f"{text}\n")
    assert [(code, path)] == [(code, path) for code, path, _ in told]
    assert words in told[0][2]
    for key in ("nav.home", "pager.page", "count.journeys"):
        assert speaks.word(key, n=5, text="5", page=1) is not None


def test_a_phrase_with_a_strange_name_is_not_used(theme: Theme) -> None:
    english, _ = said(theme, "en", 'pager: {page: "Sheet {pgae}"}\n')
    assert english.word("pager.page", page=2) == "Page 2"


def test_a_plural_may_be_plain_where_it_is_the_same_for_all_counts(theme: Theme) -> None:
    english, told = said(theme, "en", 'count: {journeys: "maps: {text}"}\n')
    assert told == []
    assert english.word("count.journeys", n=5, text="5") == "maps: 5"


@pytest.mark.parametrize("text", ["tag: {size: Size}", "demographic: {pets: Pets}", 'spelled: {"10": ten}', 'shop: {hello: "Hi"}'])
def test_some_groups_are_open_and_own_templates_have_own_phrases(theme: Theme, text: str) -> None:
    assert said(theme, "en", f"{text}\n", '{{ t("shop." ~ word) }}')[1] == []


def test_a_language_of_ones_own_is_one_file(theme: Theme) -> None:
    german, told = said(theme, "de", 'nav: {home: Karten}\ncount:\n  journeys: {one: "{text} Karte", other: "{text} Karten"}\n')
    assert told == []
    assert german.word("count.journeys", n=2, text="2") == "2 Karten"


def test_the_words_that_ship_have_nothing_wrong(theme: Theme, files: Tree) -> None:
    words = files.under("words")
    assert catalogues(words).problems == ()
    assert laid(theme.words, words, "en", "").problems == ()
