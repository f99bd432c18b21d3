"""Bytes as office programs save them."""

import pytest

from cjmgen.formats.transcode import as_utf8, foreign, speaks_russian

TABLE = "Этап;Осознание\nБоли;Дорого\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TABLE.encode(), ""),
        (b"\xef\xbb\xbf" + TABLE.encode(), ""),
        (TABLE.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TABLE.encode("utf-16-be"), "UTF-16"),
        (TABLE.encode("cp1251"), "Windows-1251"),
        (TABLE.encode("koi8-r"), "KOI8-R"),
        (TABLE.encode("cp866"), "CP866"),
    ],
)
def test_a_table_is_read_in_the_encoding_it_was_saved_in(content: bytes, encoding: str) -> None:
    found = as_utf8(content)
    assert found.encoding == encoding
    assert found.content.decode("utf-8-sig").removeprefix("\ufeff") == TABLE


def test_bytes_that_are_no_text_stay_as_they_are_for_the_reader_to_complain() -> None:
    assert as_utf8(b"caf\xe9, \xff\x80").content == b"caf\xe9, \xff\x80"


@pytest.mark.parametrize("content", [b"PK\x03\x04rest", b"%PDF-1.7", b"\x89PNG\r\n", b"\xd0\xcf\x11\xe0", b"GIF89a", b"\xff\xd8\xff\xe0"])
def test_what_is_no_text_is_named(content: bytes) -> None:
    assert foreign(content)


@pytest.mark.parametrize("content", [TABLE.encode(), TABLE.encode("utf-16"), b"", b"title: x"])
def test_a_text_is_not_foreign(content: bytes) -> None:
    assert foreign(content) is None


@pytest.mark.parametrize(("text", "russian"), [(TABLE, True), ("Stage,Awareness", False), ("Stage: Осознание и покупка", True), ("", False)])
def test_the_language_is_that_of_most_letters(text: str, russian: bool) -> None:
    assert speaks_russian(text) is russian
