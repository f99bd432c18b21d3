"""adopt: a map that somebody has, in any form, as the files of a new project."""

from cjmgen.formats.convert import journeys_of
from cjmgen.formats.starter import SCHEMA_FOLDER, Starter, bare
from cjmgen.model.slug import slug
from cjmgen.syntax.document import Document, Plain
from cjmgen.syntax.yaml.write import write

_MODELINE = f"# yaml-language-server: $schema=../../{SCHEMA_FOLDER}/{{}}.json\n"


def adopt(document: Document, stages: str | None, language: str) -> Starter:
    """A project around the journeys of a document: each in its file, everybody they name as a persona to be told.

    Without `stages` the project names no stage set: the map's own stages are the ones there are.
    """
    base = bare(stages, language)
    files: dict[str, str] = {}
    lanes: dict[str, Plain] = {}
    people: dict[str, str] = {}
    first: list[tuple[str, int]] = []
    for at, journey in enumerate(each for each in journeys_of(document.data) if isinstance(each, dict)):
        here = _people(journey)
        people = {**here, **people}
        lanes.update(_mapping(journey.get("lanes")))
        path = _free(f"maps/journeys/{_name(journey, at)}", files)
        files[path] = _MODELINE.format("journey") + write(_told(journey, list(here)))
        first.append((path, next(number for number, line in enumerate(files[path].splitlines(), 1) if line.startswith("title:"))))
    personas = {f"maps/personas/{id}.yml": _MODELINE.format("persona") + write({"title": name}) for id, name in people.items()}
    settings = base.files["cjmgen.yml"]
    if lanes:
        settings += write({"lanes": [{"id": id, "title": title} for id, title in lanes.items()]})
    everything = {**base.files, **files, **personas, "cjmgen.yml": settings}
    return Starter({path: everything[path] for path in sorted(everything)}, first[0] if first else base.first_line)


def _told(journey: dict[str, Plain], people: list[str]) -> dict[str, Plain]:
    """The journey with a title, and with its people as references."""
    kept = {key: value for key, value in journey.items() if key not in ("title", "personas", "x-personas", "lanes")}
    named: dict[str, Plain] = {"title": journey.get("title") or "Journey"}
    return {**named, **({"personas": list[Plain](people)} if people else {}), **kept}


def _people(journey: dict[str, Plain]) -> dict[str, str]:
    """The personas a journey names, by id, with the names they go by."""
    names = [name for key in ("personas", "x-personas") for name in _items(journey.get(key)) if isinstance(name, str)]
    return {slug(name): name if name != slug(name) else name.replace("-", " ").capitalize() for name in names if slug(name)}


def _name(journey: dict[str, Plain], at: int) -> str:
    title = journey.get("title")
    words = next(iter(title.values()), "") if isinstance(title, dict) and title else title
    return (slug(words)[:60].strip("-") if isinstance(words, str) else "") or f"journey-{at + 1}"


def _free(path: str, taken: dict[str, str]) -> str:
    """The path with an ending, numbered where it is taken."""
    names = (f"{path}{'' if n == 1 else f'-{n}'}.yml" for n in range(1, len(taken) + 2))
    return next(name for name in names if name not in taken)


def _items(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []


def _mapping(value: Plain) -> dict[str, Plain]:
    return value if isinstance(value, dict) else {}
