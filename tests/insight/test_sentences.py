"""test_sentences: every sentence of an insight has its phrase, every phrase its sentence; figures are written as the language does."""

import re
from pathlib import Path

import pytest

from cjmgen.insight.insight import Number
from cjmgen.insight.spoken import figure, spoken
from cjmgen.render.theme import Theme
from cjmgen.words.catalogue import flatten

SOURCES = Path(__file__).parents[2] / "src" / "cjmgen" / "insight"
GROUPS = "leak|gap|segment|ways|metric|contradiction|handoff|peak|people|channel|trial|strength|feedback|proof|clue"
ASKED = re.compile(rf'f?"((?:{GROUPS})\.[a-z_.]*)(\{{)?')


def asked() -> set[tuple[str, bool]]:
    """The keys that the kinds name, each with whether it goes on with a value."""
    texts = [path.read_text("utf-8") for path in [*SOURCES.glob("kinds/*.py"), SOURCES / "ground.py", SOURCES / "flow" / "brought.py"]]
    return {(found[1], bool(found[2])) for text in texts for found in ASKED.finditer(text)}


def test_phrases_and_sentences_are_the_same(theme: Theme) -> None:
    phrases = {key.removeprefix("insight.") for key in flatten(theme.words["en"]) if key.startswith("insight.")}
    keys = asked()
    assert len(keys) > 40

    def told(phrase: str) -> bool:
        phrase = phrase.removesuffix("_sole")
        return any(phrase.startswith(key) if more else phrase == key or phrase.startswith(f"{key}.") for key, more in keys)

    assert {phrase for phrase in phrases if not told(phrase)} == set()
    assert {key for key, _ in keys if not any(phrase.startswith(key) for phrase in phrases)} == set()


@pytest.mark.parametrize(
    ("number", "english", "russian"),
    [
        (Number(0.259, "share"), "26%", "26\u00a0%"),
        (Number(0.081, "points"), "8.1", "8,1"),
        (Number(-0.21, "points"), "21", "21"),
        (Number(-1.4, "score"), "\u22121.4", "\u22121,4"),
        (Number(5_875_599.99, "money", "RUB"), "RUB\u00a05,880,000", "5\u00a0880\u00a0000\u00a0₽"),
        (Number(0.4, "money", "EUR"), "€0", "0\u00a0€"),
        (Number(12.5, "money", "EUR"), "€13", "13\u00a0€"),
        (Number(0, "money", "EUR"), "€0", "0\u00a0€"),
        (Number(12.5, "money"), "13", "13"),
        (Number(793.9, "people"), "794", "794"),
        (Number(220, "clock"), "3:40", "3:40"),
        (Number(540, "time"), "9 minutes", "9 минут"),
        (Number(4.4, "number"), "4.4", "4,4"),
        (Number(12, "number", "EUR"), "€12", "12\u00a0€"),
    ],
)
def test_a_figure_is_written_as_the_language_does(number: Number, english: str, russian: str, theme: Theme) -> None:
    def shown(language: str) -> str:
        return figure(theme.speaker(language), number).replace("\u202f", "\u00a0")

    assert shown("en").replace("min", "minutes").replace("minutesutes", "minutes") == english
    assert shown("ru").replace("мин", "минут").replace("минутут", "минут") == russian


def test_a_count_chooses_the_form(theme: Theme) -> None:
    def said(language: str, n: int) -> str:
        return spoken(theme.speaker(language), "insight.feedback.open", (("n", Number(n, "count")), ("of", Number(9, "count"))), str)

    assert said("en", 1) == "1 of 9 pieces of evidence with a status has not been told back to customers."
    assert said("en", 2) == "2 of 9 pieces of evidence with a status have not been told back to customers."
    assert said("ru", 1).startswith("По 1 доказательству из 9")
    assert said("ru", 3).startswith("По 3 доказательствам из 9")


def test_whatever_counts_some_of_all_has_words_for_one_of_one(theme: Theme) -> None:
    sources = "".join(path.read_text("utf-8") for path in SOURCES.glob("kinds/*.py"))
    asking = re.findall(r'counts\(f?"([a-z_.]+)(\{)?', sources)
    keys = {key + step for key, more in asking for step in (("expired", "due") if more else ("",))}
    for language in theme.words:
        phrases = {key.removeprefix("insight.").removesuffix("_sole") for key in flatten(theme.words[language]) if key.endswith("_sole")}
        assert {key for key in phrases if key.split(".")[0] in GROUPS.split("|")} == keys, language
    assert len(keys) > 8


def test_the_ends_of_an_interval_look_apart(theme: Theme) -> None:
    values = (("n", Number(91_200, "count")), ("low", Number(0.7891, "share")), ("high", Number(0.7944, "share")), ("tests", Number(9, "count")))
    assert "78.9% to 79.4%" in spoken(theme.speaker("en"), "insight.segment.measured", values, str)
    assert "от 78,9\u00a0% до 79,4\u00a0%" in spoken(theme.speaker("ru"), "insight.segment.measured", values, str)
    apart = (("n", Number(100, "count")), ("low", Number(0.72, "share")), ("high", Number(0.784, "share")), ("tests", Number(9, "count")))
    assert "72% to 78%" in spoken(theme.speaker("en"), "insight.segment.measured", apart, str)


@pytest.mark.parametrize(
    ("n", "said", "gained"),
    [
        (1, "Так говорит 1 человек: О.", "Что получают, по словам 1 человека: О."),
        (2, "Так говорят 2 человека: О.", "Что получают, по словам 2 человек: О."),
        (11, "Так говорят 11 человек: О.", "Что получают, по словам 11 человек: О."),
        (21, "Так говорит 21 человек: О.", "Что получают, по словам 21 человека: О."),
    ],
)
def test_russian_people_are_counted_in_their_case(n: int, said: str, gained: str, theme: Theme) -> None:
    told = [spoken(theme.speaker("ru"), f"insight.clue.{key}", (("n", Number(n, "count")), ("title", "О")), str) for key in ("said", "gain_n")]
    assert told == [said, gained]
