"""edition: the site in one language: what a page needs to speak and to link."""

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any, TypeVar

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.rules.texts import speaks
from cjmgen.memo.recall import Entry, Recall, Table
from cjmgen.memo.trace import Notes, Spy
from cjmgen.pages.site.sitemap import Sitemap, Subject
from cjmgen.pages.view import SILENCE, Anchor, Said
from cjmgen.value import dataclass

T = TypeVar("T")


def table_name(make: Callable[["Edition"], Table], language: str) -> str:
    """The name of a table in a language."""
    return f"{make.__module__}.{make.__qualname__} {language}"


@dataclass(frozen=True, eq=False)
class Edition:
    """An atlas to be told in one language, with the addresses of all pages. Two are one only if they are the same object."""

    atlas: Atlas
    sitemap: Sitemap
    language: str
    spy: Spy = field(default_factory=Spy, repr=False)
    """Whoever watches what is read of the atlas and of the sitemap; what pages share is noted for each that uses it."""
    recall: Recall | None = field(default=None, repr=False)
    """Tables that are remembered; without them each is made when it is first asked for."""
    _made: dict[Callable[..., Any], tuple[Any, Notes]] = field(default_factory=dict, init=False, repr=False)
    _latest: dict[Callable[..., Any], tuple[str, Any, Notes]] = field(default_factory=dict, init=False, repr=False)

    def once(self, make: Callable[["Edition"], T]) -> T:
        """What a function makes of this edition, made once for all its pages."""
        if make not in self._made:
            with self.spy.watching(wide=True) as notes:
                self._made[make] = make(self), notes
        made: T = self._made[make][0]
        self.spy.join(self._made[make][1])
        return made

    def entry(self, make: Callable[["Edition"], Table], key: str) -> Entry:
        """An entry of a table that a function makes of this edition; a page that asks depends on this entry alone."""
        if self.recall:
            return self.recall.entry(table_name(make, self.language), key)
        return self.once(make).get(key)

    def latest(self, make: Callable[["Edition", str], T], id: str) -> T:
        """What a function makes of a subject, kept until it is asked about another: pages of one subject follow one another."""
        kept = self._latest.get(make)
        if not kept or kept[0] != id:
            with self.spy.watching() as notes:
                kept = self._latest[make] = (id, make(self, id), notes)
        made: T = kept[1]
        self.spy.absorb(kept[2])
        return made

    def say(self, text: str | Mapping[str, str] | None) -> Said:
        """A text in this edition's language, else in the default one, else in any it has.

        A plain string is taken to be in the project's default language, unless it is the same in all of them, as `CRM` and `58%` are.
        """
        if not text:
            return SILENCE
        if isinstance(text, str):
            return Said(text, self.foreign if self.foreign and not speaks(text, self.language, self.foreign) else "")
        for language in (self.language, self.atlas.settings.languages[0], *text):
            if text.get(language):
                return Said(text[language], "" if language == self.language else language)
        return SILENCE

    @cached_property
    def foreign(self) -> str:
        """The project's default language where this edition is in another, else ""."""
        default = self.atlas.settings.languages[0]
        return "" if self.language == default else default

    def anchor(self, start: str, subject: Subject, text: str | Mapping[str, str] | None, fragment: str = "") -> Anchor:
        """A link to a subject's page seen from the path `start`; only the words where there is no such page."""
        said = self.say(text)
        if not self.sitemap.has(subject, self.language):
            return Anchor(said)
        return Anchor(said, self.sitemap.link(start, subject, self.language, fragment))
