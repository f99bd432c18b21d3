"""test_docs: the manual is complete and true: every code, option and key is in it, every example does what it says."""

import dataclasses
import datetime
import json
import os
import re
import struct
import tomllib
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest

import cjmgen
from cjmgen import Tree, load
from cjmgen.atlas.cards.card import Coverage
from cjmgen.atlas.telling import Telling
from cjmgen.model.kinds import KINDS, model_of
from cjmgen.pages.plan import KINDS as PAGES
from cjmgen.pipeline import tried
from cjmgen.problem import CODES, Place, Span, problem
from cjmgen.render.contract import FILTERS, MARK, contract, view_of
from cjmgen.render.dress import dress
from cjmgen.render.filters import filters
from cjmgen.render.theme import Theme
from cjmgen.report.as_json import as_json
from cjmgen.report.explain import sections
from cjmgen.report.reference import reference
from cjmgen.report.spot import find
from cjmgen.report.text import text
from cjmgen.shell import bundled
from cjmgen.shell.group import COMMANDS

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
TODAY = datetime.date(2026, 10, 15)
THEMES = bundled.themes()
PROBLEMS = sections((DOCS / "problems.md").read_text("utf-8"))


def png() -> bytes:
    """A picture of one grey pixel."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


JOURNEY = "maps/journeys/first-pair.yml"
BASE = {
    "cjmgen.yml": b"title: Northstep journeys\n",
    JOURNEY: b"title: Buying the first pair\npersonas: [anna]\nstages:\n- {title: Decision, touchpoints: [Size guide]}\n",
    "maps/journeys/size-guide.png": png(),
    "maps/personas/anna.yml": b"title: Anna\nrole: First-time buyer\n",
    "maps/teams.yml": b"e-commerce: {title: E-commerce}\nmarketing: {title: Marketing}\n",
    "maps/evidence/interviews-2026-09.yml": b"{title: Interviews, kind: interview, n: 14, date: 2026-09-20, valid_for: 12 months}\n",
    "maps/metrics/csat.yml": b"{title: CSAT, type: csat, value: 4.4}\n",
}
"""The project the examples of docs/problems.md are files of."""


def titled(title: str) -> dict[str, bytes]:
    return {JOURNEY: f"title: {title}\npersonas: [anna]\nstages: [{{title: Decision, touchpoints: [Size guide]}}]\n".encode()}


IN_WORDS: dict[str, dict[str, bytes]] = {
    "no-project": {},
    "not-utf-8": {JOURNEY: "title: Покупка\n".encode("cp1251")},
    "control-character": titled("Buying\x1b[31m"),
    "file-too-large": {JOURNEY: b"title: Buying\n# " + b"x" * 3_000_000 + b"\n"},
    "too-deep": {JOURNEY: b"title: Buying\nstages: " + b"[" * 1000 + b"\n"},
    "too-many-nodes": {JOURNEY: b"title: Buying\nstages:\n" + b"- a\n" * 300_000},
    "no-libyaml": {},
    "text-too-long": titled("x" * 5000),
}
"""Wrong files that no page could show, by code."""

ELSEWHERE = {
    "no-project": "tests/shell: a folder without settings never becomes a tree",
    "events-match-nothing": "tests/shell/test_pull.py: only pull looks at events",
    "no-libyaml": "tests/syntax: it depends on how PyYAML was installed",
}


def codes(files: dict[str, bytes]) -> dict[str, str]:
    """The codes found in these files as part of the project, each with the severity of one that has it."""
    project = Tree.of({**BASE, **files})
    loaded = load(project, TODAY)
    dressed = dress(loaded.value, THEMES, project)
    found = (*loaded.problems, *dressed.problems, *tried(loaded.value, dressed.value))
    return {problem.code: problem.severity for problem in found if not files or problem.place.file in files}


def examples(code: str) -> Iterator[dict[str, bytes]]:
    """The files of the wrong example and those of the right one; none for one that is told in words."""
    wrong, right = re.split(r"^Right: ?", PROBLEMS[code].split("Wrong:", 1)[1], flags=re.MULTILINE)
    for part in (wrong, right):
        fences = re.findall(r"^```\w+ ?(\S*)\n(.*?)^```$", part, re.MULTILINE | re.DOTALL)
        yield {name or JOURNEY: content.encode() for name, content in fences}


def test_every_code_has_its_section() -> None:
    assert sorted(PROBLEMS) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_section_says_severity_reason_wrong_and_right(code: str) -> None:
    assert PROBLEMS[code].startswith(f"*{CODES[code]}* · ")
    assert re.search(r"^Wrong:.*^Right:", PROBLEMS[code], re.MULTILINE | re.DOTALL)


def test_the_project_of_the_examples_is_sound() -> None:
    assert codes({}) == {}


@pytest.mark.parametrize("code", [code for code in CODES if code not in ELSEWHERE])
def test_the_wrong_example_is_wrong_and_the_right_one_right(code: str) -> None:
    wrong, right = examples(code)
    assert code in codes(wrong or IN_WORDS[code])
    found = codes(right)
    assert code not in found
    assert "error" not in found.values()


def test_the_reference_is_up_to_date() -> None:
    place = DOCS / "reference.md"
    if not place.exists() and os.environ.get("CI") != "true":
        place.write_text(reference(), "utf-8")
    assert place.read_text("utf-8") == reference(), "delete docs/reference.md and run this test again: it is written anew"


def test_the_contract_of_templates_is_up_to_date(request: pytest.FixtureRequest) -> None:
    place = DOCS / "theming.md"
    written, mark, _ = place.read_text("utf-8").partition(MARK)
    page = written.rstrip() + "\n\n" + contract(Theme.read(THEMES.under("default")).value)
    if request.config.getoption("--update") or (not mark and os.environ.get("CI") != "true"):
        place.write_text(page, "utf-8")
    assert place.read_text("utf-8") == page, "run this test with --update: it writes the generated part of docs/theming.md anew"


def test_the_contract_names_every_page_template_field_and_filter() -> None:
    page = (DOCS / "theming.md").read_text("utf-8")
    theme = Theme.read(THEMES.under("default")).value
    assert set(FILTERS) == set(filters(theme.speaker("en")))
    for kind in (kind for group in PAGES for kind in group if kind.template):
        section = re.search(rf"^### {kind.name}\n(.*?)(?=^##)", page, re.MULTILINE | re.DOTALL)
        assert section, f"docs/theming.md has no section on {kind.name}"
        assert f"`{kind.template}`" in section[1]
        for field in dataclasses.fields(view_of(kind)):
            assert f"| `{field.name}` |" in section[1], f"{kind.name}: {field.name}"


def test_every_token_of_the_theme_is_in_the_manual() -> None:
    page = (DOCS / "theming.md").read_text("utf-8").partition("## Tokens")[2].partition("## Icons")[0]
    told = set(re.findall(r"`--([a-z0-9-]+)`", page))
    for name, first, last in re.findall(r"`--([a-z]+)(\d)` … `--\1(\d)`", page):
        told |= {f"{name}{number}" for number in range(int(first), int(last) + 1)}
    told |= {f"{name}-{part}" for name in ("bad", "good", "act") for part in ("fill", "tint")}
    tokens = set(re.findall(r"^\s*--([a-z0-9-]+):", (ROOT / "themes/default/assets/style/00-tokens.css").read_text("utf-8"), re.MULTILINE))
    assert tokens - told <= {"n"}, "these tokens are missing in docs/theming.md; --n is the number of a map's stages"
    assert told - tokens == set()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_key_is_described(kind: object) -> None:
    name = kind.name  # type: ignore[attr-defined]
    schema = model_of(name).model_json_schema()
    for model, part in {name: schema, **schema.get("$defs", {})}.items():
        for key, field in part.get("properties", {}).items():
            assert field.get("description", "").endswith((".", "?", ")")), f"{model}.{key} has no description"
    assert f"\n### {name}\n" in reference()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name: str) -> None:
    manual = (DOCS / "commands.md").read_text("utf-8")
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", manual, re.MULTILINE | re.DOTALL)
    assert section, f"docs/commands.md has no section on {name}"
    command = getattr(import_module(f"cjmgen.shell.{name}"), name)
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            shared = parameter.opts[0] in ("-C", "--color")
            assert f"`{parameter.opts[0]}" in (manual if shared else section[1]), f"{name} {parameter.opts[0]} is not documented"


def test_help_says_the_same_as_the_commands() -> None:
    for name, line in COMMANDS.items():
        command = getattr(import_module(f"cjmgen.shell.{name}"), name)
        assert command.help, name
        assert line.endswith(".")


def test_the_example_of_both_formats_is_real() -> None:
    manual = (DOCS / "commands.md").read_text("utf-8")
    found = problem("unknown-channel", "there is no channel 'instagramm'", Place(JOURNEY, Span(48, 16, 10)), "did you mean 'instagram'?")
    findings = find([found], Tree.of({JOURNEY: b"\n" * 47 + b"      channel: instagramm\n"}))
    told = Telling(312, {"en": 312, "ru": 298})
    assert text(findings, 14).rsplit("\n\n", 1)[0] in manual
    claims = Coverage(18, 4, 2, 14.6)
    assert text([], 14, telling=told, claims=claims) in manual
    shown = re.search(r"^```json\n(.*?)^```", manual, re.MULTILINE | re.DOTALL)
    assert shown
    assert json.loads(shown[1]) == json.loads(as_json(findings, 14, told, claims))


def slug(heading: str) -> str:
    """A heading's address as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    plain = re.sub(r"^(`{3,}).*?^\1$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    found: set[str] = set()
    for heading in re.findall(r"^#+ (.+?)\s*$", plain, re.MULTILINE):
        name, number = slug(heading), 0
        while (name if not number else f"{name}-{number}") in found:
            number += 1
        found.add(name if not number else f"{name}-{number}")
    return found


@pytest.mark.parametrize("page", [*sorted(DOCS.glob("*.md")), *sorted(ROOT.glob("*.md"))], ids=lambda page: page.name)
def test_links_of_the_manual_lead_somewhere(page: Path) -> None:
    plain = re.sub(r"^(`{3,}).*?^\1$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", plain):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, fragment = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        assert goal.exists(), f"{page.name} links {target}"
        if fragment:
            assert fragment in anchors(goal), f"{page.name} links {target}"


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == cjmgen.__version__


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    page = (DOCS / "dependencies.md").read_text("utf-8").lower()
    for requirement in project["dependencies"]:
        assert f"[{re.split(r'[<>=]', requirement)[0]}](" in page
    for extra in project["optional-dependencies"]:
        assert f"| `{extra}` |" in page


def test_the_public_surface_is_what_it_says() -> None:
    for name in cjmgen.__all__:
        assert getattr(cjmgen, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'bild'"):
        getattr(cjmgen, "bild")  # noqa: B009
