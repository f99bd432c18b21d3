"""steps: what a build costs, step by step, on the made-up projects of make.py; `run.py --steps` runs it.

Each size runs in a process of its own. A step's time is the CPU time spent in it and in nothing it calls that is another
step; its memory is how much the process grew meanwhile. `start` is Python and the imports.
"""

import datetime
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import make

HERE = Path(__file__).parent
STEPS = ("start", "read", "validate", "link", "plan", "render", "write")
FUNCTIONS = {
    ("cjmgen.syntax.read", "read"): "read",
    ("cjmgen.shell.disk", "project"): "read",
    ("cjmgen.atlas.mistakes.validate", "validate"): "validate",
    ("cjmgen.pipeline", "load"): "link",
    ("cjmgen.render.page", "render"): "render",
    ("cjmgen.pipeline", "site"): "render",
    ("cjmgen.shell.site_folder", "write"): "write",
}
"""Whose time counts for which step; what `load` does beside reading and validating is linking. Planning is `plan` and every view."""

TODAY = datetime.date(2026, 11, 21)


def grown() -> int:
    """Bytes of memory this process holds now, or 0 where nobody says."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0


def peak() -> int:
    """Most bytes this process ever held."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


class Stopwatch:
    """Adds up CPU time and growth by step; while an inner step runs, the outer one waits."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.taken: dict[str, int] = defaultdict(int)
        self.running = ["start"]
        self.clock, self.memory = 0.0, 0

    def lap(self) -> None:
        """Book what passed since the last lap to the step that runs."""
        clock, memory = time.process_time(), grown()
        self.spent[self.running[-1]] += clock - self.clock
        self.taken[self.running[-1]] += memory - self.memory
        self.clock, self.memory = clock, memory

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Book what happens inside to a step."""
        self.lap()
        self.running.append(name)
        try:
            yield
        finally:
            self.lap()
            self.running.pop()

    def timed(self, function: Callable[..., Any], step: str) -> Callable[..., Any]:
        """The function, booked to a step."""

        @wraps(function)
        def run(*arguments: Any, **named: Any) -> Any:
            with self.step(step):
                return function(*arguments, **named)

        return run


def instrument(watch: Stopwatch) -> None:
    """Put the stopwatch around the functions, in every module that has them by name."""
    from importlib import import_module

    from cjmgen.pages import plan

    planned = plan.plan

    def plan_with_timed_views(*given: Any) -> Any:
        made = planned(*given)
        return replace(made, by_path={page.path: replace(page, view=watch.timed(page.view, "plan")) for page in made.pages})

    _everywhere("plan", planned, watch.timed(plan_with_timed_views, "plan"))
    for (module, name), step in FUNCTIONS.items():
        original = getattr(import_module(module), name)
        _everywhere(name, original, watch.timed(original, step))


def _everywhere(name: str, original: Callable[..., Any], instead: Callable[..., Any]) -> None:
    for loaded in [each for path, each in sys.modules.items() if path.split(".")[0] == "cjmgen"]:
        if getattr(loaded, name, None) is original:
            setattr(loaded, name, instead)


def measure(project: Path) -> None:
    """Build a project in this process and print what each step took, as JSON."""
    from cjmgen import pipeline
    from cjmgen.shell import bundled, disk, site_folder

    gc.set_threshold(100_000, 20, 20)  # as the command line does
    watch = Stopwatch()
    instrument(watch)
    watch.lap()
    with watch.step("read"):
        files = disk.project(project).value
    loaded = pipeline.load(files, TODAY)
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    if errors:
        raise SystemExit(f"the made-up project is broken: {errors[0]}")
    theme = pipeline.dress(loaded.value, bundled.themes(), files).value
    site = pipeline.site(loaded.value, theme, files)
    written = site_folder.write(site_folder.as_files(site, loaded.value.settings.languages), project / "site")
    watch.lap()
    pages = sum(1 for path in site if path.endswith(".html"))
    print(json.dumps({"spent": watch.spent, "taken": watch.taken, "peak": peak(), "files": written.files, "pages": pages}))


def table(journeys: int, result: dict[str, Any]) -> str:
    """The figures of one size as a table."""
    lines = [f"{journeys} journeys, {result['pages']} pages, {result['files']} files"]
    lines.append(f"{'step':10}{'CPU s':>9}{'ms/journey':>12}{'grew MB':>9}")
    for step in STEPS:
        spent, taken = result["spent"].get(step, 0.0), result["taken"].get(step, 0)
        lines.append(f"{step:10}{spent:9.2f}{'' if step == 'start' else format(1000 * spent / journeys, '.2f'):>12}{taken / 1e6:9.1f}")
    work = sum(result["spent"].values()) - result["spent"].get("start", 0.0)
    lines.append(f"{'all':10}{work:9.2f}{1000 * work / journeys:12.2f}{result['peak'] / 1e6:9.1f} peak")
    return "\n".join(lines)


def main(sizes: list[int]) -> None:
    """Measure every size in a process of its own, and print the tables and what a journey costs in memory."""
    peaks: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as folder:
        for journeys in sizes:
            project = Path(folder) / str(journeys)
            size = make.write(journeys, project, "1")
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent / "src"), str(HERE)]), "PYTHONHASHSEED": "0"}
            command = [sys.executable, str(HERE / "steps.py"), "--measure", str(project)]
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
            result = json.loads(done.stdout)
            peaks[journeys] = result["peak"]
            print(f"{table(journeys, result)}\n{size / journeys / 1000:.1f} KB of YAML a journey\n", flush=True)
    if len(peaks) > 1:
        small, large = min(peaks), max(peaks)
        print(f"memory: {(peaks[large] - peaks[small]) / (large - small) / 1000:.0f} KB a journey (peak at {large} less peak at {small})")


if __name__ == "__main__" and sys.argv[1:2] == ["--measure"]:
    measure(Path(sys.argv[2]))
