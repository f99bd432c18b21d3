"""convert: a document in another form: YAML, our Markdown, or JSON of stages and lanes; and what of it was placed where."""

import json
import re
from collections.abc import Iterator
from typing import Literal

from cjmgen.model.slug import slug
from cjmgen.syntax.document import Document, Plain
from cjmgen.syntax.habits.labels import STAGE_FIELDS
from cjmgen.syntax.markdown import write as write_markdown
from cjmgen.syntax.yaml import write as write_yaml

Target = Literal["yaml", "markdown", "json"]

_HIDDEN = frozenset(
    {"id", "was", "title", "lanes", "phase", "outcome", "optional", "audience", "who", "emotion", "emotion_evidence", "image", "entry"}
)
"""Fields of a stage that are no lanes of the JSON form; an emotion is shown where no words say it."""

_WORDS = ("title", "text", "metric", "id", "to", "name")
"""Where an item's words are, the first that is there."""


def convert(document: Document, to: Target) -> tuple[tuple[str, str], ...]:
    """The document in another form: one text, or as YAML and Markdown one a journey, each with a suggested stem for its file.

    The stem is empty where the document holds one thing: it keeps the name it has.
    """
    data = document.data
    if to == "json":
        return (("", json.dumps(_as_json(data), ensure_ascii=False, indent=2) + "\n"),)
    write = write_yaml.write if to == "yaml" else write_markdown.write
    parts = journeys_of(data)
    if len(parts) == 1:
        return (("", write(parts[0])),)
    stems = _stems(parts)
    return tuple((stem, write(part)) for stem, part in zip(stems, parts, strict=True))


def journeys_of(data: Plain) -> tuple[Plain, ...]:
    """The journeys of a document that holds several, else the one thing it holds."""
    if isinstance(data, dict) and isinstance(several := data.get("journeys"), list) and not data.keys() - {"journeys"}:
        return tuple(several) or (data,)
    return (data,)


def _stems(parts: tuple[Plain, ...]) -> list[str]:
    stems: list[str] = []
    for at, part in enumerate(parts, 1):
        title = part.get("title") if isinstance(part, dict) else None
        name = (slug(_words(title))[:60].strip("-") if title else "") or f"journey-{at}"
        stems.append(name if name not in stems else f"{name}-{at}")
    return stems


def _as_json(data: Plain) -> Plain:
    """Journeys as titles, personas, stages and lanes; anything that is no journey as it is."""
    parts = journeys_of(data)
    if not all(isinstance(part, dict) and isinstance(part.get("stages"), list) for part in parts):
        return data
    return {"journeys": [_journey(part) for part in parts if isinstance(part, dict)]}


def _journey(journey: dict[str, Plain]) -> Plain:
    names = journey.get("lanes")
    titles = names if isinstance(names, dict) else {}
    personas = [_words(name) for key in ("personas", "x-personas") for name in _list(journey.get(key))]
    stages: list[Plain] = [
        {"title": _words(stage.get("title")), "lanes": dict(lanes_of(stage, titles))}
        for stage in _list(journey.get("stages"))
        if isinstance(stage, dict)
    ]
    return {"title": _words(journey.get("title")), "personas": list[Plain](personas), "stages": stages}


def lanes_of(stage: dict[str, Plain], titles: dict[str, Plain]) -> Iterator[tuple[str, Plain]]:
    """The lanes of a stage with the words of their items; free lanes under their own names."""
    for field, value in stage.items():
        if field in _HIDDEN or field.startswith("x-"):
            continue
        if texts := _texts(field, value):
            yield field, list[Plain](texts)
    if "feelings" not in stage and (mood := stage.get("emotion")) is not None and not isinstance(mood, dict):
        yield "emotion", [f"{mood:+g}" if isinstance(mood, int | float) and mood else str(mood)]
    free = stage.get("lanes")
    for lane, items in free.items() if isinstance(free, dict) else ():
        if texts := _texts(lane, items):
            yield (lane if lane in STAGE_FIELDS else _words(titles.get(lane)) or lane), list[Plain](texts)


def _texts(field: str, value: Plain) -> list[str]:
    if isinstance(value, list):
        return [words for item in value if (words := _words(item))]
    words = _words(value)
    return [part for part in words.split(";\n" if field == "goal" else "\n\n") if part.strip()] if words else []


def _words(item: Plain) -> str:
    """The words of an item: the text itself, its title, or a text by language in the first language it has."""
    if isinstance(item, str):
        return item
    if isinstance(item, bool) or item is None:
        return ""
    if isinstance(item, int | float):
        return f"{item:g}"
    if isinstance(item, dict):
        found = next((item[key] for key in _WORDS if key in item), None)
        return _words(found if found is not None else next(iter(item.values()), None))
    return ", ".join(words for part in item if (words := _words(part)))


def _list(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []


def placed(document: Document) -> tuple[str, ...]:
    """What of a document was placed where, and what was not, a line each."""
    return tuple(line for part in journeys_of(document.data) if isinstance(part, dict) for line in _placed(part))


def _placed(journey: dict[str, Plain]) -> Iterator[str]:
    names = journey.get("lanes")
    titles = names if isinstance(names, dict) else {}
    stages = [stage for stage in _list(journey.get("stages")) if isinstance(stage, dict)]
    yield f"{_words(journey.get('title')) or 'Without a title'}: {_count(len(stages), 'stage')}"
    for stage in stages:
        lanes = [f"{lane} {len(_list(texts))}" for lane, texts in lanes_of(stage, titles)]
        yield f"  {_words(stage.get('title'))}: {', '.join(lanes) or 'nothing'}"
    if titles:
        yield f"  lanes of your own: {', '.join(_words(title) for title in titles.values())}"
    if personas := [_words(name) for name in _list(journey.get("x-personas"))]:
        yield f"  people named, still without a persona: {', '.join(personas)}"
    notes = journey.get("notes")
    if isinstance(notes, str) and (heads := re.findall(r"^#{1,6} +(\S.*)$", notes, re.MULTILINE)):
        yield f"  kept in the notes, because it belongs to no stage: {', '.join(heads)}"
    if over := _list(journey.get("x-notes")):
        yield f"  too long for the notes, kept under x-notes: {_count(len(over), 'text')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
