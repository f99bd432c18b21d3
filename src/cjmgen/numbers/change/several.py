"""several: tests made at once: with twenty stages one looks changed by chance alone, so each p-value is raised for the others.

Source: S. Holm (1979), *A simple sequentially rejective multiple test procedure*. It asks nothing of how the tests hang together.
"""

from collections.abc import Sequence

from cjmgen.numbers import sound


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
