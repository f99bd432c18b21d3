"""test_words: the catalogues that ship are complete, alike, and no more than what the templates ask for."""

import re
import string

import pytest

from cjmgen.render.theme import Theme
from cjmgen.words.catalogue import Plural, flatten
from cjmgen.words.figures import locale_of
from render.phrases import asked

SPOKEN_BY_THE_BUILDER = ("unit.", "spelled.", "insight.")
"""What `Speaker` asks for itself, and what insights are told in: tests/insight/test_sentences.py asks for each of these."""

LANGUAGES = ("en", "ru")
COUNTED = {"n", "text"}


def names(phrase: str | Plural) -> set[str]:
    texts = phrase.forms.values() if isinstance(phrase, Plural) else (phrase,)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_all_languages_have_the_same_phrases(theme: Theme) -> None:
    assert set(theme.words) == set(LANGUAGES)
    english = set(flatten(theme.words["en"]))
    assert {language: set(flatten(theme.words[language])) ^ english for language in LANGUAGES} == {"en": set(), "ru": set()}


def test_all_languages_fill_in_the_same_names(theme: Theme) -> None:
    """A counted phrase may say its number as `n` or spelled as `text`, or leave it to the form; everything else is the same."""
    english, russian = flatten(theme.words["en"]), flatten(theme.words["ru"])
    differ = {key: names(english[key]) ^ names(russian[key]) for key in english}
    assert {key: names for key, names in differ.items() if names - COUNTED} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_counted_phrase_has_every_form_its_language_has(theme: Theme, language: str) -> None:
    wanted = set(locale_of(language).plural_form.tags) | {"other"}
    plurals = {key: set(phrase.forms) for key, phrase in flatten(theme.words[language]).items() if isinstance(phrase, Plural)}
    assert plurals
    assert {key: forms ^ wanted for key, forms in plurals.items() if forms != wanted} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_forms_of_a_phrase_fill_in_the_same_names(theme: Theme, language: str) -> None:
    """Apart from the count itself: "one severe pain" may do without its number."""
    plurals = {key: phrase for key, phrase in flatten(theme.words[language]).items() if isinstance(phrase, Plural)}
    for key, phrase in plurals.items():
        forms = [names(text) - COUNTED for text in phrase.forms.values()]
        assert all(form == forms[0] for form in forms), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_written_with_care(theme: Theme, language: str) -> None:
    """No stray space, no straight quotes, no three dots; in Russian a no-break space before a percent sign."""
    for key, phrase in flatten(theme.words[language]).items():
        for text in phrase.forms.values() if isinstance(phrase, Plural) else (phrase,):
            assert text == text.strip(), key
            assert text, key
            assert "  " not in text, key
            assert '"' not in text, key
            assert "..." not in text, key
            if language == "ru":
                assert not re.search(r"[0-9}] %|\d%", text), key
                assert not re.search(r"[ \u00a0]-[ \u00a0]|“|”", text), key


def test_every_phrase_that_a_template_asks_for_is_there(theme: Theme) -> None:
    found, there = asked(dict(theme.templates)), set(flatten(theme.words["en"]))
    assert len(found.names) > 100
    assert {name: place for name, place in found.names.items() if name not in there} == {}
    nowhere = {begin: place for begin, place in found.beginnings.items() if not any(name.startswith(begin) for name in there)}
    assert nowhere == {}
    assert found.unclear == [], "say the phrase's name, or at least how it begins, where t() is called"


def test_every_phrase_is_asked_for(theme: Theme) -> None:
    found = asked(dict(theme.templates))
    unused = [name for name in flatten(theme.words["en"]) if not found.covers(name) and not name.startswith(SPOKEN_BY_THE_BUILDER)]
    assert unused == []
