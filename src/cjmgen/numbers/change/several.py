"""several: tests made at once: with twenty stages one looks changed by chance alone, so each p-value is raised for the others.

Source: S. Holm (1979), *A simple sequentially rejective multiple test procedure*. It asks nothing of how the tests hang together.
"""

from collections.abc import Sequence
from dataclasses import replace

from cjmgen.numbers import sound
from cjmgen.numbers.change.step import Step
from cjmgen.numbers.estimate import Signal


def holm(ps: Sequence[float | None]) -> tuple[float | None, ...]:
    """The p-values, raised, in their order; where there was no test, there is none after. To be compared with 0.05 like a single one."""
    made = sorted((p, at) for at, p in enumerate(ps) if p is not None)
    sound.part("a p-value", *(p for p, _ in made))
    raised: list[float | None] = [None] * len(ps)
    least = 0.0
    for passed, (p, at) in enumerate(made):
        least = max(least, min(1.0, p * (len(made) - passed)))
        raised[at] = least
    return tuple(raised)


def together(steps: Sequence[Step | None]) -> tuple[Step | None, ...]:
    """Changes that are looked at side by side, as those of all stages: the same with raised p-values, and so fewer beyond noise."""
    raised = holm([step.signal.p if step and step.signal else None for step in steps])
    return tuple(_raised(step, p) for step, p in zip(steps, raised, strict=True))


def _raised(step: Step | None, p: float | None) -> Step | None:
    if step is None or step.signal is None or p is None:
        return step
    signal = Signal(step.signal.statistic, p, step.signal.method)
    return replace(step, signal=signal, noise=signal.noise)
