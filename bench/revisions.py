"""revisions: how long `cjmgen diff` takes between two commits of N made-up maps, 20 of them edited, with nothing remembered and afterwards.

usage: python bench/revisions.py [N] [--rounds R]     (default: 1000, three rounds)
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import layouts
from builders import environment
from stopwatch import Run, machine, run

EDITED = 20


def laid_out(count: int, place: Path) -> None:
    """A repository with two commits; in the second some touchpoints feel otherwise, are called otherwise and say something else."""
    layouts.cjmgen(count, place)
    _git(place, "init", "--quiet")
    _commit(place, "One")
    for number, file in enumerate(sorted((place / "maps" / "journeys").iterdir())[:EDITED]):
        text = file.read_text("utf-8")
        for field, value in (("title", f"Renamed {number}"), ("description", f"Edited {number}"), ("emotion", "0.5")):
            text = re.sub(rf"(?m)^(        {field}): .*$", rf"\1: {value}", text, count=1)
        file.write_text(text, "utf-8")
    _commit(place, "Two")


def _commit(place: Path, said: str) -> None:
    _git(place, "add", ".")
    _git(place, "-c", "user.name=bench", "-c", "user.email=bench@example.org", "commit", "--quiet", "--message", said)


def _git(place: Path, *words: str) -> None:
    subprocess.run(["git", "-C", os.fspath(place), *words], check=True)


def compared(place: Path) -> Run:
    """One comparison."""
    return run([sys.executable, "-m", "cjmgen", "-C", os.fspath(place), "diff", "HEAD~1", "HEAD"], environment())


def main(count: int, rounds: int) -> None:
    """Print medians."""
    cold, warm = [], []
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        laid_out(count, place)
        for _ in range(rounds):
            shutil.rmtree(place / ".cjmgen", ignore_errors=True)
            cold.append(compared(place))
            warm.append(compared(place))
    print(f"{count} maps, {EDITED} edited, {machine()}")
    for name, runs in (("nothing remembered", cold), ("afterwards", warm)):
        wall, cpu = (statistics.median(getattr(each, what) for each in runs) for what in ("wall", "cpu"))
        print(f"  {name}: {wall:.2f} s ({cpu:.2f} of CPU), {max(each.peak for each in runs) / 1e6:.0f} MB")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", metavar="N", default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    main(given.count, given.rounds)
