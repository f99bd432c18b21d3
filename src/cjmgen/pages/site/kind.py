"""kind: a kind of page: what it is about, where it stands, which template draws it, and how its view is made."""

from collections.abc import Callable, Iterable

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.site.edition import Edition
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of page. A project has as many pages of it, in every language, as `ids` finds subjects."""

    name: str
    template: str
    """The template's file name; "" for a page of data, which is its view."""
    ids: Callable[[Atlas], Iterable[str]]
    """What the pages are about; "" for the one page that is about the project as a whole. No ids, no pages."""
    path: Callable[[str], str]
    """Where the page of an id stands, below the folder of its language."""
    view: Callable[[Edition, str], object]
    """Makes the view of an id's page."""
    once: bool = False
    """Whether one page holds all languages: it stands beside those of the default one."""
    listed: bool = True
    """Whether search engines are told of it."""
