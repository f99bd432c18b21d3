"""meant: what a reference that can't be an id was meant to be: something declared, by its title or spelling, else its slug."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.scene import Names, Scene
from cjmgen.model.builtin import channel_named
from cjmgen.model.slug import RESERVED, romanized, slug
from cjmgen.problem import KeyPath, Keys, Problem

KINDS = {
    "personas": ("persona",), "persona": ("persona",), "who": ("persona", "actor"), "emotion": ("persona", "actor"),
    "owner": ("team",), "team": ("team",), "from": ("team", "actor"), "to": ("team", "actor", "touchpoints", "stages"),
    "next": ("touchpoints", "stages"), "channel": ("channel",), "channels": ("channel",), "phase": ("stage",),
    "evidence": ("evidence",), "emotion_evidence": ("evidence",), "metric": ("metric",), "metrics": ("metric",), "entry": ("metric",),
    "pains": ("pains",), "touchpoint": ("touchpoints",), "at": ("stages",),
}  # fmt: skip
"""What a field refers to: kinds of entities, and lists of the journey itself."""

Titles = Mapping[str, str]
"""Slugs of titles and ids, each with the id."""


def slugged(words: str) -> str:
    """Words as a reference would have them, `Decision/Size guide` as `decision/size-guide`; "" where nothing is left.

    A backslash is what somebody on Windows has for a slash.
    """
    parts = re.split(r"([/#])", words.replace("\\", "/"))
    return "".join(part if part in "/#" else slug(part) for part in parts) if all(slug(part) for part in parts[::2]) else ""


def meant(problems: Iterable[Problem], data: Any, scene: Scene) -> list[Problem]:
    """The problems, with what was meant wherever a reference can't be an id and its like is declared."""
    known: dict[str, Titles] = {}
    return [_hinted(each, data, scene, known) if each.code == "bad-id" and each.data else each for each in problems]


def _hinted(wrong: Problem, data: Any, scene: Scene, known: dict[str, Titles]) -> Problem:
    assert isinstance(wrong.place.at, Keys)
    kinds = KINDS.get(_field(wrong.place.at.path), ())
    if not kinds or wrong.data[0] in RESERVED:
        return wrong
    words = wrong.data[0]
    named = channel_named(words) if "channel" in kinds else None
    for kind in kinds:
        if kind not in known:
            known[kind] = dict(_titles(kind, data, scene))
    found = named or next((known[kind][slugged(words)] for kind in kinds if slugged(words) in known[kind]), None)
    found = found or nearest(slugged(words), dict.fromkeys(id for kind in kinds for id in known[kind].values()))
    return replace(wrong, hint=did_you_mean(found, wrong.hint))


def _field(path: KeyPath) -> str:
    """The field a reference stands in: the last named step, or the one before for an `id` and for a name among emotions."""
    names = [step for step in path if isinstance(step, str)]
    if len(names) > 1 and (names[-2] == "emotion" or (names[-1] == "id" and names[-2] in ("evidence", "emotion_evidence"))):
        return names[-2]
    return names[-1] if names else ""


def _titles(kind: str, data: Any, scene: Scene) -> Iterator[tuple[str, str]]:
    if kind in ("stages", "touchpoints", "pains"):
        yield from _own(kind, data)
        return
    for id, entity in scene.names.get(kind, Names({})).known.items():
        for title in _texts(getattr(entity, "title", None)):
            yield slug(title), id
        yield slugged(id), id


def _own(kind: str, data: Any) -> Iterator[tuple[str, str]]:
    """The items of one journey."""
    stages = data.get("stages") if isinstance(data, dict) else None
    for stage in stages if isinstance(stages, list) else ():
        lane = stage.get(kind) if isinstance(stage, dict) else None
        for item in [stage] if kind == "stages" else lane if isinstance(lane, list) else ():
            full = item if isinstance(item, dict) else {"title": item}
            titles = list(_texts(full.get("title")))
            id = next((id for id in (full.get("id"), *map(slug, titles)) if isinstance(id, str)), "")
            yield from ((name, id) for name in (*map(slug, titles), romanized(id)) if name)


def _texts(title: object) -> Iterator[str]:
    every = title.values() if isinstance(title, Mapping) else (title,)
    yield from (text for text in every if isinstance(text, str))
