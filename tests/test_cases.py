"""test_cases: every folder of tests/cases is a small project; what cjmgen says of it and shows of it stands beside it.

A sound project keeps `problems.txt`, what `cjmgen check` prints, and in `pages/` the views of all pages, a file a kind; with a
folder `site` it keeps all HTML too. A `broken-…` project keeps `problems.txt` alone. A new folder is a new test: `pytest
tests/test_cases.py --update` writes what is missing or has changed, and its author reads the difference.
"""

import dataclasses
import datetime
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import BaseModel

from cjmgen import pipeline
from cjmgen.pages.plan import plan
from cjmgen.shell import disk
from cjmgen.shell.group import cli

CASES = Path(__file__).parent / "cases"
THEME = Path(__file__).parent.parent / "themes" / "default"
TODAY = datetime.date(2026, 11, 21)
SOUND = sorted(path.name for path in CASES.iterdir() if path.is_dir() and not path.name.startswith("broken-"))
BROKEN = sorted(path.name for path in CASES.iterdir() if path.name.startswith("broken-"))


def expect(request: pytest.FixtureRequest, file: Path, actual: str) -> None:
    """Compare with what stands in a file, or write it there when that was asked for."""
    if request.config.getoption("--update"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(actual.encode())
    assert file.is_file(), f"{file.name} is missing; write it with --update and read it"
    assert actual == file.read_bytes().decode(), f"{file} is no longer what cjmgen makes"


def checked(name: str) -> tuple[str, int]:
    """What `cjmgen check` prints about a case, and its exit code."""
    done = CliRunner().invoke(cli, ["-C", str(CASES / name), "--no-color", "check", "--today", TODAY.isoformat()], standalone_mode=False)
    assert done.exception is None, done.exception
    return done.stdout, done.return_value


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_project_passes(request: pytest.FixtureRequest, name: str) -> None:
    said, code = checked(name)
    expect(request, CASES / name / "problems.txt", said)
    assert code == 0


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_project_is_told_what_is_wrong(request: pytest.FixtureRequest, name: str) -> None:
    said, code = checked(name)
    expect(request, CASES / name / "problems.txt", said)
    assert code == ("error[" in said)
    assert "error[" in said or "warning[" in said
    assert "Traceback" not in said
    assert str(CASES) not in said


@pytest.mark.parametrize("name", SOUND)
def test_the_pages_of_a_sound_project(request: pytest.FixtureRequest, name: str) -> None:
    atlas = pipeline.load(disk.project(CASES / name).value, TODAY).value
    kinds: dict[str, dict[str, object]] = {}
    for page in plan(atlas).pages:
        kinds.setdefault(page.subject.kind, {})[page.path] = {"template": page.template, **_fields(page.view(), kind=page.subject.kind)}
    for kind, pages in kinds.items():
        expect(request, CASES / name / "pages" / f"{kind}.json", json.dumps(pages, ensure_ascii=False, indent=1) + "\n")
    kept = {path.stem for path in (CASES / name / "pages").iterdir()}
    assert kept == set(kinds), "the file of a kind that is no longer made is taken away by hand"


@pytest.mark.parametrize("name", [name for name in SOUND if (CASES / name / "site").is_dir()])
def test_the_html_of_a_sound_project(request: pytest.FixtureRequest, name: str) -> None:
    built = pipeline.build(disk.project(CASES / name).value, disk.folder(THEME), TODAY).value
    pages = {path: content.decode() for path, content in built.items() if path.endswith(".html")}
    for path, html in pages.items():
        expect(request, CASES / name / "site" / path, html)
    kept = {path.relative_to(CASES / name / "site").as_posix() for path in (CASES / name / "site").rglob("*.html")}
    assert kept == set(pages), "a page that is no longer made is taken away by hand"


def test_there_are_cases_enough() -> None:
    prose = [file for name in BROKEN if name.startswith("broken-prose-") for file in (CASES / name / "maps" / "journeys").iterdir()]
    assert len(SOUND) >= 12
    assert len(BROKEN) >= 30
    assert len(prose) >= 30
    assert sum((CASES / name / "site").is_dir() for name in SOUND) >= 2


def _fields(view: object, kind: str) -> dict[str, object]:
    """A view's fields; the ways in the bar are the same on every page, and the home page shows them."""
    plain = _plain(view)
    if not isinstance(plain, dict):
        return {"view": plain}
    if isinstance(around := plain.get("frame"), dict) and kind != "home":
        plain["frame"] = {key: value for key, value in around.items() if key not in ("nav", "more", "alternates", "search")}
    return plain


def _plain(value: object) -> object:
    """A view as JSON; what is empty is left out, so that a file shows what the page shows."""
    match value:
        case BaseModel():
            return _plain(value.model_dump())
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            return _plain({field.name: getattr(value, field.name) for field in dataclasses.fields(value)})
        case Mapping():
            items = {str(key): _plain(item) for key, item in value.items()}
            return {key: item for key, item in items.items() if item is not None and item not in ("", {}, [])}
        case list() | tuple():
            return [_plain(item) for item in value]
        case bytes():
            return value.decode()
        case float():
            return round(value, 6)
        case datetime.date():
            return value.isoformat()
        case bool() | int() | str() | None:
            return value
        case _:
            raise TypeError(f"a view holds values only, not a {type(value).__name__}")
