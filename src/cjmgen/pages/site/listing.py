"""listing: a list that is split over pages, and the scripts by which its filters work over all of its parts."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.filters import Filter
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.pager import MOST, part_ids, part_of
from cjmgen.pages.site.sitemap import Subject
from cjmgen.value import dataclass

T = TypeVar("T")

SHARD = 1500
"""Rows in one file of an index: about as heavy as a page may be."""


@dataclass(frozen=True, slots=True)
class Row:
    """What filters look at in an item: the words for the text field, and keys such as `persona:anna`. `spot` is its id in the page."""

    words: str
    keys: tuple[str, ...]
    spot: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """A file of an index. A row is its words, its spot and the numbers of its keys; the item is the row's place in the list."""

    size: int
    """Items on a part."""
    parts: tuple[tuple[str, str], ...]
    """The page of each part and the script that holds its items, below the site's root."""
    more: tuple[str, ...]
    """The files with the rows that follow; the first file alone names them."""
    keys: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """What stands above a list: how many of all items are on this part, the filters over all of them, and where the index is."""

    shown: int
    total: int
    filters: tuple[Filter, ...]
    part: int
    index: str
    """Address below the site's root; "" where one part shows everything."""


@dataclass(frozen=True, eq=False)
class Listing(Generic[T]):
    """A list of items in order, drawn a part at a time. One that fits on a page needs no scripts and has none."""

    kind: str
    """The kind of its pages."""
    template: str
    """Draws the items of a part, as the page does."""
    count: Callable[[Atlas], int]
    items: Callable[[Edition], Sequence[T]]
    row: Callable[[Edition, T], Row]
    view: Callable[[Edition, str, Sequence[T]], object]
    """Makes the view of some items, seen from the path where they are shown."""

    def part(self, edition: Edition, number: int) -> Sequence[T]:
        """The items of a part, counted from 1."""
        return edition.once(self.items)[(number - 1) * MOST : number * MOST]

    def bar(self, edition: Edition, number: int, filters: tuple[Filter, ...]) -> Bar:
        """The bar above a part."""
        index, total = Subject(f"{self.kind}-index"), len(edition.once(self.items))
        path = edition.sitemap.path(index, edition.language) if edition.sitemap.has(index, edition.language) else ""
        return Bar(len(self.part(edition, number)), total, filters if total > 1 else (), number, path)

    def kinds(self) -> tuple[Kind, Kind]:
        """The scripts: one for each part, and the index."""
        part, index = f"{self.kind}-part", f"{self.kind}-index"
        return (
            Kind(part, self.template, self._parts, lambda id: f"page/{self.kind}-{id}.js", self._part, listed=False),
            Kind(index, "", self._shards, lambda id: f"page/{self.kind}{'.' * bool(id)}{id}.js", self._index, listed=False),
        )

    def _parts(self, atlas: Atlas) -> tuple[str, ...]:
        return tuple(id or "1" for id in part_ids(self.count(atlas))) if self.count(atlas) > MOST else ()

    def _shards(self, atlas: Atlas) -> tuple[str, ...]:
        return part_ids(self.count(atlas), SHARD) if self.count(atlas) > MOST else ()

    def _part(self, edition: Edition, id: str) -> object:
        path = edition.sitemap.path(Subject(f"{self.kind}-part", id), edition.language)
        return self.view(edition, path, self.part(edition, int(id)))

    def _index(self, edition: Edition, id: str) -> Index:
        at = int(id or 1) - 1
        items = edition.once(self.items)[at * SHARD : (at + 1) * SHARD]
        rows = [self.row(edition, item) for item in items]
        numbers = {key: number for number, key in enumerate(dict.fromkeys(key for row in rows for key in row.keys))}
        drawn: tuple[tuple[str | int, ...], ...] = tuple((row.words, row.spot, *map(numbers.__getitem__, row.keys)) for row in rows)
        return Index(MOST, () if id else self._addresses(edition), () if id else self._following(edition), tuple(numbers), drawn)

    def _addresses(self, edition: Edition) -> tuple[tuple[str, str], ...]:
        path, language = edition.sitemap.path, edition.language
        numbers = [int(id) for id in self._parts(edition.atlas)]
        return tuple((path(part_of(self.kind, n), language), path(Subject(f"{self.kind}-part", str(n)), language)) for n in numbers)

    def _following(self, edition: Edition) -> tuple[str, ...]:
        index = (Subject(f"{self.kind}-index", id) for id in self._shards(edition.atlas) if id)
        return tuple(edition.sitemap.path(subject, edition.language) for subject in index)
