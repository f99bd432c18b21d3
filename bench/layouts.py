"""layouts: the same corpus as the source of each builder: a cjmgen project, a Hugo site, bare YAML."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import corpus
from plain_yaml import yaml

SITES = Path(__file__).parent / "sites"
THEME = "bench"


def cjmgen(count: int, place: Path) -> None:
    """A project whose only change of the theme that ships is a phrase, which an edit can change."""
    _project(count, place)
    _put(place / "themes" / THEME / "words" / "en.yml", "nav: {home: Maps r0}\n")


def cjmgen_plain(count: int, place: Path) -> None:
    """The same project with templates of its own that draw what the other builders draw."""
    _project(count, place)
    shutil.copytree(SITES / "plain", place / "themes" / THEME)


def hugo(count: int, place: Path) -> None:
    """Front matter, with the long text as the page's Markdown."""
    shutil.copytree(SITES / "hugo", place)
    for value in corpus.maps(count):
        channels = list(dict.fromkeys(point["channel"] for stage in value["stages"] for point in stage["touchpoints"]))
        _page(place / "content" / "maps" / f"{value['id']}.md", value | {"channels": channels}, "description")
    for value in corpus.personas(count):
        _page(place / "content" / "personas" / value["id"] / "_index.md", {"title": value["name"]} | value, "bio")


def bare(count: int, place: Path) -> None:
    """The values as they are, and the templates of the bare loop."""
    shutil.copytree(SITES / "bare", place)
    for kind, values in (("maps", corpus.maps(count)), ("personas", corpus.personas(count))):
        for value in values:
            _put(place / kind / f"{value['id']}.yaml", yaml(value))


LAYOUTS: dict[str, Callable[[int, Path], None]] = {"cjmgen": cjmgen, "cjmgen_plain": cjmgen_plain, "hugo": hugo, "bare": bare}


def _project(count: int, place: Path) -> None:
    _put(place / "cjmgen.yml", yaml({"title": "Journey maps", "languages": ["en"], "theme": THEME}))
    _put(place / "maps" / "teams.yml", yaml({_slug(name): {"title": name} for name in corpus.OWNERS}))
    _put(place / "maps" / "channels.yml", yaml({name: {"title": name} for name in corpus.CHANNELS}))
    for value in corpus.maps(count):
        _put(place / "maps" / "journeys" / f"{value['id']}.yml", yaml(_journey(value)))
    for value in corpus.personas(count):
        kept = {key: value[key] for key in ("role", "quote", "goals", "frustrations", "channels")}
        told = {"title": value["name"], "summary": value["bio"], "demographics": {"age": value["age"]}}
        _put(place / "maps" / "personas" / f"{value['id']}.yml", yaml(told | kept))


def _journey(value: dict[str, Any]) -> dict[str, Any]:
    head = {"title": value["title"], "summary": value["description"], "personas": value["personas"], "owner": _slug(value["owner"])}
    return head | {"status": "live", "reviewed": value["updated"], "stages": [_stage(stage) for stage in value["stages"]]}


def _stage(stage: dict[str, Any]) -> dict[str, Any]:
    pains = [{"id": f"p{n}", "title": one["text"], "severity": one["severity"]} for n, one in enumerate(stage["pain_points"], 1)]
    return {
        "id": stage["id"],
        "title": stage["title"],
        "goal": "; ".join(stage["goals"]),
        "touchpoints": [_touchpoint(n, one) for n, one in enumerate(stage["touchpoints"], 1)],
        "quotes": [{"text": one["quote"], "speaker": "customer"} for one in stage["touchpoints"]],
        "pains": pains,
        "opportunities": [_chance(n, one, pains) for n, one in enumerate(stage["opportunities"], 1)],
        "metrics": [{"id": f"m{n}", "title": one["name"]} | _without(one, "name") for n, one in enumerate(stage["metrics"], 1)],
    }


def _chance(number: int, one: dict[str, Any], pains: list[dict[str, Any]]) -> dict[str, Any]:
    made = {"id": f"o{number}", "title": one["text"]} | _without(one, "text")
    return made | {"pains": [pain["id"] for pain in pains]} if number == 1 else made


def _without(value: dict[str, Any], left_out: str) -> dict[str, Any]:
    return {key: item for key, item in value.items() if key != left_out}


def _touchpoint(number: int, one: dict[str, Any]) -> dict[str, Any]:
    named = {"id": f"t{number}", "title": one["channel"], "channel": one["channel"], "owner": _slug(one["owner"])}
    return named | {"description": one["description"], "emotion": round(0.4 * one["emotion"], 1)}


def _page(file: Path, value: dict[str, Any], text: str) -> None:
    _put(file, f"---\n{yaml(_without(value, text))}---\n{value[text]}")


def _slug(name: str) -> str:
    return re.sub(r"\W+", "-", name.lower()).strip("-")


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
