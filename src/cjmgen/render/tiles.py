"""tiles: one large page of a PDF, drawn at its size on a wall and cut into sheets that overlap, with marks to cut and glue by."""

import re
from collections.abc import Iterator
from math import ceil

from cjmgen.value import dataclass

_POINT = 72 / 25.4
MARGIN, OVERLAP = 10.0, 10.0
"""Millimetres that a printer leaves white around a sheet, and that neighbouring sheets share."""
LEAST = 14.0
"""Points that small print of 12 px has on a wall at least: readable from a step away."""
_TICK, _GAP = 5.0, 1.5
SHEETS = {"a3": (420.0, 297.0), "a4": (297.0, 210.0)}
_LARGEST = 14_400 / _POINT
"""The largest page, in millimetres, that every reader of PDF knows."""


@dataclass(frozen=True, slots=True)
class Wall:
    """How a picture hangs: millimetres for one of its pixels, the size of a sheet, and how many sheets across and down."""

    scale: float
    sheet: tuple[float, float]
    across: int
    down: int


def hang(wide: float, high: float, sheet: str) -> Wall:
    """The wall of a picture of so many pixels: on as few sheets as make its small print readable, as large as these allow."""
    least = LEAST / _POINT / 12
    if sheet == "whole":
        scale = min(least * 1.25, (_LARGEST - 2 * MARGIN) / max(wide, high))
        return Wall(scale, (wide * scale + 2 * MARGIN, high * scale + 2 * MARGIN), 1, 1)
    long, short = SHEETS[sheet]
    walls = (_hung(wide, high, size, least) for size in ((long, short), (short, long)))
    return min(walls, key=lambda wall: (wall.across * wall.down, -wall.scale))


def _hung(wide: float, high: float, sheet: tuple[float, float], least: float) -> Wall:
    """The sheets across and down that readable print needs, filled as far as both allow."""
    steps = tuple(side - 2 * MARGIN - OVERLAP for side in sheet)
    across, down = (max(1, ceil((side * least - OVERLAP) / step)) for side, step in zip((wide, high), steps, strict=True))
    scale = min((across * steps[0] + OVERLAP) / wide, (down * steps[1] + OVERLAP) / high)
    return Wall(scale, sheet, across, down)


def cut(pdf: bytes, wide: float, high: float, wall: Wall) -> bytes:
    """The PDF with its one page, a picture of so many pixels, replaced by the sheets of a wall.

    Raises ValueError for a PDF of another shape than browsers print: then nothing is guessed.
    """
    page, book = _page(pdf), _Book(pdf)
    top = page.height - high * 0.75
    form = book.add(_form(pdf, page, f"[0 {_n(top)} {_n(wide * 0.75)} {_n(page.height)}]"))
    face = book.add(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    kids = []
    for row in range(wall.down):
        for column in range(wall.across):
            drawn = "".join(_sheet(wall, row, column, wide, high, top)).encode("ascii")
            content = book.add(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
            size = f"[0 0 {_n(wall.sheet[0] * _POINT)} {_n(wall.sheet[1] * _POINT)}]"
            needs = f"/Resources<</XObject<</P {form} 0 R>>/Font<</H {face} 0 R>>>>"
            told = f"<</Type/Page/Parent {page.parent} 0 R/MediaBox{size}/Contents {content} 0 R{needs}>>"
            kids.append(book.add(told.encode("ascii")))
    book.replace(page.parent, f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode("ascii"))
    return book.closed()


def _sheet(wall: Wall, row: int, column: int, wide: float, high: float, top: float) -> Iterator[str]:
    """What is drawn on a sheet: its part of the picture, then the marks around it."""
    width, height = (side - 2 * MARGIN for side in wall.sheet)
    x, y = column * (width - OVERLAP), row * (height - OVERLAP)
    right, low = min(width, wide * wall.scale - x), min(height, high * wall.scale - y)
    zoom = wall.scale * _POINT / 0.75
    left, upper = MARGIN * _POINT, (wall.sheet[1] - MARGIN) * _POINT
    yield f"q {_n(left)} {_n(upper - low * _POINT)} {_n(right * _POINT)} {_n(low * _POINT)} re W n "
    shift = upper + y * _POINT - (top + high * 0.75) * zoom
    yield f"{zoom:.5f} 0 0 {zoom:.5f} {_n(left - x * _POINT)} {_n(shift)} cm /P Do Q\n"
    if wall.across * wall.down == 1:
        return
    yield from _marks(wall, right, low, column + 1 < wall.across, row + 1 < wall.down)
    name = f"{chr(65 + row) if row < 26 else row + 1}{column + 1}"
    yield f"BT /H 8 Tf {_n(left + 4 * _POINT)} {_n(5 * _POINT)} Td ({name}   {wall.across} x {wall.down}) Tj ET\n"


def _marks(wall: Wall, right: float, low: float, neighbour: bool, below: bool) -> Iterator[str]:
    """Ticks in the margin at the corners to cut along, and dashed ones where the next sheet begins."""
    yield "q 0.4 w 0.35 G\n"
    for x in (0.0, right):
        yield from _ticks(wall, x, None)
    for y in (0.0, low):
        yield from _ticks(wall, None, y)
    yield "[2 2] 0 d\n"
    yield from _ticks(wall, right - OVERLAP, None) if neighbour else ()
    yield from _ticks(wall, None, low - OVERLAP) if below else ()
    yield "Q\n"


def _ticks(wall: Wall, x: float | None, y: float | None) -> Iterator[str]:
    """A pair of ticks at both ends of a line across the sheet, down at `x` or across at `y`."""
    along = wall.sheet[1] if x is not None else wall.sheet[0]
    for near, far in ((MARGIN - _GAP - _TICK, MARGIN - _GAP), (along - MARGIN + _GAP, along - MARGIN + _GAP + _TICK)):
        if x is not None:
            at = (MARGIN + x) * _POINT
            yield f"{_n(at)} {_n(near * _POINT)} m {_n(at)} {_n(far * _POINT)} l S\n"
        elif y is not None:
            at = (wall.sheet[1] - MARGIN - y) * _POINT
            yield f"{_n(near * _POINT)} {_n(at)} m {_n(far * _POINT)} {_n(at)} l S\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """The one page of a PDF: its content's number, its resources as written, its height, and the number of the list it is in."""

    content: int
    resources: bytes
    height: float
    parent: int


def _page(pdf: bytes) -> _Page:
    pages = re.findall(rb"\n\d+ 0 obj\s*(<</Type ?/Page\b(?!s).*?)endobj", pdf, re.DOTALL)
    if len(pages) != 1:
        raise ValueError(f"a PDF of {len(pages)} pages")
    page = pages[0]
    content, parent = re.search(rb"/Contents (\d+) 0 R", page), re.search(rb"/Parent (\d+) 0 R", page)
    height, resources = re.search(rb"/MediaBox ?\[0 0 [\d.]+ ([\d.]+)\]", page), re.search(rb"/Resources ", page)
    if not content or not parent or not height or not resources:
        raise ValueError("a page of an unknown shape")
    return _Page(int(content[1]), _value(page[resources.end() :]), float(height[1]), int(parent[1]))


def _value(text: bytes) -> bytes:
    """The dictionary or reference a text begins with."""
    if found := re.match(rb"\d+ 0 R", text):
        return found[0]
    depth = 0
    for mark in re.finditer(rb"<<|>>", text):
        depth += 1 if mark[0] == b"<<" else -1
        if depth == 0:
            return text[: mark.end()]
    raise ValueError("a dictionary without an end")


def _form(pdf: bytes, page: _Page, box: str) -> bytes:
    """The page's content as a drawing that every sheet shows its part of."""
    found = re.search(rb"\n%d 0 obj\s*<<(.*?)>>\s*stream\r?\n" % page.content, pdf, re.DOTALL)
    length = re.search(rb"/Length (\d+)(?! \d+ R)", found[1]) if found else None
    if not found or not length:
        raise ValueError("a content of an unknown shape")
    stream = pdf[found.end() : found.end() + int(length[1])]
    head = b"<</Type/XObject/Subtype/Form/BBox%s/Resources %s %s>>" % (box.encode("ascii"), page.resources, found[1])
    return head + b"stream\n" + stream + b"\nendstream"


class _Book:
    """A PDF that objects are added to at its end, as the format foresees."""

    def __init__(self, pdf: bytes) -> None:
        size, root = re.findall(rb"/Size (\d+)", pdf), re.findall(rb"/Root (\d+ 0 R)", pdf)
        start = re.findall(rb"startxref\s+(\d+)", pdf)
        if not size or not root or not start or pdf[int(start[-1]) :][:4] != b"xref":
            raise ValueError("a PDF without a plain table of its objects")
        self._bytes = bytearray(pdf)
        self._next, self._root, self._start = int(size[-1]), root[-1], int(start[-1])
        self._places: dict[int, int] = {}

    def add(self, content: bytes) -> int:
        """Add an object; its number."""
        number = self._next
        self._next += 1
        self.replace(number, content)
        return number

    def replace(self, number: int, content: bytes) -> None:
        """Write an object anew."""
        self._places[number] = len(self._bytes) + 1
        self._bytes += b"\n%d 0 obj\n%s\nendobj" % (number, content)

    def closed(self) -> bytes:
        """The PDF with a table of what was added."""
        start = len(self._bytes) + 1
        table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, self._places[number]) for number in sorted(self._places))
        trailer = b"trailer\n<</Size %d/Root %s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (self._next, self._root, self._start, start)
        return bytes(self._bytes) + b"\nxref\n" + table + trailer


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
