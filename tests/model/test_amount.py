"""How numbers are read as people write them, and rounded."""

import pytest

from cjmgen.model.amount import DAY, HOUR, MINUTE, MONTH, WEEK, Amount, Duration, half_up, kept, read_amount, read_duration, read_share


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("9 min", 9 * MINUTE, 9 * MINUTE),
        ("1–3 days", 1 * DAY, 3 * DAY),
        ("1-2 weeks", WEEK, 2 * WEEK),
        ("1 to 2 hours", HOUR, 2 * HOUR),
        ("3:40", 220, 220),
        ("1:02:03", 3723, 3723),
        ("2,5 часа", 2.5 * HOUR, 2.5 * HOUR),
        ("до 3 дней", 3 * DAY, 3 * DAY),
        ("3 месяца", 3 * MONTH, 3 * MONTH),
        ("5\u00a0мин.", 5 * MINUTE, 5 * MINUTE),
        ("≈ 2 недели", 2 * WEEK, 2 * WEEK),
    ],
)
def test_a_duration_is_read_in_english_and_russian(text: str, low: float, high: float) -> None:
    assert read_duration(text) == Duration(low, high)


@pytest.mark.parametrize("text", ["any time", "", "soon", "3", "3 parsecs", "days", "1:75"])
def test_what_is_no_duration_stays_text(text: str) -> None:
    assert read_duration(text) is None


@pytest.mark.parametrize(("text", "share"), [("58%", 0.58), ("0,5 %", 0.005), ("2.4%", 0.024), ("−3 %", -0.03), ("100%", 1.0)])
def test_a_share_is_a_fraction_of_one(text: str, share: float) -> None:
    assert read_share(text) == share


@pytest.mark.parametrize("text", ["58", "%", "a%", "5%%", "1.2.3%"])
def test_what_is_no_share(text: str) -> None:
    assert read_share(text) is None


@pytest.mark.parametrize(
    ("value", "unit", "amount"),
    [
        (4.4, "", Amount(4.4, "number")),
        (58, "%", Amount(0.58, "share")),
        ("58%", "", Amount(0.58, "share")),
        ("58%", "%", Amount(0.58, "share")),
        ("3:40", "", Amount(220, "time", clock=True)),
        ("2 days", "", Amount(2 * DAY, "time")),
        ("many", "", None),
    ],
)
def test_an_amount_knows_its_kind(value: float | str, unit: str, amount: Amount | None) -> None:
    assert read_amount(value, unit) == amount


@pytest.mark.parametrize(
    ("value", "digits", "rounded"),
    [
        (0.5, 0, 1),
        (-0.5, 0, -1),
        (2.5, 0, 3),
        (0.25, 1, 0.3),
        (-0.25, 1, -0.3),
        (1.005, 2, 1.01),
        (-0.04, 1, 0.0),
        (0.15, 1, 0.2),
        (1e-9, 3, 0.0),
        (1234567890123.5, 0, 1234567890124),
        (sum([sum([-0.5, 0.1, -0.05]) / 3, -1.25, -0.25]) / 3, 1, -0.6),
    ],
)
def test_halves_go_away_from_zero_in_decimal(value: float, digits: int, rounded: float) -> None:
    assert half_up(value, digits) == rounded
    assert str(half_up(value, digits)) != "-0.0"


def test_data_keep_six_figures() -> None:
    told = [kept(value) for value in (0.00163265306, 0.0218231, 0.7236761, 719406.7241, 1.23456789e-5, 0.0, -0.05, 3e-30)]
    assert told == [0.00163265, 0.0218231, 0.723676, 719406.7241, 1.23457e-5, 0.0, -0.05, 0.0]
