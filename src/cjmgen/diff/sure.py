"""sure: which of all figures that a comparison tells of differ by more than noise, when all of them are looked at together."""

from collections.abc import Iterable

from cjmgen.numbers.change.several import together
from cjmgen.numbers.change.step import Step
from cjmgen.numbers.estimate import Estimate, Noise


class Sure:
    """The tests of a comparison, raised for each other. What is told in two places, as a metric and as a step, was tested once."""

    def __init__(self, tests: Iterable[Step | None]) -> None:
        made = {_name(test): test for test in tests if test}
        self._tested = sum(test.signal is not None for test in made.values())
        self._noise: dict[tuple[Estimate, Estimate], Noise] = {}
        for name, raised in zip(made, together(list(made.values())), strict=True):
            if raised:
                self._noise[name] = raised.noise

    @property
    def tested(self) -> int:
        """How many figures were tested together."""
        return self._tested

    def of(self, test: Step | None) -> Noise:
        """Whether what was tested is more than noise; unknown where there was nothing to test."""
        return self._noise.get(_name(test), Noise.UNKNOWN) if test else Noise.UNKNOWN


def _name(test: Step) -> tuple[Estimate, Estimate]:
    return test.before, test.after
