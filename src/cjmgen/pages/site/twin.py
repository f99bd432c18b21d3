"""twin: how a page of data stands beside the pages of a kind: one for each subject, in all languages, whole where a list has parts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
Fields = dict[str, Json]
Fill = Callable[[Edition, str], Fields]
"""Says of a subject what the page of it shows. It is asked in the default language, and speaks none: texts are as the maps have them."""

VERSION = 1
"""Goes up when something in the files changes its meaning or goes away, not when something is added."""


def twin(page: Kind, fill: Fill) -> Kind:
    """The data beside the pages of a kind."""
    return Kind(_name(page.name), "", partial(_ids, page), partial(_path, page), partial(_view, page, fill), once=True, listed=False)


def twins_of(page: Subject) -> tuple[Subject, Subject]:
    """Where the data of a page may stand: beside that of its subject, else beside the first part of its list."""
    return Subject(_name(page.kind), _whole(page.id)), Subject(_name(page.kind))


def _name(kind: str) -> str:
    return f"{kind}-data"


def _whole(id: str) -> str:
    """The subject that a page shows a part of."""
    return id.partition(" ")[0]


def _ids(page: Kind, atlas: Atlas) -> Iterable[str]:
    found = tuple(page.ids(atlas))
    return found[:1] if found[:1] == ("",) else dict.fromkeys(map(_whole, found))


def _path(page: Kind, id: str) -> str:
    return page.path(id).removesuffix("html") + "json"


def _view(page: Kind, fill: Fill, edition: Edition, id: str) -> Fields:
    return {"version": VERSION, "kind": page.name, "id": id, **fill(edition, id)}
