"""trial: an experiment as a whole: each variant against the control, how far it can be trusted, and the verdict."""

from collections.abc import Sequence
from enum import StrEnum

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import NOISE, Estimate, Signal
from cjmgen.numbers.experiment.balance import ALARM, balance
from cjmgen.numbers.experiment.power import POWER, people_for_means, people_for_shares, power_for_means, power_for_shares
from cjmgen.numbers.experiment.uplift import Seen, Uplift, uplift
from cjmgen.numbers.share import Count
from cjmgen.value import dataclass


class Verdict(StrEnum):
    """What can be said of a variant; the value is the end of the words' key."""

    UNBALANCED = "unbalanced"
    """The people were not dealt out as planned: nothing can be said."""
    BETTER = "better"
    WORSE = "worse"
    RUNNING = "running"
    """No difference so far, and the planned number of people isn't reached."""
    NO_GAIN = "no-gain"
    """No difference, and the planned effect lies outside of the interval."""
    UNCLEAR = "unclear"
    """No difference, and the planned effect can't be ruled out either, or none was planned."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What was planned: people in all variants together, the least effect worth seeing, power, and the split.

    The effect is absolute, in the figure's unit (shares: from 0 to 1) and towards the better side, whatever its sign.
    """

    n: int | None = None
    effect: float | None = None
    power: float = POWER
    split: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        sound.whole("a plan", *(() if self.n is None else (self.n,)))
        sound.finite("a plan", () if self.effect is None else (self.effect,))
        sound.level(self.power)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A variant by its position among all, with its uplift, the p-value raised for looks and variants, and the verdict on it."""

    at: int
    uplift: Uplift | None
    p: float | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Trial:
    """All comparisons with the first variant, the test of the split, people now and needed in all, and their power for the planned effect.

    `level` is that of the intervals. `is_early` says that somebody looks before the planned number of people is there. Without a stated
    split an equal one is tested and told, but no verdict hangs on it.
    """

    comparisons: tuple[Comparison, ...]
    balance: Signal | None
    n: int
    level: float
    needed: int | None
    power: float | None
    is_early: bool

    @property
    def verdict(self) -> Verdict:
        """The best that can be said of any variant."""
        order = (Verdict.UNBALANCED, Verdict.BETTER, Verdict.RUNNING, Verdict.UNCLEAR, Verdict.NO_GAIN, Verdict.WORSE)
        return min((each.verdict for each in self.comparisons), key=order.index)


def trial(variants: Sequence[Seen], plan: Plan = Plan(), looks: int = 1, is_lower_better: bool = False) -> Trial | None:  # noqa: B008
    """What a trial says, its control first; None unless there are two variants, a ValueError if they are figures of two kinds.

    Whoever looks several times and stops when it suits finds differences that aren't there. So each p-value is multiplied by the looks
    and by the number of comparisons, and intervals are as much wider: C. E. Bonferroni (1936), who asks neither how looks are spaced nor
    how many were planned, as Pocock's bounds (1977) do.
    """
    if looks < 1 or looks != int(looks):
        raise ValueError(f"a trial: looks are counted from 1, not {looks}")
    if len(variants) < 2:
        return None
    control, *others = variants
    tests, n = looks * len(others), sum(each.n for each in variants)
    split = balance([each.n for each in variants], plan.split)
    effect = abs(plan.effect) * (-1 if is_lower_better else 1) if plan.effect else None
    noise = NOISE / tests
    level = 1 - noise
    judge = _Judge(effect, plan.n is not None and n < plan.n, bool(plan.split) and split is not None and split.p < ALARM, is_lower_better)
    found = tuple(judge.compared(at, uplift(control, other, level), tests) for at, other in enumerate(others, 1))
    if effect is None or not _is_possible(control, effect):
        return Trial(found, split, n, level, None, None, judge.is_early)
    needed = _needed(control, effect, plan.power, noise)
    power = _power(control, effect, min(each.n for each in others), noise)
    return Trial(found, split, n, level, needed and needed * len(variants), power, judge.is_early)


@dataclass(frozen=True, slots=True)
class _Judge:
    """What the verdict on each variant depends on beside its uplift."""

    effect: float | None
    is_early: bool
    is_broken: bool
    is_lower_better: bool

    def compared(self, at: int, found: Uplift | None, tests: int) -> Comparison:
        """A variant with the verdict on it."""
        p = min(1.0, found.signal.p * tests) if found and found.signal else None
        return Comparison(at, found, p, self.verdict(found, p))

    def verdict(self, found: Uplift | None, p: float | None) -> Verdict:
        """What can be said, in this order: a broken split, a difference, too few people, no effect, nothing."""
        if self.is_broken:
            return Verdict.UNBALANCED
        if found and p is not None and p < NOISE:
            return Verdict.BETTER if (found.absolute.value < 0) == self.is_lower_better else Verdict.WORSE
        if self.is_early:
            return Verdict.RUNNING
        return Verdict.NO_GAIN if found and self._is_ruled_out(found.absolute) else Verdict.UNCLEAR

    def _is_ruled_out(self, apart: Estimate) -> bool:
        """Whether all of the interval is worse than the planned effect."""
        if self.effect is None or apart.low is None or apart.high is None:
            return False
        return apart.low > self.effect if self.is_lower_better else apart.high < self.effect


def _is_possible(control: Seen, effect: float) -> bool:
    """Whether the control can change by that much, and has been seen at all."""
    return bool(control.n) and (0 <= control.part + effect <= 1 if isinstance(control, Count) else control.sd > 0)


def _needed(control: Seen, effect: float, power: float, noise: float) -> int | None:
    """People in each variant for the effect upon what the control has shown."""
    if isinstance(control, Count):
        return people_for_shares(control.part, effect, power, noise)
    return people_for_means(control.sd, effect, power, noise)


def _power(control: Seen, effect: float, n: int, noise: float) -> float | None:
    """The power of a comparison with n people in the variant."""
    if isinstance(control, Count):
        return power_for_shares(control.part, effect, control.n, n, noise)
    return power_for_means(control.sd, effect, control.n, n, noise)
