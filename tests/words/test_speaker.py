"""test_speaker: phrases, plurals, numbers, dates and durations as English and Russian write them."""

import datetime

import pytest

from cjmgen.model.amount import Amount, Duration
from cjmgen.words.catalogue import filled, merge
from cjmgen.words.figures import direction, plural_of, region
from cjmgen.words.speaker import Speaker, speaker

UNITS = {
    "en": {
        "second": "{text} s",
        "minute": "{text} min",
        "hour": "{text} h",
        "day": {"one": "{text} day", "other": "{text} days"},
        "week": {"one": "{text} week", "other": "{text} weeks"},
        "month": {"one": "{text} month", "other": "{text} months"},
        "year": {"one": "{text} year", "other": "{text} years"},
    },
    "ru": {
        "second": "{text} с",
        "minute": "{text} мин",
        "hour": "{text} ч",
        "day": {"one": "{text} день", "few": "{text} дня", "many": "{text} дней", "other": "{text} дня"},
        "week": {"one": "{text} неделя", "few": "{text} недели", "many": "{text} недель", "other": "{text} недели"},
        "month": {"one": "{text} месяц", "few": "{text} месяца", "many": "{text} месяцев", "other": "{text} месяца"},
        "year": {"one": "{text} год", "few": "{text} года", "many": "{text} лет", "other": "{text} года"},
    },
}
WORDS = {
    "en": {"unit": UNITS["en"], "pains": {"one": "{n} pain", "other": "{n} pains"}, "hello": "Hello, {name}", "spelled": {"2": "two"}},
    "ru": {"unit": UNITS["ru"], "pains": {"one": "{n} боль", "few": "{n} боли", "many": "{n} болей", "other": "{n} боли"}},
}


@pytest.fixture
def en() -> Speaker:
    return speaker("en", WORDS["en"])


@pytest.fixture
def ru() -> Speaker:
    return speaker("ru", WORDS["ru"])


def test_a_phrase_is_chosen_by_its_count(en: Speaker, ru: Speaker) -> None:
    assert [en.word("pains", n=n) for n in (0, 1, 2, 5)] == ["0 pains", "1 pain", "2 pains", "5 pains"]
    assert [ru.word("pains", n=n) for n in (1, 2, 5, 11, 21, 1.5)] == ["1 боль", "2 боли", "5 болей", "11 болей", "21 боль", "1,5 боли"]


def test_names_are_filled_in(en: Speaker) -> None:
    assert en.word("hello", name="Anna {name}") == "Hello, Anna {name}"


def test_a_missing_phrase_is_a_bug(en: Speaker) -> None:
    with pytest.raises(KeyError, match="goodbye"):
        en.word("goodbye")


def test_small_numbers_are_spelled_where_there_are_words(en: Speaker, ru: Speaker) -> None:
    assert (en.spelled(2), en.spelled(3), ru.spelled(2)) == ("two", "3", "2")


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [(0.3, "+0.3", "+0,3"), (-0.84, "−0.8", "−0,8"), (-0.04, "0.0", "0,0"), (0.25, "+0.3", "+0,3"), (-0.25, "−0.3", "−0,3")],
)
def test_scores_carry_their_sign(en: Speaker, ru: Speaker, value: float, english: str, russian: str) -> None:
    assert (en.signed(value), ru.signed(value)) == (english, russian)


@pytest.mark.parametrize(
    ("value", "english", "russian"),
    [
        (0.58, "58%", "58 %"),
        (0.0174, "1.7%", "1,7 %"),
        (0.09, "9%", "9 %"),
        (0.0995, "10%", "10 %"),
        (1.5, "150%", "150 %"),
        (0, "0%", "0 %"),
    ],
)
def test_shares(en: Speaker, ru: Speaker, value: float, english: str, russian: str) -> None:
    assert (en.percent(value), ru.percent(value)) == (english, russian.replace(" ", "\u00a0"))


def test_numbers_are_grouped_and_short(en: Speaker, ru: Speaker) -> None:
    assert (en.number(113000), ru.number(113000)) == ("113,000", "113\u00a0000")
    assert (en.number(4.40), ru.number(4.456), en.number(-1)) == ("4.4", "4,46", "−1")


def test_dates_and_periods(en: Speaker, ru: Speaker) -> None:
    day = datetime.date(2025, 11, 12)
    assert (en.date(day), ru.date(day)) == ("12 November 2025", "12 ноября 2025\u202fг.")
    assert (en.period("2026-10"), ru.period("2026-10"), en.period("2026")) == ("October 2026", "октябрь 2026", "2026")
    assert en.period("2026-Q4") == "Q4 2026"
    assert en.period("some day") == "some day"
    assert [en.short_period(text) for text in ("2026-10", "2026-Q4", "2026", "2026-10-05", "some day")] == ["Oct", "Q4", "2026", "2026-10-05", "some day"]


@pytest.mark.parametrize(
    ("written", "english", "russian"),
    [
        ("9 min", "9 min", "9 мин"),
        ("1–3 days", "1–3 days", "1–3 дня"),
        ("2 недели", "2 weeks", "2 недели"),
        ("5 days", "5 days", "5 дней"),
        ("3:40", "3 min 40 s", "3 мин 40 с"),
        ("36 h", "1 day 12 h", "1 день 12 ч"),
        ("any time", "any time", "any time"),
    ],
)
def test_durations(en: Speaker, ru: Speaker, written: str, english: str, russian: str) -> None:
    assert (en.duration(written), ru.duration(written)) == (english, russian)


def test_amounts(en: Speaker, ru: Speaker) -> None:
    assert [en.amount(value) for value in ("58%", 4.4, "3:40", "1:02:05", "90:00")] == ["58%", "4.4", "3:40", "1:02:05", "1:30:00"]
    assert (en.amount("220 s"), en.amount(Amount(220, "time"))) == ("3 min 40 s", "3 min 40 s")
    assert ru.amount(Amount(0.05, "share")) == "5\u00a0%"
    assert (en.amount(58, "%"), en.amount(3, "points"), en.amount("a lot")) == ("58%", "3\u00a0points", "a lot")


@pytest.mark.parametrize(
    ("value", "currency", "english", "russian"),
    [
        (7400, "RUB", "RUB_7,400", "7_400_₽"),
        (35, "EUR", "€35", "35_€"),
        (35.5, "EUR", "€35.50", "35,50_€"),
        (-1234.005, "EUR", "−€1,234.01", "−1_234,01_€"),
        (1234567.4, "JPY", "JP¥1,234,567", "1_234_567_¥"),
        (0.004, "USD", "US$0", "0_$"),
        (-0.004, "USD", "US$0", "0_$"),
        (12.3456, "KWD", "KWD_12.346", "12,346_KWD"),
        (3, "QQQ", "QQQ_3", "3_QQQ"),
        (4200.5, "", "4,200.5", "4_200,5"),
    ],
)
def test_money(en: Speaker, ru: Speaker, value: float, currency: str, english: str, russian: str) -> None:
    assert (en.money(value, currency), ru.money(value, currency)) == (english.replace("_", "\u00a0"), russian.replace("_", "\u00a0"))


@pytest.mark.parametrize(("language", "shown"), [("de", "7.400,50_€"), ("fr", "7\u202f400,50_€"), ("pt-BR", "€_7.400,50"), ("xx", "€7,400.50")])
def test_money_in_other_languages(language: str, shown: str) -> None:
    assert speaker(language, {}).money(7400.5, "EUR") == shown.replace("_", "\u00a0")


def test_a_unit_that_is_a_currency_makes_money(en: Speaker, ru: Speaker) -> None:
    assert (en.amount(7400, "RUB"), ru.amount(7400, "RUB"), ru.amount(7400, "₽")) == ("RUB\u00a07,400", "7\u00a0400\u00a0₽", "7\u00a0400\u00a0₽")
    assert (en.amount(42, "NPS"), en.amount(42, "eur"), en.amount("58%", "EUR")) == ("42\u00a0NPS", "42\u00a0eur", "58%")


@pytest.mark.parametrize(
    ("low", "high", "english", "russian"),
    [
        (3600, 3 * 3600, "1–3 h", "1–3 ч"),
        (86400, 1.5 * 86400, "24–36 h", "24–36 ч"),
        (86400, 21 * 86400, "1–21 days", "1–21 день"),
        (14 * 86400, 28 * 86400, "2–4 weeks", "2–4 недели"),
        (90, 150, "90–150 s", "90–150 с"),
    ],
)
def test_ranges_take_the_form_of_their_end(en: Speaker, ru: Speaker, low: float, high: float, english: str, russian: str) -> None:
    assert (en.duration(Duration(low, high)), ru.duration(Duration(low, high))) == (english, russian)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {1: "one", 0: "other", 2: "other", 1.5: "other", -1: "one"}),
        ("ru", {1: "one", 21: "one", 2: "few", 24: "few", 5: "many", 11: "many", 112: "many", 0: "many", 1.5: "other"}),
        ("pl", {1: "one", 2: "few", 5: "many", 21: "many", 1.5: "other"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("ja", {1: "other", 5: "other"}),
        ("pt-BR", {0: "one", 1: "one", 2: "other"}),
        ("xx", {1: "one", 2: "other"}),
    ],
)
def test_plural_forms_are_those_of_cldr(language: str, forms: dict[float, str]) -> None:
    assert {count: plural_of(language, count) for count in forms} == forms


@pytest.mark.parametrize(
    ("language", "written", "where"),
    [
        *((tag, "ltr", where) for tag, where in (("en", "en_GB"), ("ru", "ru_RU"), ("pt-BR", "pt_BR"), ("zh-Hans", "zh_CN"), ("xx", "xx"))),
        *((tag, "rtl", where) for tag, where in (("ar", "ar_EG"), ("he", "he_IL"), ("fa", "fa_IR"), ("ur", "ur_PK"), ("az-Arab", "az_AZ"))),
    ],
)
def test_languages_know_their_direction_and_their_country(language: str, written: str, where: str) -> None:
    assert (direction(language), region(language)) == (written, where)


@pytest.mark.parametrize("language", ["he", "ar", "fa"])
def test_a_sign_stays_before_its_number_where_texts_run_to_the_left(language: str) -> None:
    told = speaker(language, {})
    assert [told.signed(value)[:2] for value in (0.3, -0.3)] == ["\u200e+", "\u200e−"]
    assert (told.number(-5)[:2], told.number(5), told.percent(-0.2)[:2]) == ("\u200e−", "5", "\u200e−")


def test_languages_name_themselves(en: Speaker) -> None:
    assert [en.language_name(tag) for tag in ("en", "ru", "de", "pt-BR", "xx")] == ["English", "Русский", "Deutsch", "Português (Brasil)", "xx"]


def test_an_unknown_language_writes_figures_in_english() -> None:
    assert speaker("xx", {}).percent(0.5) == "50%"


def test_catalogues_are_laid_over_each_other() -> None:
    below = {"home": {"title": "Journeys", "lead": "All"}, "pains": {"one": "a", "other": "b"}}
    above = {"home": {"title": "Maps"}, "pains": {"other": "c"}}
    assert merge(below, above) == {"home": {"title": "Maps", "lead": "All"}, "pains": {"other": "c"}}


@pytest.mark.parametrize(
    ("phrase", "value", "said"),
    [
        ("In progress: “{title}”.", "“Ready” only when it is", "In progress: “‘Ready’ only when it is”."),
        ("В работе: «{title}».", "«Готово» — только когда", "В работе: «„Готово“ — только когда»."),
        ("{title}: said.", "“Ready” or not", "“Ready” or not: said."),
        ("«{title}»", "the “Ready” state", "«the “Ready” state»"),
    ],
)
def test_quotes_inside_of_quotes_are_inner_ones(phrase: str, value: str, said: str) -> None:
    assert "".join(filled(phrase, lambda _: value)) == said


@pytest.mark.parametrize(
    ("phrase", "value", "said"),
    [
        ("Ждали: {by}.", "+4,0 п. п.", "Ждали: +4,0 п. п."),
        ("Ждали: {by}. Вышло.", "+4,0 п. п.", "Ждали: +4,0 п. п. Вышло."),
        ("Expected: {by}.", "+4.0 pp", "Expected: +4.0 pp."),
        ("{by}… and so on", "Inc.", "Inc.… and so on"),
        ("{by}...", "Inc.", "Inc...."),
    ],
)
def test_the_full_stop_of_an_abbreviation_ends_the_sentence(phrase: str, value: str, said: str) -> None:
    assert speaker("ru", {"a": phrase}).word("a", by=value) == said


def test_times_are_rounded_half_up_and_never_to_sixty_of_a_unit(en: Speaker) -> None:
    told = [en.duration(seconds) for seconds in (23610.0, 3599.6, 3590.0, 86399.0, 59.96)]
    assert told == ["6 h 34 min", "1 h", "59 min 50 s", "1 day", "1 min"]
    assert en.amount(Amount(163.5, "time", clock=True)) == "2:44"
