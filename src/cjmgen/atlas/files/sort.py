"""sort: which file is what, by its place and name alone; and which files stand where nothing reads them."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cjmgen.atlas.mistakes.suggest import listed, nearest
from cjmgen.digest import digest
from cjmgen.model.kinds import KINDS
from cjmgen.model.slug import slug
from cjmgen.problem import Checked, Place, Problem, Related, Span, problem
from cjmgen.value import dataclass

SETTINGS = ("cjmgen.yml", "cjmgen.yaml")

YAML, PROSE, TABLES = frozenset({"yml", "yaml"}), frozenset({"md", "markdown"}), frozenset({"csv", "tsv"})
EXPORTS = TABLES | {"json"}
"""Forms that metrics are read from; such a file is none of its own."""
READABLE = {"journey": YAML | PROSE | TABLES, "persona": YAML | PROSE}
"""Forms each kind may come in, where it isn't YAML alone."""

TEXTS = YAML | PROSE | TABLES | {"json", "toml"}
"""Endings of files that somebody wrote to be read, and that are worth a word when nothing reads them."""

FOREIGN = {
    **dict.fromkeys(("xlsx", "xls", "ods", "numbers"), "save the sheet as .csv"),
    **dict.fromkeys(("txt", "docx", "odt", "rtf", "text"), "write it as .md or .yml"),
}
"""Endings of files that somebody meant as a map, with the way to one; pictures and the like are nobody's business here."""

ORDER = ("settings", "team", "channel", "actor", "stage", "evidence", "metric", "persona", "comparison", "journey")
"""The order in which kinds are read: what others refer to comes first."""

FOLDERS = {kind.folder: kind.name for kind in KINDS if kind.folder}
COLLECTIONS = {kind.file: kind.name for kind in KINDS if kind.file}

LONGEST = 100
"""Most characters of an id that becomes the name of a folder of the site."""

_LANGUAGE = re.compile(r"^[a-z]{2}(?:-[A-Za-z0-9]{2,8})?$")


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is read: what kind of entity it holds, under which id; a sidecar translates another file."""

    file: str
    kind: str
    id: str = ""
    language: str = ""
    translates: str = ""


def sources(files: Iterable[str]) -> Checked[tuple[Source, ...]]:
    """The files of a project that are read, settings first and journeys last, by kind and id."""
    return _sorted(tuple(files))


@lru_cache(maxsize=2)
def _sorted(files: tuple[str, ...]) -> Checked[tuple[Source, ...]]:
    paths = sorted(path for path in files if not _left_alone(path))
    found: list[Source] = []
    problems: list[Problem] = []
    stems = {_stem(path): path for path in reversed(paths) if ending(path) in TEXTS}
    for path in paths:
        match _place(path, stems):
            case Source() as source:
                found.append(source)
            case Problem() as complaint:
                problems.append(complaint)
    kept: dict[tuple[str, ...], Source] = {}
    for source in found:
        key = (source.kind, source.id, source.translates, source.language)
        if key in kept:
            problems.append(_same_stem(source.file, kept[key].file))
        kept.setdefault(key, source)
    ordered = sorted(kept.values(), key=lambda source: (ORDER.index(source.kind), source.id, source.language))
    return Checked(tuple(ordered), tuple(problems))


def _left_alone(path: str) -> bool:
    names = path.split("/")
    return any(name.startswith((".", "_")) for name in names) or names[-1].lower() == "readme.md"


def ending(path: str) -> str:
    """The ending of a file's name in lower case; "" of a name that has none or only that."""
    stem, _, last = path.rpartition("/")[2].rpartition(".")
    return last.lower() if stem else ""


def _stem(path: str) -> str:
    return posixpath.splitext(path)[0].lower()


def _place(path: str, stems: dict[str, str]) -> Source | Problem | None:
    """What a file is, what is wrong with it, or None for one that is nobody's business here."""
    if path.lower() in SETTINGS:
        return Source(path, "settings")
    top, _, rest = path.partition("/")
    if top != "maps":
        return _outside(path)
    if ending(rest) not in TEXTS:
        return _unread(path, FOREIGN[ending(rest)]) if ending(rest) in FOREIGN else None
    folder, _, below = rest.partition("/")
    base, _, language = posixpath.splitext(path)[0].rpartition(".")
    base = base.lower()
    if _LANGUAGE.fullmatch(language) and "/" in base:
        if base in stems:
            return _sidecar(path, stems[base], language)
        return _unread(path, f"there is no {posixpath.basename(base)}.yml or .md beside it for this to translate")
    if not below:
        return _collection(path, folder)
    kind = FOLDERS.get(folder)
    if kind is None:
        return _unread(path, _right_folder(folder, below))
    if ending(path) not in READABLE.get(kind, YAML):
        return None if kind == "metric" and ending(path) in EXPORTS else _unread(path, f"{kind} files end in {_endings(kind)}")
    return Source(path, kind, named(below))


def _sidecar(path: str, base: str, language: str) -> Source | Problem | None:
    """A file that translates another: it is of the other's kind, and stands or falls with it."""
    match _place(base, {}):
        case Source(kind=kind, id=id):
            return Source(path, kind, id, language, base)
    return None


def _collection(path: str, name: str) -> Source | Problem:
    stem = _stem(name)
    if stem in COLLECTIONS and ending(name) in YAML:
        return Source(path, COLLECTIONS[stem])
    if stem in COLLECTIONS:
        return _unread(path, f"write it as maps/{stem}.yml")
    near = nearest(stem, COLLECTIONS)
    return _unread(path, f"did you mean maps/{near}.yml?" if near else f"journeys stand in maps/journeys: move it to maps/journeys/{name}")


def _outside(path: str) -> Problem | None:
    """A file beside `maps/` that looks as if it belonged into it."""
    top, _, rest = path.partition("/")
    if rest and top in FOLDERS and ending(path) in READABLE.get(FOLDERS[top], YAML):
        return _unread(path, f"move it to maps/{path}")
    if not rest and _stem(path) in COLLECTIONS and ending(path) in YAML:
        return _unread(path, f"move it to maps/{path}")
    return None


def _right_folder(folder: str, below: str) -> str:
    meant = nearest(folder, FOLDERS) or nearest(f"{folder}s", FOLDERS)
    folders = ", ".join(f"maps/{name}" for name in FOLDERS)
    return f"move it to maps/{meant}/{below}" if meant else f"maps are read from {folders}"


def _endings(kind: str) -> str:
    return listed(f".{each}" for each in ("yml", "md", "csv", "tsv") if each in READABLE.get(kind, YAML))


def _unread(path: str, hint: str) -> Problem:
    return problem("file-not-read", "nothing reads a file in this place", Place(path, Span(1, 1)), hint, data=(path,))


def _same_stem(path: str, first: str) -> Problem:
    related = [Related(Place(first, Span(1, 1)), "the first one, which is read")]
    message = f"{posixpath.basename(path)} and {first} have the same name"
    return problem("same-stem", message, Place(path, Span(1, 1)), "give one of them another name", related, data=(path,))


def named(below: str) -> str:
    """The id of an entity by its file's path below the folder of its kind: transliterated, lower-cased."""
    return "/".join(_fitting(slug(part)) or digest(part)[:8] for part in posixpath.splitext(below)[0].split("/"))


def _fitting(name: str) -> str:
    """A name that can be that of a folder: transliterated, 120 letters may have become 480, and a title may be a page long."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 9].rstrip('-')}-{digest(name)[:8]}"


def split(source: Source, journeys: Iterable[object]) -> Iterator[str]:
    """The ids of the journeys of one file, numbered where two have the same title."""
    taken: set[str] = set()
    for each in journeys:
        title = each.get("id") or each.get("title") if isinstance(each, dict) else None
        words = next(iter(title.values()), "") if isinstance(title, dict) and title else title
        name = first = _fitting(slug(words if isinstance(words, str) else "")) or "journey"
        number = 2
        while name in taken:
            name, number = f"{first}-{number}", number + 1
        taken.add(name)
        yield f"{source.id}/{name}"
