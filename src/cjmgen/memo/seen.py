"""seen: mappings and days that a spy looks over: they answer as ever, and what was asked is written down."""

import datetime
from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import TypeVar

from cjmgen.digest import Digest, digest
from cjmgen.memo.trace import Reader, Spy

T = TypeVar("T")

ABSENT = Digest("-")
"""The digest of what isn't there."""


class Seen(Mapping[str, T]):
    """A mapping under a name. Facts: `=key` a value, `?key` whether there is one, "" all keys in their order, `*` everything."""

    __slots__ = ("_name", "_spy", "_within")

    def __init__(self, name: str, within: Mapping[str, T], spy: Spy) -> None:
        self._name, self._within, self._spy = name, within, spy

    def __getitem__(self, key: str) -> T:
        self._spy.note((self._name, f"={key}"))
        return self._within[key]

    def __contains__(self, key: object) -> bool:
        if isinstance(key, str):
            self._spy.note((self._name, f"?{key}"))
        return key in self._within

    def __iter__(self) -> Iterator[str]:
        self._spy.note((self._name, ""))
        return iter(self._within)

    def __len__(self) -> int:
        self._spy.note((self._name, ""))
        return len(self._within)

    def values(self) -> ValuesView[T]:
        """All values."""
        self._spy.note((self._name, "*"))
        return self._within.values()

    def items(self) -> ItemsView[str, T]:
        """All keys with their values."""
        self._spy.note((self._name, "*"))
        return self._within.items()


def reader(within: Mapping[str, object]) -> Reader:
    """Reads the facts that `Seen` notes of a mapping."""

    def read(key: str) -> Digest:
        match key[:1]:
            case "=":
                return named(within[key[1:]]) if key[1:] in within else ABSENT
            case "?":
                return Digest("1" if key[1:] in within else "0")
            case "*":
                return digest(tuple((each, named(value)) for each, value in within.items()))
        return digest(tuple(within))

    return read


def named(value: object) -> Digest:
    """The digest of a value of the model or of a card; of an entity only what was said counts, the rest follows from it."""
    from pydantic_core import to_json

    return digest(to_json(value, exclude_none=False, fallback=repr))


class SeenDay(datetime.date):
    """A day that writes down which days it was compared with; what it answered is all that anybody may depend on."""

    _spy: Spy

    @classmethod
    def of(cls, day: datetime.date, spy: Spy) -> "SeenDay":
        """A day under the eyes of a spy."""
        made = cls(day.year, day.month, day.day)
        made._spy = spy
        return made

    def __ge__(self, moment: datetime.date, /) -> bool:
        self._spy.note(("reached", moment.isoformat()))
        return super().__ge__(moment)

    def __gt__(self, moment: datetime.date, /) -> bool:
        self._spy.note(("passed", moment.isoformat()))
        return super().__gt__(moment)


def day_readers(today: datetime.date) -> dict[str, Reader]:
    """Read the facts that `SeenDay` notes."""
    day = today.isoformat()
    return {"reached": lambda key: Digest("1" if day >= key else "0"), "passed": lambda key: Digest("1" if day > key else "0")}
