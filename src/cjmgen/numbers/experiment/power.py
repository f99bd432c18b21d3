"""power: how many people it takes to see an effect, and how likely as many as there are would see it.

The effect is the planned one, never the one observed: power computed from the result says nothing that its p-value doesn't (J. M. Hoenig
and D. M. Heisey, 2001, *The abuse of power*).

Sources: J. L. Fleiss, B. Levin and M. C. Paik (2003), *Statistical Methods for Rates and Proportions*, 4.2, without correction, for
shares; W. C. Guenther (1981), *Sample size formulas for normal theory t tests*, for means.
"""

import math

from cjmgen.numbers import sound
from cjmgen.numbers.estimate import NOISE
from cjmgen.numbers.law import normal

POWER = 0.8
"""The part of the trials with a true effect that should see it, unless the plan says so."""


def people_for_shares(control: float, effect: float, power: float = POWER, noise: float = NOISE, ratio: float = 1) -> int | None:
    """People in the control so that a share of `control` plus `effect` (0 to 1) is seen; the variant has `ratio` times as many.

    None for an effect of 0, or so small that no number of people would do; a ValueError if a share would leave 0 … 1.
    """
    _sound(power, noise, ratio)
    sound.part("a planned share", control, control + effect)
    if not effect:
        return None
    variant = control + effect
    pooled = (control + ratio * variant) / (1 + ratio)
    alike = normal.factor(1 - noise) * math.sqrt(_spread(pooled) * (1 + 1 / ratio))
    apart = normal.quantile(power) * math.sqrt(_spread(control) + _spread(variant) / ratio)
    far = (alike + apart) / effect
    return _whole(far * far)


def people_for_means(sd: float, effect: float, power: float = POWER, noise: float = NOISE, ratio: float = 1) -> int | None:
    """People in the control so that means `effect` apart, in the unit of the deviation, are seen as such; None as for shares."""
    _sound(power, noise, ratio)
    sound.positive("a deviation", sd)
    sound.finite("an effect", (effect,))
    if not effect:
        return None
    z = normal.factor(1 - noise)
    far = (z + normal.quantile(power)) * sd / effect
    n = _whole((1 + 1 / ratio) * far * far + z * z / 4)
    return None if n is None else max(2, n)


def power_for_shares(control: float, effect: float, n_control: int, n_variant: int, noise: float = NOISE) -> float | None:
    """How likely the z-test sees that effect with so many people, from 0 to 1; None of nobody or an effect of 0."""
    sound.whole("a variant", n_control, n_variant)
    sound.part("a planned share", control, control + effect)
    if not n_control or not n_variant or not effect:
        return None
    variant = control + effect
    pooled = (n_control * control + n_variant * variant) / (n_control + n_variant)
    alike = math.sqrt(_spread(pooled) * (1 / n_control + 1 / n_variant))
    apart = math.sqrt(_spread(control) / n_control + _spread(variant) / n_variant)
    over = abs(effect) - normal.factor(1 - noise) * alike
    return normal.below(over / apart) if apart else float(over > 0)


def power_for_means(sd: float, effect: float, n_control: int, n_variant: int, noise: float = NOISE) -> float | None:
    """How likely a test of means sees that effect with so many people, by the normal law; None of nobody or an effect of 0."""
    sound.whole("a variant", n_control, n_variant)
    sound.positive("a deviation", sd)
    sound.finite("an effect", (effect,))
    if not n_control or not n_variant or not effect:
        return None
    return normal.below(abs(effect) / (sd * math.sqrt(1 / n_control + 1 / n_variant)) - normal.factor(1 - noise))


def _whole(people: float) -> int | None:
    return math.ceil(people) if math.isfinite(people) else None


def _spread(share: float) -> float:
    return share * (1 - share)


def _sound(power: float, noise: float, ratio: float) -> None:
    sound.level(power)
    sound.level(noise)
    sound.positive("a ratio", ratio)
