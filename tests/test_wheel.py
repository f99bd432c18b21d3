"""test_wheel: what gets published is complete: built from the source archive, installed far from the checkout, it makes a sound site."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from cjmgen.formats.forge import GITHUB, GITLAB
from site_check.folder import contents
from site_check.links import broken

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow


CHECKOUT = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")


def run(*command: str | Path, cwd: Path, without: tuple[str, ...] = CHECKOUT) -> str:
    """Run a command without anything of this checkout in its surroundings."""
    environment = {name: value for name, value in os.environ.items() if name not in without}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source archive and not from the checkout."""
    out = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    assert len(list(out.glob("cjmgen-*.tar.gz"))) == 1
    return next(out.glob("cjmgen-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `cjmgen` command of an empty environment with nothing but the wheel and what it asks for."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=True)
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    command = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-c", str(ROOT / "constraints.txt"), str(wheel)]
    # packages that the user's pip has at hand need not be loaded once more
    run(programs / "python", *command, cwd=home, without=(*CHECKOUT, "XDG_CACHE_HOME"))
    return programs / "cjmgen"


def test_the_wheel_holds_every_source_and_theme_file(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    sources = {f"cjmgen/{path}" for path in contents(ROOT / "src" / "cjmgen") if "__pycache__" not in path and "/." not in path}
    themes = {f"cjmgen/themes/{path}" for path in contents(ROOT / "themes")}
    others = {f"cjmgen/{path}" for path in ("docs/problems.md", GITLAB, *GITHUB)}
    assert (sources | themes | others) - held == set()
    assert [name for name in held if not name.startswith(("cjmgen/", "cjmgen-"))] == []


def test_the_installed_command_makes_a_sound_site(installed: Path, tmp_path: Path) -> None:
    run(installed, "new", "demo", cwd=tmp_path)
    run(installed, "build", cwd=tmp_path / "demo")
    site = contents(tmp_path / "demo" / "site")
    assert "index.html" in site
    assert any(path.startswith("journeys/") and path.endswith(".html") for path in site)
    assert broken(site) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_language_starts_a_project_that_builds(installed: Path, tmp_path: Path, language: str) -> None:
    run(installed, "new", "demo", "--lang", language, cwd=tmp_path)
    run(installed, "-C", "demo", "build", cwd=tmp_path)
    assert broken(contents(tmp_path / "demo" / "site")) == []


def test_the_manual_is_on_board(installed: Path, tmp_path: Path) -> None:
    assert "unknown-channel" in run(installed, "explain", "unknown-channel", cwd=tmp_path)
    assert run(installed, "--version", cwd=tmp_path).startswith("cjmgen ")


def test_the_command_line_says_its_help_without_loading_the_rest(installed: Path, tmp_path: Path) -> None:
    code = "import sys; sys.argv = ['cjmgen', '--help']\nfrom cjmgen.shell.cli import main\ntry: main()\nexcept SystemExit: pass\n"
    heavy = run(installed.parent / "python", "-c", code + "print('LOADED', *sorted({m.split('.')[0] for m in sys.modules}))", cwd=tmp_path)
    loaded = set(heavy.rsplit("LOADED", 1)[1].split())
    assert loaded & {"pydantic", "jinja2", "markdown_it", "yaml", "babel"} == set()
