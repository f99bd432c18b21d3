"""test_scalar: YAML 1.2's core schema, word by word."""

import pytest

from cjmgen.syntax.yaml.scalar import NOT_ALWAYS_TEXT, scalar


@pytest.mark.parametrize(
    "word",
    [
        "NO",
        "no",
        "yes",
        "on",
        "Off",
        "y",
        "nULL",
        "tRUE",
        "1:20",
        "2026-10-01",
        "1_000",
        "0b1",
        "0o9",
        "0x",
        "+",
        "-",
        ".",
        "+.",
        "1e",
        "e1",
        "1,5",
        ".inf",
        "-.INF",
        ".nan",
        "1e999",
        "58%",
        "١٢",
        "1" * 301,
    ],
)
def test_stays_text(word: str) -> None:
    assert scalar(word) == word


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None),
        ("true", True), ("True", True), ("FALSE", False),
        ("0", 0), ("010", 10), ("-19", -19), ("+7", 7), ("0o17", 15), ("0x1F", 31), ("1" * 300, int("1" * 300)),
        ("1.", 1.0), (".5", 0.5), ("-0.8", -0.8), ("1e3", 1000.0), ("1.5E-7", 1.5e-7), ("+12.30", 12.3),
    ],
)  # fmt: skip
def test_means_a_value(word: str, value: object) -> None:
    read = scalar(word)
    assert read == value
    assert type(read) is type(value)
    assert not word or word[0] in NOT_ALWAYS_TEXT
