"""crop: a picture in PNG without the rows below a height: browsers photograph their whole window."""

import struct
import zlib

_HEAD = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def crop(png: bytes, height: int) -> bytes:
    """The upper rows of a PNG; raises ValueError for what is none. A row leans only on those above it, so nothing is decoded."""
    chunks = _chunks(png)
    head = next((content for kind, content in chunks if kind == b"IHDR"), b"")
    if not png.startswith(_HEAD) or len(head) != 13 or head[12]:
        raise ValueError("not a plain PNG")
    wide, high, depth, colour = struct.unpack(">IIBB", head[:10])
    row = 1 + (wide * depth * _CHANNELS[colour] + 7) // 8
    packed = b"".join(content for kind, content in chunks if kind == b"IDAT")
    pixels = zlib.decompress(packed)[: min(height, high) * row]
    size = struct.pack(">II", wide, min(height, high)) + head[8:]
    kept = [(kind, content) for kind, content in chunks if kind in (b"PLTE", b"tRNS", b"sRGB", b"gAMA")]
    parts = [(b"IHDR", size), *kept, (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b"")]
    return _HEAD + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    at, found = len(_HEAD), []
    while at + 12 <= len(png):
        size = int.from_bytes(png[at : at + 4], "big")
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + size]))
        at += 12 + size
    return found


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
