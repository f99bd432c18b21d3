"""tree: paths to bytes; a project on disk, a git revision, a dict in a test and a finished site are all trees."""

from collections.abc import Callable, Iterator, Mapping
from string import ascii_letters, digits

from cjmgen.digest import Digest, digest
from cjmgen.value import dataclass

_PLAIN = frozenset(f"{ascii_letters}{digits}/-._~")


@dataclass(frozen=True, slots=True)
class Blob:
    """The bytes of one file, read only when asked for."""

    read: Callable[[], bytes]
    known: Callable[[], Digest] | None = None
    """Tells the name of the bytes where somebody knows it without reading them."""

    @property
    def digest(self) -> Digest:
        """The name of the bytes."""
        return self.known() if self.known else digest(self.read())


class Tree(Mapping[str, bytes]):
    """A frozen mapping from paths to bytes. A path is relative and uses `/`; iteration goes in the order of paths."""

    __slots__ = ("_blobs",)

    def __init__(self, blobs: Mapping[str, Blob]) -> None:
        self._blobs = {path: blobs[path] for path in sorted(blobs)}

    @classmethod
    def of(cls, files: Mapping[str, bytes]) -> "Tree":
        """The tree of these files, as tests write them."""
        return cls({path: Blob(lambda content=content: content) for path, content in files.items()})  # type: ignore[misc]

    def __getitem__(self, path: str) -> bytes:
        return self._blobs[path].read()

    def __iter__(self) -> Iterator[str]:
        return iter(self._blobs)

    def __len__(self) -> int:
        return len(self._blobs)

    def __contains__(self, path: object) -> bool:
        return path in self._blobs

    def digest(self, path: str) -> Digest:
        """The name of a file's bytes."""
        return self._blobs[path].digest

    def under(self, folder: str) -> "Tree":
        """The files below a folder, with paths relative to it."""
        prefix = folder.rstrip("/") + "/"
        return Tree({path[len(prefix) :]: blob for path, blob in self._blobs.items() if path.startswith(prefix)})

    def __or__(self, other: "Tree") -> "Tree":
        """This tree with the other laid over it: where both have a path, the other's file wins."""
        return Tree({**self._blobs, **other._blobs})


def percent(text: str) -> str:
    """A path as it stands in an address, or a part of one."""
    return "".join(sign if sign in _PLAIN else "".join(f"%{byte:02X}" for byte in sign.encode()) for sign in text)
