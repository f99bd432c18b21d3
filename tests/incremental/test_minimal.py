"""test_minimal: what an edit makes again, step by step, and nothing else."""

import datetime
import random

import pytest

from cjmgen import pipeline
from cjmgen.atlas import reading
from cjmgen.atlas.files.group import Files
from incremental.history import EDITS, Builder, Project, same, sold, tree


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were read."""
    found: list[str] = []
    make = reading._made

    def noted(files: Files, *rest: object) -> str:
        found.append(files.source.file)
        return make(files, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "_made", noted)
    return found


def edited(read: list[str], path: str, old: str, new: str) -> list[str]:
    """The pages drawn after a text in a file was replaced; `read` holds the files that were read for it."""
    project, builder = Project(), Builder()
    builder.build(project)
    read.clear()
    before = project.files[path]
    project.files[path] = before.replace(old, new)
    assert project.files[path] != before
    builder.build(project)
    return builder.drawn


BUYING = "maps/journeys/buying.yml"
ITS_OWN = [f"journeys/renting/{name}" for name in ("compare.js", "index.html", "index.json", "insights.html", "insights.json", "read.html")]
COMPARED = [
    *("compare/both/index.html", "compare/both/index.json", "compare/index.html"),
    *("compare/who--renting/index.html", "compare/who--renting/index.json"),
]
"""Pages that lay this journey in full beside others, and the list that tells what they find."""


def test_nothing_changed_reads_and_draws_nothing(read: list[str]) -> None:
    project, builder = Project(), Builder()
    builder.build(project)
    assert len(read) > 5
    assert len(builder.drawn) > 40
    read.clear()
    builder.build(project)
    assert (read, builder.drawn) == ([], [])


def test_a_comment_reads_its_file_and_draws_nothing(read: list[str]) -> None:
    assert edited(read, BUYING, "title: Buying", "# bought often\ntitle: Buying") == []
    assert read == [BUYING]


def test_a_touchpoints_description_draws_its_journey_and_what_is_made_of_it(read: list[str]) -> None:
    drawn = edited(read, "maps/journeys/renting.yml", "title: Visit,", "title: Visit, description: By bus,")
    assert drawn == COMPARED + ITS_OWN
    assert read == ["maps/journeys/renting.yml"]


def test_a_quote_draws_what_tells_it_and_no_list(read: list[str]) -> None:
    drawn = set(edited(read, "maps/journeys/renting.yml", "text: So many", "text: So few"))
    assert {"journeys/renting/index.html", "evidence/index.html", "search/voices-1.js"} <= drawn
    assert not [path for path in drawn if path.startswith(("channels/", "heatmap/", "opportunities/", "personas/", "tags/", "teams/"))]


def test_a_pain_s_title_asks_no_page_that_only_counts_pains() -> None:
    project, builder = Project(), Builder()
    builder.build(project)
    renamed = project.files[BUYING].replace("title: Noise", "title: Din")
    old, new = (pipeline.load(tree({**project.files, BUYING: text}), project.today).value for text in (project.files[BUYING], renamed))
    assert old.journeys["buying"].claims == new.journeys["buying"].claims
    project.files[BUYING] = renamed
    builder.build(project)
    same(project, builder)
    assert not [path for path in builder.drawn if path.startswith(("channels/", "heatmap/", "tags/"))]


def test_an_export_draws_the_page_of_its_metric_and_a_text_elsewhere_does_not(read: list[str]) -> None:
    drawn = edited(read, "maps/metrics/booked.csv", "2026-09,41,420", "2026-09,44,420")
    assert {"metrics/booked/index.html", "metrics/booked/index.json", "metrics/index.html"} <= set(drawn)
    assert not [path for path in drawn if path.startswith("metrics/exits/")]
    drawn = edited(read, "maps/journeys/renting.yml", "title: Visit,", "title: Visit, description: By bus,")
    assert not [path for path in drawn if path.startswith("metrics/")]


def test_a_persona_s_quote_draws_pages_that_show_her_in_full_alone(read: list[str]) -> None:
    drawn = edited(read, "maps/personas/anna.yml", "I compare first.", "I look first.")
    assert "personas/anna/index.html" in drawn
    assert "index.html" not in drawn
    assert read == ["maps/personas/anna.yml"]


def test_a_title_draws_what_shows_it(read: list[str]) -> None:
    drawn = edited(read, "maps/journeys/renting.yml", "title: Renting", "title: Hiring")
    assert {"index.html", "journeys/renting/index.html", "personas/maxim/index.html", "search/titles.js"} <= set(drawn)
    assert not {"teams/index.html", "tags/index.html", "404.html", "search/voices-1.js", "opportunities/index.html"} & set(drawn)


def test_a_word_of_the_theme_draws_its_language_alone(read: list[str]) -> None:
    project, builder = Project(), Builder()
    project.files["cjmgen.yml"] = project.files["cjmgen.yml"].replace("[en]", "[en, ru]")
    builder.build(project)
    seed = next(seed for seed in range(99) if random.Random(seed).choice(["en", "ru"]) == "ru" and _rewords(seed))
    EDITS["words"](project, random.Random(seed))
    read.clear()
    builder.build(project)
    assert read == []
    assert builder.drawn
    assert all(path.startswith("ru/") for path in builder.drawn)


def _rewords(seed: int) -> bool:
    fate = random.Random(seed)
    fate.choice(["en", "ru"])
    return fate.random() >= 0.3


def test_a_new_day_draws_only_what_comes_of_age(read: list[str]) -> None:
    project, builder = Project(), Builder()
    builder.build(project)
    read.clear()
    project.today = project.today.replace(day=22)
    builder.build(project)
    assert (read, builder.drawn) == ([], [])


def test_a_month_that_is_over_since_then_draws_its_metric(read: list[str]) -> None:
    project, builder = Project(), Builder()
    project.files |= sold(400)
    builder.build(project)
    values = []
    for day, drawn in (("2026-11-21", False), ("2026-11-30", False), ("2026-12-01", True), ("2026-12-31", True), ("2027-01-01", True)):
        project.today = datetime.date.fromisoformat(day)
        read.clear()
        builder.build(project)
        assert (("metrics/sold/index.html" in builder.drawn), "maps/metrics/sold.yml" in read) == (drawn, drawn)
        same(project, builder)
        values.append(pipeline.load(tree(project.files), project.today).value.metrics["sold"].value)
    assert values == [410, 410, 411, 411, 412]


def looked(old: str, new: str, path: str = BUYING) -> tuple[int, list[str]]:
    """Of an edit: how many builds after it looked at no page but those of one journey, and what it drew."""
    project, builder = Project(), Builder()
    builder.build(project)
    assert old in project.files[path]
    project.files[path] = project.files[path].replace(old, new)
    builder.build(project)
    same(project, builder)
    return builder.quick, builder.drawn


def test_what_only_its_own_pages_show_asks_no_other_page() -> None:
    quick, drawn = looked("title: Visit,", "title: Visit, description: By bus,", "maps/journeys/renting.yml")
    assert (quick, drawn) == (1, COMPARED + ITS_OWN)


def test_what_others_show_asks_all_pages() -> None:
    assert looked("title: Renting", "title: Hiring", "maps/journeys/renting.yml")[0] == 0


def test_a_journey_that_a_patch_lies_over_is_linked_anew() -> None:
    quick, drawn = looked("description: An ad", "description: A poster")
    assert quick == 0
    assert "journeys/plan/index.html" in drawn


def test_a_mistake_that_comes_and_goes_is_told_each_time() -> None:
    project, builder = Project(), Builder()
    builder.build(project)
    whole = project.files["maps/journeys/renting.yml"]
    project.files["maps/journeys/renting.yml"] = whole + "colour: red\n"
    builder.build(project)
    assert [problem.code for problem in builder.problems if problem.severity == "error"] == ["unknown-key"]
    project.files["maps/journeys/renting.yml"] = whole.replace("title: Visit,", "title: Visit, description: By bus,")
    builder.build(project)
    assert builder.quick == 1
    same(project, builder)
