"""test_house: the law of docs/architecture.md, run: imports, one line of purpose per file, sizes, names, forbidden words."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOUSE = ROOT / "src" / "cjmgen"
SOURCES = sorted(HOUSE.rglob("*.py"))
THEMES = ROOT / "themes"
ASSETS = sorted(path for path in THEMES.rglob("*") if path.suffix in (".css", ".js", ".html", ".jinja", ".j2", ".svg", ".yml"))

FILE_LINES, FUNCTION_LINES = 300, 50
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "handler", "context", "core", "misc"}
TOUCHES_THE_WORLD = {"open", "input", "print", "breakpoint", "exec", "eval", "compile", "__import__"}
READS_THE_DISK = {"read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "rglob", "unlink", "mkdir"}
CLOCKS = {"datetime", "date"}
READS_THE_CLOCK = {"now", "today", "utcnow"}
ASSEMBLED = tuple(
    "".join(parts)
    for parts in (
        ("/wo", "rk/"), ("/tm", "p/lab"), ("/op", "t/pypi"), ("/op", "t/wheels"),
        ("registry.", "npmjs.org"), ("files.python", "hosted.org"),
    )
)  # fmt: skip
"""Addresses of one machine and hosts of registries; put together here so that this file doesn't hold them."""


def named(path: Path) -> str:
    """A file as complaints name it."""
    return path.relative_to(ROOT).as_posix()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment at the repository's root."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_rooms_import_only_from_below() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(config_filename='.importlinter', no_cache=True))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_has_nothing_to_say() -> None:
    done = run("ruff", "check", "--no-cache", "--output-format", "concise")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_a_source_file_opens_with_one_line_of_purpose(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")), clean=False)
    assert docstring, f"{named(path)} doesn't say what it is for"
    name = path.parent.name if path.stem == "__init__" else path.stem
    first = docstring.splitlines()[0]
    assert first.startswith(f"{name}: "), f"{named(path)} should open with '{name}: …'"
    assert first.endswith((".", "?", "!")), f"the first line of {named(path)} should be a sentence"


def test_every_folder_of_sources_says_its_purpose() -> None:
    folders = {path.parent for path in SOURCES}
    assert [named(folder) for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


@pytest.mark.parametrize("path", ASSETS, ids=named)
def test_an_asset_opens_with_a_comment(path: Path) -> None:
    opening = {".css": "/*", ".js": ("//", "/*"), ".yml": "#", ".svg": ("<!--", "<svg")}.get(path.suffix, "{#")
    assert path.read_text("utf-8").startswith(opening), f"{named(path)} should open with a comment that says what it is for"


@pytest.mark.parametrize("path", [*SOURCES, *sorted((ROOT / "tests").rglob("test_*.py"))], ids=named)
def test_a_file_is_not_too_long(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= FILE_LINES, f"{named(path)} has {lines} lines, {FILE_LINES} are the most: split it"


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("path", SOURCES, ids=named)
def test_functions_are_not_too_long(path: Path) -> None:
    long = {f.name: f.end_lineno - f.lineno + 1 for f in functions(ast.parse(path.read_text("utf-8"))) if f.end_lineno}
    assert {name: lines for name, lines in long.items() if lines > FUNCTION_LINES} == {}, f"in {named(path)}: give parts of these a name"


def test_files_are_named_for_what_they_are() -> None:
    everywhere = [*HOUSE.rglob("*"), *THEMES.rglob("*")]
    assert [named(path) for path in everywhere if path.stem.lower() in NO_NAMES] == []


@pytest.mark.parametrize("path", [path for path in SOURCES if "shell" not in path.relative_to(HOUSE).parts], ids=named)
def test_only_the_shell_touches_the_world(path: Path) -> None:
    assert list(_worldly(ast.parse(path.read_text("utf-8")))) == []


def _worldly(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id=name) if name in TOUCHES_THE_WORLD:
                yield f"line {node.lineno}: {name}()"
            case ast.Attribute(attr=name) if name in READS_THE_DISK:
                yield f"line {node.lineno}: .{name}()"
            case ast.Attribute(value=ast.Name(id=who) | ast.Attribute(attr=who), attr=name) if who in CLOCKS and name in READS_THE_CLOCK:
                yield f"line {node.lineno}: {name}()"


def test_what_pages_share_goes_through_the_edition() -> None:
    """What a page reads is noted while it is made. A value kept on the side would be read by the first page that asks, and by no other."""
    kept = {
        path.relative_to(HOUSE).as_posix()
        for path in SOURCES
        if path.relative_to(HOUSE).parts[0] in ("pages", "insight", "atlas") and re.search(r"cached_property|__missing__", path.read_text("utf-8"))
    }
    # of each of these, every page makes its own, or notes what it looks up
    scenes = {f"pages/{room}/scene.py" for room in ("changes", "comparison", "journey")}
    assert kept == {*scenes, "insight/ground.py", "pages/parts/cells.py", "pages/parts/chances.py", "pages/changes/placed.py", "pages/site/edition.py"}


def test_the_architecture_tells_of_every_room() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rooms = sorted({path.relative_to(HOUSE).parts[0].removesuffix(".py") for path in SOURCES} - {"__init__", "__main__"})
    assert [room for room in rooms if f"| `{room}` |" not in page] == [], "these rooms have no line in docs/architecture.md"
    told = re.findall(r"^\| `(\w+)` \|", page, flags=re.MULTILINE)
    assert [room for room in told if room not in rooms] == [], "docs/architecture.md tells of rooms that are not there"


def tracked() -> list[Path]:
    """The files git knows or would take; outside a repository every file that is no build product."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    made = {".venv", "node_modules", "site", "dist", "build"}
    return [path for path in ROOT.rglob("*") if path.is_file() and not made & set(path.relative_to(ROOT).parts)]


def test_no_file_names_the_machine_it_was_written_on() -> None:
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{named(path)}: {word}" for word in ASSEMBLED if word in text]
    assert found == []


def test_every_dependency_of_the_tests_is_pinned() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    names = {re.match(r"[A-Za-z0-9._-]+", one)[0].lower() for one in wanted}  # type: ignore[index]
    pinned = {line.split("==")[0].lower() for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines() if "==" in line}
    assert sorted(names - pinned) == []
