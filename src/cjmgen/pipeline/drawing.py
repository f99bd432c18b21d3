"""drawing: the pages of a site, each remembered by what it was made from: as long as that holds, its bytes are known without drawing."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from cjmgen.atlas.atlas import Atlas
from cjmgen.digest import Digest, digest
from cjmgen.memo.remember import ANYBODY, enveloped, holding, why
from cjmgen.memo.standing import Standing
from cjmgen.memo.store import Shortlived, Store
from cjmgen.memo.trace import Fact, World
from cjmgen.pages.plan import Plan, plan
from cjmgen.pages.site.sitemap import Page
from cjmgen.render.page import render
from cjmgen.render.template import load
from cjmgen.render.theme import Theme
from cjmgen.render.wardrobe import wardrobe, whole
from cjmgen.value import dataclass
from cjmgen.words.speaker import Speaker

TOGETHER = 500
"""Pages whose traces are read at once: all of them would take more memory than the project."""


def state_of(planned: Plan, theme: Theme) -> str:
    """Names all that the pages are made of, but for what journeys say inside; empty where nobody knows."""
    return digest((planned.state, whole(theme))) if planned.state else ""


@dataclass(frozen=True, eq=False)
class Drawing:
    """The pages of an atlas in a theme."""

    planned: Plan
    theme: Theme
    pages: Mapping[str, Page]
    """By path."""
    world: World
    store: Store
    speakers: Mapping[str, Speaker]
    inside: Mapping[str, Digest]
    """By id the name of all that a journey says."""

    @classmethod
    def of(cls, atlas: Atlas, theme: Theme, store: Store | None = None) -> "Drawing":
        """All pages of an atlas, none of them drawn yet."""
        kept = store or Shortlived()
        planned = plan(atlas, kept)
        world = World({**planned.readers, "worn": wardrobe(theme)}, kept, state_of(planned, theme))
        speakers = {language: theme.speaker(language) for language in atlas.settings.languages}
        return cls(planned, theme, planned.by_path, world, kept, speakers, atlas.names["journey"])

    def draw(self, path: str) -> bytes:
        """A page as the bytes of its file; from now on it is known what they are."""
        page = self.pages[path]
        with self.planned.spy.watching() as notes:
            self.planned.spy.note(("settings", ""))
            if page.template:
                self.planned.spy.note(("worn", f"{page.template} {page.language}"))
            content = render(page, self.theme, self.speakers[page.language])
        for id in self.world.looked_into(notes):
            self.store.put("reader", f"{id}\n{path}", "")
        self.store.put("page", page.key, enveloped(notes, self.world, digest(content)))
        return content

    @property
    def standing(self) -> Standing:
        """What all pages are made of, for the next build."""
        return Standing(self.world.state, self.inside)

    def readers(self, before: Standing | None) -> dict[str, str] | None:
        """The pages that may be others than before, each with a journey in it that says something else inside; None: any may be."""
        if not before or not before.state or before.state != self.world.state:
            return None
        said = [id for id, name in self.inside.items() if before.inside.get(id) != name]
        found = {key.partition("\n")[2]: id for id in said for key in self.store.below("reader", f"{id}\n")}
        return None if ANYBODY in found else {path: id for path, id in found.items() if path in self.pages}

    def prepare(self, paths: Iterable[str]) -> None:
        """Compile the templates that these pages are drawn with, so that processes which share the drawing need not each do it."""
        if not self.theme.own:
            for name in dict.fromkeys(self.pages[path].template for path in paths):
                if name:
                    load(self.theme, next(iter(self.speakers.values())), name)

    def known(self, paths: Iterable[str]) -> Iterator[tuple[str, Digest | None]]:
        """The digest of each page's bytes; None for one that has to be drawn."""
        for path, envelope in self._kept(paths):
            answer = holding(envelope, self.world)
            yield path, None if answer is None else Digest(answer)

    def reasons(self, paths: Iterable[str]) -> Iterator[tuple[str, Fact | None]]:
        """What has changed for each page since it was last drawn: nothing, a fact, or ("", "") for one that never was."""
        for path, envelope in self._kept(paths):
            yield path, why(envelope, self.world)

    def _kept(self, paths: Iterable[str]) -> Iterator[tuple[str, str | None]]:
        waiting = iter(paths)
        while part := {path: self.pages[path].key for path in islice(waiting, TOGETHER)}:
            kept = self.store.some("page", part.values())
            yield from ((path, kept.get(key)) for path, key in part.items())
