"""A stranger's pull request: names, addresses, numbers and settings that were written to break a build or to leave its folder."""

import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cjmgen.shell import cli

MAP = "title: T\nstages:\n- title: A\n  touchpoints: [x]\n"
LONG = "9" * 400

Build = Callable[..., tuple[int, str]]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Build:
    """Write a project into the test's folder and build it: the exit code, and all that was printed."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["cjmgen", "build"])

    def run(files: dict[str, str], settings: str = "") -> tuple[int, str]:
        for path, text in {"cjmgen.yml": f"title: S\n{settings}", "maps/journeys/a.yml": MAP, **files}.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        with pytest.raises(SystemExit) as stop:
            cli.main()
        printed = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, printed.out + printed.err

    return run


def pages(root: Path) -> list[str]:
    return sorted(place.relative_to(root / "site").as_posix() for place in (root / "site").rglob("*.html"))


@pytest.mark.parametrize("name", ["щ" * 120, "x" * 250, "con", "index", "read", "page", "😀", "with space '\"<b>#?%", "\u202egpj"])
def test_any_name_of_a_file_is_built(build: Build, tmp_path: Path, name: str) -> None:
    assert build({f"maps/journeys/{name}.yml": MAP})[0] == 0
    assert len([page for page in pages(tmp_path) if page.endswith("read.html")]) == 2
    assert max(len(part) for page in pages(tmp_path) for part in page.split("/")) <= 100


def test_a_title_of_a_page_becomes_no_folder_of_its_length(build: Build, tmp_path: Path) -> None:
    journeys = "".join(f"- title: {title * 3_000}\n  stages: [{{title: A, actions: [x]}}]\n" for title in "bc")
    assert build({"maps/journeys/m.yml": f"journeys:\n{journeys}"})[0] == 0
    assert len([page for page in pages(tmp_path) if page.startswith("journeys/m/")]) == 6


@pytest.mark.parametrize("old", ["a/read.html", "a/index.html", "a/index.json", "x#y", "b" * 300])
def test_an_old_address_that_no_page_can_have_had_leads_nowhere(build: Build, tmp_path: Path, old: str) -> None:
    assert build({"maps/journeys/a.yml": MAP + f'was: ["{old}", former]\n'})[0] == 0
    assert [page for page in pages(tmp_path) if page.startswith("journeys/")] == [
        "journeys/a/index.html", "journeys/a/insights.html", "journeys/a/read.html", "journeys/former/index.html"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("output: ../elsewhere", "leads out"), ("output: .git", "no place"), ("output: .github/workflows", "no place"),
        ("output: themes/site", "no place"), ('output: "a\\0b"', "character"), ('output: "a\\nb"', "character"),
        ('edit_url: "javascript:alert(1)//{path}"', "link-not-allowed"), ("edit_url: //evil.example/{path}", "link-not-allowed"),
        (f'requires: ">={LONG * 20}"', "bad-setting"), ("languages: [en, ../x]", "wrong-type"), ("theme: ../../etc", "wrong-type"),
        (f"languages: [{', '.join(f'a{a}{b}' for a in 'abcdefgh' for b in 'abcdefgh')}]", "at most 40 languages"),
    ],
)  # fmt: skip
def test_a_hostile_setting_stops_the_build(build: Build, tmp_path: Path, setting: str, told: str) -> None:
    code, printed = build({}, f"{setting}\n")
    assert code in (1, 2)
    assert told in printed
    assert "internal error" not in printed
    assert sorted(place.name for place in tmp_path.iterdir() if place.name != ".cjmgen") == ["cjmgen.yml", "maps"]


def test_a_language_is_one_folder_however_it_is_written(build: Build, tmp_path: Path) -> None:
    assert build({}, "languages: [en, pt-BR, pt-br, en]\n")[0] == 0
    assert {page.split("/")[0] for page in pages(tmp_path)} == {"404.html", "brief", "index.html", "journeys", "pt-BR"}


def test_the_edit_link_keeps_a_path_inside_the_path(build: Build, tmp_path: Path) -> None:
    build({'maps/journeys/a b#?%".yml': MAP}, "edit_url: https://example.org/edit/{path}\n")
    assert '"https://example.org/edit/maps/journeys/a%20b%23%3F%25%22.yml"' in (tmp_path / "site/journeys/a-b/index.html").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    "stage",
    [
        f"duration: {LONG} days", f"emotion: {LONG}", f"emotion: {{mean: 1, n: {LONG}}}", f"entry: {LONG}", f"entry: {{people: {LONG}}}",
        f"metrics: [{{title: m, value: {LONG}}}]", f'metrics: [{{title: m, value: "{LONG} %"}}]', "metrics: [{title: m, value: 1e300}]",
        f"pains: [{{title: p, severity: {LONG}}}]", f"touchpoints: [{{title: t, wait: {LONG} days, cost: {LONG} EUR}}]",
    ],
)  # fmt: skip
def test_a_number_beyond_measure_is_no_crash(build: Build, stage: str) -> None:
    code, printed = build({"maps/journeys/a.yml": f"title: T\nstages:\n- title: A\n  {stage}\n"})
    assert code in (0, 1), printed


@pytest.mark.parametrize("id", ["ъ", "ь/ъ", "a/ъ", "abc\\n"])
def test_an_id_that_no_latin_letter_is_left_of_is_told(build: Build, id: str) -> None:
    code, printed = build({"maps/journeys/a.yml": MAP + f'was: ["{id}"]\n'})
    assert code == 1
    assert "bad-id" in printed


OURS = re.compile(r"(?:\.\./)*assets/[a-z/-]+\.js")
"""Scripts of the theme."""


class Seen(HTMLParser):
    """Whatever in a page could run, or load something from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[tuple[str, str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: (value or "").strip().lower() for name, value in attrs}
        if tag in ("script", "iframe", "object", "style", "base", "form") and not OURS.fullmatch(given.get("src", "")):
            self.wrong.append((tag, "", ""))
        for name, value in given.items():
            scheme = value.split("/")[0].split("?")[0].split("#")[0]
            strange = ":" in scheme and not value.startswith(("https://", "http://", "mailto:"))
            if name.startswith("on") or (name in ("href", "src") and (strange or value.startswith(("//", "\\", "/\\")))):
                self.wrong.append((tag, name, value))
            if name in ("src", "srcset", "poster") and "://" in value:
                self.wrong.append((tag, name, value))


POISON = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "{{ 7*7 }}", "</style><style>*{}</style>",
    "[x](javascript:alert(1))", "[x](//evil.example/a)", "![x](http://evil.example/x.png)", "<javascript:alert(1)>",
    "[x](&#106;avascript:alert(1))", "[x](&sol;&sol;evil.example)", "[x](\\\\evil.example)", "[x](/\\evil.example)", "[x](blob:x)",
    "[x][1]\n\n[1]: javascript:alert(1)", "<!--symbols-->", "&lt;script&gt;alert(1)&lt;/script&gt;", "{title} {0.__class__} %s \u202e",
]  # fmt: skip


@pytest.mark.parametrize("text", POISON)
def test_no_text_gets_out_of_its_place_in_a_page(build: Build, tmp_path: Path, text: str) -> None:
    said = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    journey = f"""title: {said}
summary: {said}
personas: [anna]
tags: {{"a\\"b": {said}}}
stages:
- id: a
  title: {said}
  goal: {said}
  description: {said}
  touchpoints: [{{id: t, title: {said}, description: {said}}}]
  actions: [{said}]
  quotes: [{{text: {said}}}]
  pains: [{{title: {said}, severity: high}}]
  opportunities: [{{title: {said}}}]
  policies: [{said}]
  lanes: {{own: [{said}]}}
"""
    files = {"maps/journeys/a.yml": journey, "maps/personas/anna.yml": f"title: {said}\nrole: {said}\nsummary: {said}\ngoals: [{said}]\n"}
    code, printed = build(files, f"notice: {said}\nlanguages: [en, ru]\n")
    assert code == 0, printed
    for page in pages(tmp_path):
        html = (tmp_path / "site" / page).read_text("utf-8")
        seen = Seen()
        seen.feed(html)
        assert not seen.wrong, page
        assert "49" not in html or "{{" not in text
