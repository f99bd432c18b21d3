"""A page of a PDF cut into the sheets of a wall, and a PNG without its lower rows."""

import re
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.render.crop import crop
from cjmgen.render.tiles import LEAST, MARGIN, OVERLAP, cut, hang


def pdf(page: bytes = b"<</Type /Page /MediaBox [0 0 750 1500] /Contents 4 0 R /Resources <</Font <<>>>> /Parent 2 0 R>>", pages: int = 1) -> bytes:
    """A PDF as a browser writes it."""
    bodies = [b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 1 /Kids [3 0 R]>>", page, b"<</Length 8>> stream\n0 0 m h\n\nendstream"]
    made, places = b"%PDF-1.4", []
    for number, body in enumerate([*bodies, *[page] * (pages - 1)], start=1):
        places.append(len(made) + 1)
        made += b"\n%d 0 obj\n%s\nendobj" % (number, body)
    start = len(made) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return made + b"\nxref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, table, len(places) + 1, start)


@given(st.floats(320, 20_000), st.floats(100, 20_000), st.sampled_from(["a3", "a4"]))
def test_a_wall_holds_the_whole_picture_and_its_small_print_is_readable(wide: float, high: float, sheet: str) -> None:
    wall = hang(wide, high, sheet)
    across, down = (count * (side - 2 * MARGIN - OVERLAP) + OVERLAP for count, side in zip((wall.across, wall.down), wall.sheet, strict=True))
    assert wide * wall.scale <= across + 1e-6
    assert high * wall.scale <= down + 1e-6
    assert wall.scale * 12 * 72 / 25.4 >= LEAST - 1e-6


def test_a_plotter_gets_one_page_that_readers_know() -> None:
    wall = hang(1440, 3000, "whole")
    assert (wall.across, wall.down) == (1, 1)
    assert max(hang(1440, 90_000, "whole").sheet) * 72 / 25.4 <= 14_400 + 1e-6


def test_every_sheet_shows_its_part_of_the_one_drawing() -> None:
    wall = hang(1000, 2000, "a3")
    made = cut(pdf(), 1000, 2000, wall)
    count = wall.across * wall.down
    assert count > 1
    assert made.startswith(pdf())
    assert made.count(b"/Type/Page/") == count
    assert made.count(b"/Subtype/Form") == 1
    assert made.count(b"/P Do") == count
    assert b"/Count %d" % count in made
    assert set(re.findall(rb"\(([A-Z]\d) ", made)) == {f"{chr(65 + row)}{column + 1}".encode() for row in range(wall.down) for column in range(wall.across)}


def test_the_table_of_objects_leads_to_each_of_them() -> None:
    made = cut(pdf(), 1000, 2000, hang(1000, 2000, "a4"))
    start = int(re.findall(rb"startxref\n(\d+)", made)[-1])
    assert made[start:].startswith(b"xref\n")
    places = re.findall(rb"^(\d+) 1\n(\d{10}) 00000 n $", made[start:], re.MULTILINE)
    assert len(places) > 8
    assert all(made[int(place) :].startswith(number + b" 0 obj") for number, place in places)


def test_it_is_the_same_every_time() -> None:
    wall = hang(1000, 2000, "a3")
    assert cut(pdf(), 1000, 2000, wall) == cut(pdf(), 1000, 2000, wall)


@pytest.mark.parametrize(
    "strange",
    [b"", b"%PDF-1.7", pdf(pages=2), pdf(b"<</Type /Page>>"), pdf().replace(b"xref\n0", b"xxxx\n0"), pdf().replace(b"/Length 8", b"/Length 9 0 R"), pdf().replace(b"/Root", b"/Toor")],
    ids=["empty", "cut off", "two pages", "no content", "no table", "length elsewhere", "no root"],
)
def test_a_pdf_of_another_shape_is_refused(strange: bytes) -> None:
    with pytest.raises(ValueError, match=r"PDF|shape"):
        cut(strange, 1000, 2000, hang(1000, 2000, "a3"))


def png(wide: int, high: int) -> bytes:
    rows = b"".join(b"\0" + bytes([row % 256]) * (wide * 3) for row in range(high))

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"tEXt", b"Author\0x") + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("high", [1, 5, 20, 50])
def test_a_picture_keeps_its_upper_rows(high: int) -> None:
    assert crop(png(7, 20), high) == crop(png(7, min(high, 20)), 99)
    assert struct.unpack(">II", crop(png(7, 20), high)[16:24]) == (7, min(high, 20))


def test_what_a_browser_notes_down_is_left_out() -> None:
    assert b"tEXt" not in crop(png(3, 3), 3)


@pytest.mark.parametrize("strange", [b"", b"GIF89a", png(3, 3)[:20], b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_refused(strange: bytes) -> None:
    with pytest.raises(ValueError, match="PNG"):
        crop(strange, 5)
