"""rounds: every builder in turn, a round as often as wanted; what is compared is compared within a round, as machines drift."""

import math
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from builders import Builder, environment
from stopwatch import Run, run

SCENES = ("start-up", "cold", "unchanged", "text edit", "title edit", "theme edit")


@dataclass
class Figures:
    """By scene and builder what each round took."""

    runs: dict[tuple[str, str], list[Run]] = field(default_factory=lambda: defaultdict(list))

    def wall(self, scene: str, builder: str) -> float:
        """The median time on the clock."""
        return statistics.median(one.wall for one in self.runs[scene, builder])

    def cpu(self, scene: str, builder: str) -> float:
        """The median CPU time."""
        return statistics.median(one.cpu for one in self.runs[scene, builder])

    def peak(self, builder: str) -> int:
        """The most memory of any run."""
        return max(one.peak for (_, name), runs in self.runs.items() if name == builder for one in runs)

    def ratio(self, scene: str, builder: str, other: str) -> tuple[float, float]:
        """The medians of the ratios of the rounds: on the clock, and of CPU time, which suffers less from what else goes on."""
        pairs = list(zip(self.runs[scene, builder], self.runs[scene, other], strict=True))
        return statistics.median(one.wall / two.wall for one, two in pairs), statistics.median(one.cpu / two.cpu for one, two in pairs)


def measured(those: list[Builder], count: int, rounds: int, folder: Path) -> Figures:
    """All scenes for so many maps."""
    figures = Figures()
    for builder in those:
        builder.lay_out(count, folder / builder.layout)
    for number in range(rounds):
        for scene in SCENES:
            for builder in those:
                _tell(f"{count} maps, round {number + 1} of {rounds}: {scene}, {builder.name}")
                figures.runs[scene, builder.name].append(_scene(scene, builder, folder / builder.layout))
    _tell("")
    return figures


def _tell(what: str) -> None:
    """Say on a terminal what is going on."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{what}")
        sys.stderr.flush()


def _scene(scene: str, builder: Builder, place: Path) -> Run:
    if scene == "start-up":
        return run(builder.start, environment())
    if scene == "cold":
        builder.forget(place)
    if scene.endswith(" edit"):
        builder.edit(scene.removesuffix(" edit"), place)
    return run(builder.build(place), environment())


def growth(small: Figures, large: Figures, times: float, those: list[Builder]) -> Iterator[tuple[str, str, float]]:
    """By scene and builder the exponent of growth: 1 where ten times the maps take ten times as long."""
    for scene in SCENES[1:]:
        for builder in those:
            yield scene, builder.name, math.log(large.wall(scene, builder.name) / small.wall(scene, builder.name)) / math.log(times)
