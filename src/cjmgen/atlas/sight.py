"""sight: the scene, the pictures and the exports as somebody sees them who writes down what they look at, and how to look again."""

from collections.abc import Mapping
from dataclasses import replace

from cjmgen.atlas.atlas import Media
from cjmgen.atlas.files.exports import Exports
from cjmgen.atlas.media import Gallery
from cjmgen.atlas.scene import Names, Scene
from cjmgen.memo.seen import Seen, SeenDay, day_readers, named, reader
from cjmgen.memo.store import Store
from cjmgen.memo.trace import Reader, Spy, World

_MAPPINGS = ("teams", "channels", "actors", "phases", "evidence", "metrics", "measured")


class Sight:
    """A scene, pictures and exports under the eyes of a spy, and the world that says whether what it noted still holds."""

    def __init__(self, scene: Scene, gallery: Gallery, exports: Exports, store: Store) -> None:
        self.spy = Spy()
        self.scene, self.gallery = _scene(scene, self.spy), _Gallery(gallery, self.spy)
        self.exports = _Exports(exports, self.spy)
        self.world = World(_readers(scene, gallery, exports), store)


def _scene(scene: Scene, spy: Spy) -> Scene:
    seen = {name: Seen(name, getattr(scene, name), spy) for name in _MAPPINGS}
    names = {kind: _names(kind, every, spy) for kind, every in scene.names.items()}
    return replace(scene, today=SeenDay.of(scene.today, spy), names=names, **seen)  # type: ignore[arg-type]


def _names(kind: str, every: Names, spy: Spy) -> Names:
    return Names(Seen(f"known {kind}", every.known, spy), Seen(f"was {kind}", every.was, spy))


def _readers(scene: Scene, gallery: Gallery, exports: Exports) -> Mapping[str, Reader]:
    settings = named(scene.settings)
    readers = {name: reader(getattr(scene, name)) for name in _MAPPINGS}
    for kind, every in scene.names.items():
        readers[f"known {kind}"], readers[f"was {kind}"] = reader(every.known), reader(every.was)
    return {**readers, **day_readers(scene.today), "settings": lambda _: settings, "picture": gallery.seen, "export": exports.seen}


class _Gallery(Gallery):
    """A gallery that notes which pictures were looked at."""

    def __init__(self, within: Gallery, spy: Spy) -> None:
        self._within, self._spy = within, spy

    def picture(self, full: str) -> Media | tuple[str, str, str]:
        self._spy.note(("picture", full))
        return self._within.picture(full)


class _Exports(Exports):
    """Exports that note by which patterns they were asked for."""

    def __init__(self, within: Exports, spy: Spy) -> None:
        self._within, self._spy = within, spy

    @property
    def paths(self) -> tuple[str, ...]:
        return self._within.paths  # asked only where nothing was found, which is noted

    def matching(self, pattern: str) -> tuple[str, ...]:
        self._spy.note(("export", pattern))
        return self._within.matching(pattern)

    def read(self, pattern: str) -> tuple[tuple[str, bytes], ...]:
        self._spy.note(("export", pattern))
        return self._within.read(pattern)
