"""invented: the site of a project that bench/make.py made up, for what only shows with many journeys."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def site_of(journeys: int, folder: Path, languages: str = "en, ru") -> Path:
    """Invent a project of so many journeys in a folder and build it in these languages; where its site is."""
    _run(str(ROOT / "bench" / "make.py"), str(journeys), str(folder / "project"))
    settings = folder / "project" / "cjmgen.yml"
    text = settings.read_text("utf-8")
    assert "languages: [en, ru]" in text
    settings.write_text(text.replace("languages: [en, ru]", f"languages: [{languages}]"), "utf-8")
    _run("-m", "cjmgen", "-C", str(folder / "project"), "build", "--output", str(folder / "site"), "--today", "2026-11-21")
    return folder / "site"


def _run(*arguments: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
