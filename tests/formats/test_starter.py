"""test_starter: a new project validates for every stage set and language, and holds the one warning it speaks of."""

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from cjmgen.formats.annotated import listed, page, pair
from cjmgen.formats.starter import SCHEMA_FOLDER, SCHEMAS, Starter, starter
from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.model.claim import Claim, Quote
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.kinds import KINDS, model_of
from cjmgen.model.settings import StageSetName
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.pipeline import load
from cjmgen.syntax.read import read
from cjmgen.tree import Tree

ALL = [(stages, language) for stages in get_args(StageSetName) for language in ("en", "ru")]
JOURNEY = "maps/journeys/first-journey.yml"


def plain(project: Starter, file: str) -> Any:
    """A file of the project as plain data; it reads without a single complaint."""
    checked = read(file, project.files[file].encode())
    assert not [problem for problem in checked.problems if problem.code != "no-libyaml"], file
    return checked.value.data


def kind_of(file: str) -> str:
    folders = {f"maps/{kind.folder}/" if kind.folder else f"maps/{kind.file}.yml": kind.name for kind in KINDS if kind.folder or kind.file}
    return next((name for folder, name in folders.items() if file.startswith(folder)), "settings" if file == "cjmgen.yml" else "")


def journey_of(project: Starter, language: str) -> Journey:
    journey = model_of("journey").model_validate(plain(project, JOURNEY), context={"language": language})
    assert isinstance(journey, Journey)
    return journey


def claims(stage: Stage) -> list[Claim | Quote]:
    return [*stage.pains, *stage.gains, *stage.quotes]


def uneased(journey: Journey) -> Iterator[str]:
    """Ids of severe pains that no opportunity of their stage eases."""
    for stage in journey.stages:
        eased = {pain for opportunity in stage.opportunities for pain in opportunity.pains}
        yield from (pain.key for pain in stage.pains if pain.severity in ("high", "critical") and pain.key not in eased)


@pytest.mark.parametrize(("stages", "language"), ALL)
@pytest.mark.parametrize("empty", [False, True])
def test_every_file_reads_and_validates(stages: str, language: str, empty: bool) -> None:
    project = starter(stages, language, empty)
    for file in project.files:
        if file == "maps/teams.yml":
            for team in plain(project, file).values():
                model_of("team").model_validate(team)
        elif file.endswith(".yml"):
            model_of(kind_of(file)).model_validate(plain(project, file), context={"language": language})
        elif file.endswith(".json"):
            json.loads(project.files[file])
        assert project.files[file].endswith("\n")
        assert list(project.files) == sorted(project.files)


@pytest.mark.parametrize(("stages", "language"), ALL)
def test_the_example_names_only_what_is_there(stages: str, language: str) -> None:
    project = starter(stages, language)
    journey, teams = journey_of(project, language), set(plain(project, "maps/teams.yml"))
    assert [f"maps/personas/{persona}.yml" for persona in journey.personas] == [f for f in project.files if "/personas/" in f]
    assert [stage.key for stage in journey.stages] == [stage.id for stage in STAGE_SETS[stages]]
    assert journey.owner in teams
    for stage in journey.stages:
        assert stage.touchpoints
        assert {touchpoint.owner for touchpoint in stage.touchpoints} <= teams
        assert {touchpoint.channel for touchpoint in stage.touchpoints} <= set(BUILTIN_CHANNELS)
        assert {opportunity.owner for opportunity in stage.opportunities} <= teams
        assert all(use.id == "interviews" for claim in claims(stage) for use in claim.evidence)
        assert all(claim.evidence for claim in claims(stage))
        assert all(touchpoint.why for touchpoint in stage.touchpoints if touchpoint.moment)
    people = [stage.entry.people for stage in journey.stages if stage.entry and stage.entry.people is not None]
    assert len(people) == len(journey.stages)
    assert people == sorted(people, reverse=True)


@pytest.mark.parametrize(("stages", "language"), ALL)
def test_one_severe_pain_has_no_opportunity_and_a_comment_says_that_this_is_meant(stages: str, language: str) -> None:
    project = starter(stages, language)
    [pain] = uneased(journey_of(project, language))
    lines = project.files[JOURNEY].splitlines()
    at = next(number for number, line in enumerate(lines) if line.endswith(f"- id: {pain}"))
    assert lines[at - 1].strip() == "pains:"
    assert lines[at - 2].strip().startswith("# ")
    assert "`cjmgen check`" in lines[at - 3]
    assert project.files[JOURNEY].count("`cjmgen check`") == 1


@pytest.mark.parametrize(("stages", "language"), ALL)
@pytest.mark.parametrize("empty", [False, True])
def test_cjmgen_finds_the_deliberate_warning_and_nothing_else(stages: str, language: str, empty: bool) -> None:
    files = Tree.of({file: text.encode() for file, text in starter(stages, language, empty).files.items()})
    found = load(files, datetime.date(2026, 11, 21)).problems
    expected = [] if empty else [("warning", "severe-pain-without-opportunity", JOURNEY)]
    assert [(problem.severity, problem.code, problem.place.file) for problem in found if problem.code != "no-libyaml"] == expected


@pytest.mark.parametrize(("stages", "language"), ALL)
def test_there_is_one_outcome_and_one_moment_of_truth(stages: str, language: str) -> None:
    journey = journey_of(starter(stages, language), language)
    outcomes = [stage.key for stage in journey.stages if stage.outcome]
    assert len(outcomes) == 1 or (not outcomes and "purchase" in [stage.key for stage in journey.stages])
    assert len([touchpoint for stage in journey.stages for touchpoint in stage.touchpoints if touchpoint.moment]) == 1


@pytest.mark.parametrize(("stages", "language"), ALL)
@pytest.mark.parametrize("empty", [False, True])
def test_the_line_to_edit_is_a_title(stages: str, language: str, empty: bool) -> None:
    project = starter(stages, language, empty)
    file, line = project.first_line
    assert project.files[file].splitlines()[line - 1].startswith("title: ")


@pytest.mark.parametrize("stages", get_args(StageSetName))
def test_the_texts_are_wholly_in_one_language(stages: str) -> None:
    for file, text in starter(stages, "en").files.items():
        assert not re.search("[а-яё]", text, re.IGNORECASE), file
    values = re.findall(
        r"^[\s-]*(?:title|summary|role|quote|text|why|duration|of|notes|notice|speaker): (.+)$",
        "\n".join(starter(stages, "ru").files.values()),
        re.MULTILINE,
    )
    assert len(values) > 20
    assert [value for value in values if not re.search("[а-яё]", value, re.IGNORECASE)] == []


def test_no_two_stage_sets_tell_the_same_story() -> None:
    for language in ("en", "ru"):
        titles = [str(journey_of(starter(stages, language), language).title) for stages in get_args(StageSetName)]
        assert len(set(titles)) == len(titles)


def test_an_empty_project_has_settings_and_what_editors_need_and_no_map() -> None:
    assert list(starter("five", "en", empty=True).files) == [
        ".gitignore", ".vscode/extensions.json", ".vscode/settings.json", "README.md", "cjmgen.yml", "maps/README.md",
    ]  # fmt: skip


@pytest.mark.parametrize(("stages", "language"), ALL)
def test_every_schema_a_file_asks_for_is_one_that_is_written(stages: str, language: str) -> None:
    for file, text in starter(stages, language).files.items():
        for path in re.findall(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE):
            assert path == "../" * file.count("/") + f"{SCHEMA_FOLDER}/{kind_of(file)}.json"
            assert kind_of(file) in SCHEMAS


def test_a_comment_is_told_once_where_it_comes_first() -> None:
    items = [(*pair("title", name, "What it is called."), *pair("emotion", 1, beside="how it feels")) for name in ("A", "B")]
    assert page(listed("touchpoints", items, "Where they meet.")) == (
        "# Where they meet.\ntouchpoints:\n# What it is called.\n- title: A\n  emotion: 1  # how it feels\n- title: B\n  emotion: 1\n"
    )
