"""`cjmgen new`: a project that builds at once, with one deliberate warning, or around a map that exists."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
SETS = ("five", "seven", "four", "e-commerce", "b2b", "saas", "service")


@pytest.mark.parametrize("stages", SETS)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_start_builds_with_one_deliberate_warning(run: Run, tmp_path: Path, stages: str, lang: str) -> None:
    ran = run("new", "demo", "--stages", stages, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    assert "1 warning in " in ran.out
    assert "warning[severe-pain-without-opportunity]" in ran.out
    assert (tmp_path / "demo" / "site" / "index.html").is_file()
    report = json.loads(run("-C", "demo", "check", "--format", "json").out)
    assert (report["summary"]["errors"], report["summary"]["warnings"]) == (0, 1)


def test_it_ends_with_what_to_open_edit_and_run(run: Run, tmp_path: Path) -> None:
    *_, opening, editing, then = run("new", "demo").out.splitlines()
    assert opening == "Open  demo/site/index.html"
    name, line = editing.removeprefix("Edit  ").rsplit(":", 1)
    assert (tmp_path / name).read_text().splitlines()[int(line) - 1].startswith("title:")
    assert then == "Then  cd demo && cjmgen build"


def test_editors_find_a_schema_for_every_file(run: Run, tmp_path: Path) -> None:
    run("new", "demo")
    demo = tmp_path / "demo"
    for schema, pattern in json.loads((demo / ".vscode" / "settings.json").read_text())["yaml.schemas"].items():
        assert json.loads((demo / schema).read_text())["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert isinstance(pattern, str | list)
    for place in demo.glob("maps/**/*.yml"):
        first = place.read_text("utf-8").splitlines()[0]
        if first.startswith("# yaml-language-server: $schema="):
            assert (place.parent / first.split("=", 1)[1]).is_file()
    assert "/site/" in (demo / ".gitignore").read_text()


def test_empty(run: Run, tmp_path: Path) -> None:
    ran = run("new", "demo", "--empty")
    assert ran.code == 0
    assert not (tmp_path / "demo" / "maps" / "journeys").exists()
    assert run("-C", "demo", "build").code == 0


def test_from_a_table(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.csv").write_text("Stage,Search,Purchase\nActions,Looks,Pays\nPain points,,Slow\nWeather,Rain,Sun\n", "utf-8")
    ran = run("new", "demo", "--from", "map.csv")
    assert (ran.code, ran.err) == (0, "")
    assert "pains 1" in ran.out
    assert (tmp_path / "demo" / "maps" / "journeys" / "map.yml").is_file()
    assert (tmp_path / "demo" / "site" / "journeys" / "map" / "index.html").is_file()
    assert "undeclared-lane" not in run("-C", "demo", "check").out


def test_from_markdown_with_people(run: Run, tmp_path: Path) -> None:
    stages = "## Decision\n\n### Actions\n- Looks\n\n## Sending\n\n### Actions\n- Packs\n"
    words = f"---\ntitle: Returning a pair\npersonas: [anna]\n---\n{stages}"
    (tmp_path / "returning.md").write_text(words, "utf-8")
    assert run("new", "demo", "--from", "returning.md").code == 0
    demo = tmp_path / "demo"
    assert "title: Anna" in (demo / "maps" / "personas" / "anna.yml").read_text()
    assert (demo / "site" / "personas" / "anna" / "index.html").is_file()


@pytest.mark.parametrize("words", [("new", "full"), ("new", "demo", "--from", "gone.csv"), ("new", "demo", "--from", "a.csv", "--empty")])
def test_refusals_leave_everything_alone(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "thesis.doc").write_text("years of work")
    (tmp_path / "a.csv").write_text("x")
    assert run(*words).code == 2
    assert sorted(place.name for place in tmp_path.rglob("*")) == ["a.csv", "full", "thesis.doc"]


def test_an_empty_folder_will_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "demo").mkdir()
    assert run("-C", "demo", "new", ".").code == 0
    assert (tmp_path / "demo" / "cjmgen.yml").is_file()


def test_from_a_russian_table_as_excel_saves_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.csv").write_bytes("Этап;Осознание;Покупка\nДействия;Видит;Платит\n".encode("cp1251"))
    ran = run("new", "demo", "--from", "map.csv")
    assert ran.code == 0
    assert "Read as Windows-1251" in ran.out
    settings = (tmp_path / "demo" / "cjmgen.yml").read_text("utf-8")
    assert "languages: [ru]" in settings
    assert "stages:" not in settings
    assert "Осознание" in (tmp_path / "demo" / "site" / "journeys" / "map" / "index.html").read_text("utf-8")


def test_from_a_workbook_is_refused_with_a_way_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.xlsx").write_bytes(b"PK\x03\x04")
    ran = run("new", "demo", "--from", "map.xlsx")
    assert ran.code == 2
    assert "save the sheet as CSV UTF-8" in ran.err
    assert not (tmp_path / "demo").exists()


def files(folder: Path) -> set[str]:
    """The files below a folder, but for those of git and of the site."""
    paths = {place.relative_to(folder).as_posix() for place in folder.rglob("*") if place.is_file()}
    return {path for path in paths if not path.startswith((".git/", "site/", ".schema/"))}


WORKFLOWS = {".github/workflows/comment.yml", ".github/workflows/pages.yml", ".github/workflows/review.yml"}


def test_with_workflows(run: Run, tmp_path: Path) -> None:
    ran = run("new", "demo", "--github", "--gitlab", "--empty")
    assert ran.code == 0
    assert "Wrote .github/workflows/review.yml\n" in ran.out
    assert files(tmp_path / "demo") >= {*WORKFLOWS, ".gitlab-ci.yml", "cjmgen.yml"}
    assert "uses: cjmgen/cjmgen@v" in (tmp_path / "demo" / ".github" / "workflows" / "review.yml").read_text("utf-8")


def test_workflows_for_a_project_that_is_there(run: Run, tmp_path: Path) -> None:
    run("new", "demo", "--empty")
    before = files(tmp_path / "demo")
    assert run("new", "demo", "--github").code == 0
    assert files(tmp_path / "demo") == before | WORKFLOWS
    again = run("-C", "demo", "new", ".", "--github", "--gitlab")
    assert (again.code, again.err) == (2, "Error: .github/workflows/comment.yml is there already, or a link; it is left as it is\n")
    assert files(tmp_path / "demo") == before | WORKFLOWS


def test_workflows_stand_at_the_top_of_the_repository(run: Run, tmp_path: Path) -> None:
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    assert run("-C", "repo", "new", "docs/maps", "--github", "--empty").code == 0
    assert files(tmp_path / "repo") >= {*WORKFLOWS, "docs/maps/cjmgen.yml"}
    assert "\n  PROJECT: docs/maps\n" in (tmp_path / "repo" / ".github" / "workflows" / "pages.yml").read_text("utf-8")


def test_a_link_is_not_followed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    run("new", "demo", "--empty")
    (tmp_path / "demo" / ".github").symlink_to(tmp_path / "elsewhere")
    assert run("new", "demo", "--github").code == 2
    assert not files(tmp_path / "elsewhere")
