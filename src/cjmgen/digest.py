"""digest: the name of a value; equal values have equal names, on every machine and in every run."""

from collections.abc import Hashable
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import NewType

Digest = NewType("Digest", str)
"""32 lower-case hexadecimal characters: 128 bits of blake2b."""

_SIZE = 16


def digest(value: object) -> Digest:
    """Name a plain, frozen value: None, bool, int, float, str, bytes, tuples and frozen dataclasses of these.

    Raises TypeError for anything else: the order of a set or a dict is no part of its value, so it has no one name.
    """
    sink = blake2b(digest_size=_SIZE)
    _feed(sink, value)
    return Digest(sink.hexdigest())


def _feed(sink: blake2b, value: object) -> None:
    """Write a value so that no two different values give the same bytes: a type, a length, the contents."""
    match value:
        case None | bool() | int() | float():
            _chunk(sink, type(value).__name__, repr(value).encode())
        case str():
            _chunk(sink, "str", value.encode("utf-8", "surrogatepass"))
        case bytes():
            _chunk(sink, "bytes", value)
        case tuple():
            _chunk(sink, "tuple", str(len(value)).encode())
            for item in value:
                _feed(sink, item)
        case _ if is_dataclass(value) and not isinstance(value, type) and isinstance(value, Hashable):
            _chunk(sink, type(value).__qualname__, str(len(fields(value))).encode())
            for field in fields(value):
                _feed(sink, getattr(value, field.name))
        case _:
            raise TypeError(f"a {type(value).__name__} has no digest: only plain, frozen values have")


def _chunk(sink: blake2b, kind: str, content: bytes) -> None:
    sink.update(f"{kind}:{len(content)}:".encode())
    sink.update(content)
