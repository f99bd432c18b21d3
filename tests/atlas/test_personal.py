"""test_personal: what looks like somebody's data, and what only looks so at first."""

import pytest

from cjmgen.atlas.personal import might_hold, personal

FOUND = [
    ("Write to anna.petrova@mail.example today", "an e-mail address", "a…@….example"),
    ("Звоните +7 (916) 123-45-67", "a phone number", "+7…67"),
    ("8 916 123 45 67", "a phone number", "8 …67"),
    ("+44 20 7946 0958", "a phone number", "+4…58"),
    ("4111 1111 1111 1111", "a card number", "41…11"),
    ("карта 2200 0000 0000 0004", "a card number", "22…04"),
    ("паспорт 45 08 123456", "a passport number", "45…56"),
    ("серия 4508 № 123456", "a passport number", "45…56"),
    ("passport no. AB1234567", "a passport number", "AB…67"),
]


@pytest.mark.parametrize(("text", "what", "masked"), FOUND)
def test_personal_data_is_found_and_masked(text: str, what: str, masked: str) -> None:
    assert list(personal(text)) == [(what, masked)]
    assert might_hold(text)


FINE = [
    "support@shop.example", "@northstep/e-commerce", "8 800 555-35-35", "+1 800 555 0100", "2026-10-01 to 2026-12-31", "order 4508123456",
    "4111 1111 1111 1112", "12 000 000 people", "https://shop.example/p/1234567890123456", "9 min, 120000 visitors, 58%", "ISBN 978-3-16-148410-0",
]  # fmt: skip


@pytest.mark.parametrize("text", FINE)
def test_what_belongs_to_nobody_is_passed_over(text: str) -> None:
    assert list(personal(text)) == []
