"""test_maps: the repository's own maps validate, name only what exists, and are told in both languages."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.model.kinds import KIND, KINDS, model_of
from cjmgen.model.slug import slug
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.pipeline import load
from cjmgen.tree import Tree

ROOT = Path(__file__).parents[2]
MAPS = ROOT / "maps"
LANGUAGES = ("en", "ru")


class Plain(yaml.SafeLoader):
    """YAML 1.2 scalars, as cjmgen reads them: `yes`, `no`, dates and clock times stay text."""


Plain.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("int", r"^[-+]?\d+$", "-+0123456789"),
    ("float", r"^[-+]?\d+\.\d+$", "-+0123456789"),
):
    Plain.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Plain)


def entities() -> Iterator[tuple[str, str, Any]]:
    """Every entity of the maps: its kind, its id and its plain data."""
    for kind in KINDS:
        if kind.folder:
            for path in sorted((MAPS / kind.folder).rglob("*.yml")):
                yield kind.name, path.relative_to(MAPS / kind.folder).with_suffix("").as_posix(), read(path)
        elif kind.file and (MAPS / f"{kind.file}.yml").exists():
            for name, data in read(MAPS / f"{kind.file}.yml").items():
                yield kind.name, name, data


ENTITIES = {(kind, name): data for kind, name, data in entities()}
NAMES = {kind.name: {name for of, name in ENTITIES if of == kind.name} for kind in KINDS}
JOURNEYS = {name: data for (kind, name), data in ENTITIES.items() if kind == "journey" and "extends" not in data}
PATCHES = {name: data for (kind, name), data in ENTITIES.items() if kind == "journey" and "extends" in data}
MARKDOWN = sorted((MAPS / "journeys").rglob("*.md"))
MARKDOWN_NAMES = {path.relative_to(MAPS / "journeys").as_posix().removesuffix(".md") for path in MARKDOWN if not path.stem.endswith(".ru")}


def walk(data: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value below some data with the key it stands under; items of a list stand under the list's key."""
    yield key, data
    if isinstance(data, dict):
        for name, value in data.items():
            yield from walk(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from walk(value, key)


def named(items: Any) -> dict[str, Any]:
    """The items of a list by id."""
    return {item.get("id") or slug(str(item["title"])): item for item in items or () if isinstance(item, dict)}


def strings(data: Any, *keys: str) -> set[str]:
    """The ids that stand under some keys, written bare or as {id: …}."""
    found = {value for key, value in walk(data) if key in keys and isinstance(value, str)}
    return found | {value["id"] for key, value in walk(data) if key in keys and isinstance(value, dict) and "id" in value}


def test_the_settings_validate() -> None:
    settings = model_of("settings").model_validate(read(ROOT / "cjmgen.yml"))
    assert tuple(settings.model_dump()["languages"]) == LANGUAGES


@pytest.mark.parametrize(("kind", "name"), [key for key in ENTITIES if key[1] not in PATCHES])
def test_an_entity_validates(kind: str, name: str) -> None:
    model_of(kind).model_validate(ENTITIES[kind, name], context={"language": "en"})


@pytest.mark.parametrize("name", [*JOURNEYS, *PATCHES])
def test_a_journey_names_only_what_exists(name: str) -> None:
    data = {**JOURNEYS, **PATCHES}[name]
    base = JOURNEYS.get(data.get("extends", ""), {})
    actors = set(named(data.get("actors"))) | NAMES["actor"]
    people = NAMES["persona"] | actors
    assert set(data.get("personas", ())) <= NAMES["persona"]
    assert strings(data, "owner", "team") <= NAMES["team"]
    assert strings(data, "channel") <= NAMES["channel"] | set(BUILTIN_CHANNELS)
    assert strings(data, "evidence", "emotion_evidence") <= NAMES["evidence"]
    assert strings(data, "who") <= people
    feelings = [value for key, value in walk(data) if key == "emotion" and isinstance(value, dict)]
    assert {who for feeling in feelings for who in feeling} <= people | {"mean", "n", "sd"}
    assert strings(data, "metric") <= NAMES["metric"]
    assert {value for key, value in walk(data) if key == "metrics" and isinstance(value, str)} <= NAMES["metric"]
    assert {value for key, value in walk(data) if key == "journey"} <= set(JOURNEYS) | MARKDOWN_NAMES
    assert data.get("extends", name) in JOURNEYS
    if "parent" in data:
        parent, _, stage = data["parent"].partition("#")
        assert stage in named(JOURNEYS[parent]["stages"])
    ends = {end for handoff in data.get("handoffs", ()) for end in (handoff["from"], handoff["to"])}
    assert ends <= NAMES["team"] | actors
    assert {handoff["at"] for handoff in data.get("handoffs", ())} <= set(named(data.get("stages"))) | set(named(base.get("stages")))


@pytest.mark.parametrize("name", JOURNEYS)
def test_within_a_journey_every_reference_meets_its_item(name: str) -> None:
    stages = named(JOURNEYS[name]["stages"])
    touchpoints = {(stage_id, id) for stage_id, stage in stages.items() for id in named(stage.get("touchpoints"))}
    phases = {stage.id for stage in STAGE_SETS["seven"]}
    for stage_id, stage in stages.items():
        assert stage.get("phase", stage_id) in phases
        own = {id for at, id in touchpoints if at == stage_id}
        pains = named(stage.get("pains"))
        for key in ("pains", "gains", "quotes", "opportunities"):
            assert {item["touchpoint"] for item in stage.get(key, ()) if isinstance(item, dict) and "touchpoint" in item} <= own
        for key, ways in walk(stage.get("touchpoints")):
            for way in ways if key == "next" and isinstance(ways, list) else ():
                assert way["to"] in own | {"leave"} | set(stages) | {"/".join(pair) for pair in touchpoints}
        eased = {pain for item in stage.get("opportunities", ()) for pain in item.get("pains", ())}
        assert eased <= set(pains)
        assert {id for id, pain in pains.items() if pain.get("severity") in ("high", "critical")} <= eased
        assert all("why" in item for item in stage.get("touchpoints", ()) if "moment" in item)
        assert all("owner" in item for item in stage.get("opportunities", ()))


@pytest.mark.parametrize("name", PATCHES)
def test_a_patch_takes_away_only_what_is_there(name: str) -> None:
    base = named(JOURNEYS[PATCHES[name]["extends"]]["stages"])
    for stage_id, stage in named(PATCHES[name]["stages"]).items():
        for lane, items in stage.items():
            for item in items if isinstance(items, list) else ():
                if isinstance(item, dict) and (item.get("remove") or ("id" in item and "title" not in item)):
                    assert item["id"] in named(base[stage_id][lane])


def test_every_text_is_told_in_both_languages() -> None:
    for (kind, name), data in ENTITIES.items():
        for key, value in walk(data):
            if isinstance(value, dict) and ("en" in value or "ru" in value):
                assert set(value) == set(LANGUAGES), (kind, name, key, value)
                assert re.search("[а-яёА-ЯЁ]", value["ru"]) or value["en"] == value["ru"] or value["ru"].isascii(), (name, value)


def test_a_translated_markdown_map_names_the_same_items_in_the_same_order() -> None:
    pairs = [(path, path.with_suffix(".ru.md")) for path in MARKDOWN if not path.stem.endswith(".ru")]
    assert pairs
    for english, russian in pairs:
        ids = [re.findall(r"\{#([a-z0-9-]+)", path.read_text(encoding="utf-8")) for path in (english, russian)]
        assert ids[0] == ids[1]


def test_cjmgen_itself_finds_nothing_to_say_but_that_deals_are_open() -> None:
    files = [ROOT / "cjmgen.yml", *(path for path in sorted(MAPS.rglob("*")) if path.is_file())]
    project = Tree.of({path.relative_to(ROOT).as_posix(): path.read_bytes() for path in files})
    found = load(project, datetime.date(2026, 11, 21)).problems
    said = [(problem.severity, problem.code, problem.place.file) for problem in found if problem.code != "no-libyaml"]
    assert said == [("info", "export-unfinished", "maps/metrics/planner-deals-won.yml")]


def test_the_shop_is_told_by_the_seven_stages_of_the_article() -> None:
    titles = [stage["title"]["ru"] for stage in JOURNEYS["first-pair"]["stages"]]
    assert titles == ["Осознание", "Узнавание", "Решение", "Покупка", "После покупки", "Лояльность", "Рекомендации"]


def test_every_persona_goes_some_way_and_every_picture_is_there_and_described() -> None:
    used = {persona for data in JOURNEYS.values() for persona in data["personas"]}
    assert used == NAMES["persona"]
    for name, data in JOURNEYS.items():
        for key, value in walk(data):
            if key == "image" and isinstance(value, dict):
                file = (MAPS / "journeys" / name).parent / value["file"]
                assert file.stat().st_size < 20_000
                assert set(value["alt"]) == set(LANGUAGES)


def test_invented_figures_say_so() -> None:
    notice = read(ROOT / "cjmgen.yml")["notice"]
    assert "invented" in notice["en"]
    assert "вымышлен" in notice["ru"]
    assert all("invented" in ENTITIES["evidence", name]["notes"]["en"].lower() for name in NAMES["evidence"])


def test_every_kind_the_model_knows_has_a_place() -> None:
    assert set(KIND) >= {kind for kind, _ in ENTITIES}
