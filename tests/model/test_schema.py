"""test_schema: the JSON Schemas accept every sound map there is, and agree with the types about broken ones."""

import copy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjmgen.atlas.files.entries import collection, journeys, without_notes
from cjmgen.atlas.files.sort import Source, sources
from cjmgen.atlas.mistakes.finding import Finding
from cjmgen.atlas.mistakes.validate import validate
from cjmgen.atlas.origin import Origin
from cjmgen.model.kinds import KIND, model_of
from cjmgen.model.schema import schema
from cjmgen.syntax.read import read

ROOT = Path(__file__).parent.parent.parent
PROJECTS = [ROOT, ROOT / "tests" / "hundred", *sorted(path for path in (ROOT / "tests" / "cases").iterdir() if not path.name.startswith("broken"))]

VALIDATORS = {kind: jsonschema.Draft202012Validator(schema(kind)) for kind in KIND}

UNSAYABLE = {"link-not-allowed", "not-a-date", "duplicate-id"}
"""Codes of what a schema can't say."""


def files(project: Path) -> list[tuple[Source, Any]]:
    """The files of a project that are read, as plain data; sidecars hold texts only and have no schema of their own."""
    paths = {path.relative_to(project).as_posix(): path for path in [project / "cjmgen.yml", *sorted((project / "maps").rglob("*"))] if path.is_file()}
    found = [source for source in sources(paths).value if not source.translates]
    return [(source, read(source.file, paths[source.file].read_bytes()).value.data) for source in found]


@pytest.mark.parametrize("kind", KIND)
def test_every_kind_has_a_schema_that_is_one(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(kind))
    assert schema(kind)["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_every_sound_map_follows_its_schema(project: Path) -> None:
    for source, data in files(project):
        wrong = [f"{error.json_path}: {error.message[:200]}" for error in VALIDATORS[source.kind].iter_errors(data)]
        assert wrong == [], source.file


def test_every_key_has_a_description() -> None:
    for kind in KIND:
        for name, definition in schema(kind)["$defs"].items():
            bare = [key for key, value in definition.get("properties", {}).items() if not value.get("description")]
            assert bare == [], f"{kind}: {name}"


def test_texts_stand_once_and_are_referred_to() -> None:
    title = schema("journey")["$defs"]["Journey"]["properties"]["title"]
    assert title["$ref"] == "#/$defs/Text"
    assert set(schema("journey")["$defs"]["Text"]["anyOf"][1]) >= {"patternProperties", "additionalProperties"}


def accepts(kind: str, data: Any) -> bool:
    """Whether the schema accepts a document."""
    return bool(VALIDATORS[kind].is_valid(data))


PATCH = {"title": "Next year", "extends": "pick-up", "stages": [{"id": "told", "emotion": None, "pains": [{"id": "late", "remove": True}]}]}


def test_a_patch_needs_nothing_may_unset_and_take_away() -> None:
    assert accepts("journey", PATCH)
    assert accepts("journey", {"extends": "pick-up"})
    assert not accepts("journey", {key: value for key, value in PATCH.items() if key != "extends"})
    assert not accepts("journey", {**PATCH, "stagess": []})


def test_a_file_may_hold_several_journeys() -> None:
    assert accepts("journey", {"journeys": [{"title": "A", "stages": ["One"]}, {"id": "b", "title": "B", "stages": []}]})
    assert not accepts("journey", {"journeys": [{"title": "A"}]})
    assert not accepts("journey", {"journeys": [], "title": "A"})


def test_a_collection_is_a_mapping_or_a_list() -> None:
    assert accepts("team", {"shop": "The shop", "care": {"title": "Care"}, "x-note": 5})
    assert accepts("team", [{"id": "shop", "title": "The shop"}, "Care"])
    assert not accepts("team", {"The Shop": "The shop"})
    assert not accepts("team", {"shop": {"titel": "The shop"}})


def test_keys_that_begin_with_x_are_left_alone() -> None:
    assert accepts("journey", {"title": "A", "stages": [{"title": "B", "x-own": {"a": 1}}], "x-own": 7})


def sound(kind: str, data: Any) -> tuple[bool, set[str]]:
    """Whether the types accept a document, and the codes of what they complain about."""
    plain = without_notes(data)
    source = Source("maps/x.yml", kind, "x")
    found = list(collection(plain, model_of(kind), "en") if KIND[kind].file else journeys(plain, source) if kind == "journey" else ())
    codes = {each.code for each in found if isinstance(each, Finding)}
    entries = [each.data for each in found if not isinstance(each, Finding)] if kind == "journey" or KIND[kind].file else [plain]
    for each in entries:
        codes |= {problem.code for problem in validate(kind, each, Origin("maps/x.yml")).problems}
    return not codes, codes


CORPUS = [(source.kind, data) for project in PROJECTS for source, data in files(project) if not (isinstance(data, dict) and "extends" in data)]

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.sampled_from([0.5, -1.5, 100.25]), st.just([]), st.just({}), st.just([[]]),
    st.sampled_from(["", "words", "Two words", "anna", "leave", "high", "future", "58%", "9 min", "2026-10-01", "#fff", "a/b", "a#b", "en"]),
    st.sampled_from([["anna"], ["A B"], [5], [None], [{}], {"en": "A"}, {"en": 5}, {"to": "x"}, {"id": "x"}, {"mean": 1}, {"title": "T"}, {"text": "T"}]),
)  # fmt: skip
KEYS = st.sampled_from(["title", "id", "who", "stages", "evidence", "emotion", "text", "n", "x-own", "nonsense", "remove", "lanes", "by", "to", "en"])


def spots(data: Any) -> list[tuple[Any, Any]]:
    """All (container, key) of a document."""
    found: list[tuple[Any, Any]] = []
    waiting = [data]
    while waiting:
        value = waiting.pop()
        inside = list(value.items()) if isinstance(value, dict) else list(enumerate(value)) if isinstance(value, list) else []
        found += [(value, key) for key, _ in inside]
        waiting += [inner for _, inner in inside]
    return found


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, Any]:
    """A document of the corpus, broken in up to three places, sometimes in none."""
    kind, data = draw(st.sampled_from(CORPUS))
    data = copy.deepcopy(data)
    for _ in range(draw(st.integers(0, 3))):
        places = spots(data)
        if not places:
            break
        where, key = places[draw(st.integers(0, len(places) - 1))]
        match draw(st.sampled_from(["put", "take", "add"])):
            case "put":
                where[key] = copy.deepcopy(draw(VALUES))
            case "take":
                del where[key]
            case "add" if isinstance(where, dict):
                where[draw(KEYS)] = copy.deepcopy(draw(VALUES))
    return kind, data


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(documents())
def test_schema_and_types_agree(document: tuple[str, Any]) -> None:
    kind, data = document
    if isinstance(data, dict) and "extends" in data:
        return
    fine, codes = sound(kind, data)
    if accepts(kind, data):
        assert fine or codes <= UNSAYABLE or _figures(kind, data), f"only the types refuse it: {codes}"
    else:
        assert not fine, "only the schema refuses it: " + str(next(VALIDATORS[kind].iter_errors(data)).message)[:500]


def _figures(kind: str, data: Any) -> bool:
    """Whether a document is refused for figures in words alone: a schema takes any text where a figure stands."""
    origin = Origin("maps/x.yml")
    entries = [each.data for each in journeys(without_notes(data), Source("x", kind, "x")) if not isinstance(each, Finding)]
    found = [problem for each in entries for problem in validate(kind, each, origin).problems]
    return bool(found) and all("a number, a share like 58% or a time" in problem.message for problem in found)
