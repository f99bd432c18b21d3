"""backing: how much evidence stands behind a claim, by how many people said so and how long ago.

What one piece of evidence weighs is cjmgen's own convention, as there is no standard for it: a share that rises with n, times what is left
of the piece at its age. The rise is borrowed: n people find the share 1 - (1 - 0.31)ⁿ of what there is to be found, so that the first few
count most and a survey of thousands does not outweigh all else. Source of the rise: J. Nielsen and T. K. Landauer (1993), *A mathematical
model of the finding of usability problems*, with the mean of their eleven projects; Nielsen (2000) rounds it to 85 % for five people.

Age goes in the steps that pages show and not smoothly: a page then changes on the days on which it says something else, and no figure
pretends to know how much less a finding holds after a week.
"""

import math
from collections.abc import Iterable, Mapping

from cjmgen.numbers import sound

FOUND = 0.31
"""The share of all there is to be found that one person finds."""

LEFT: Mapping[str, float] = {"fresh": 1.0, "due": 0.5, "expired": 0.0}
"""What is left of a piece of evidence: all, half in the last quarter of the time that it is valid for, and nothing after that."""


def found(n: float) -> float:
    """The share of what there is to be found that n people find, 0 … 1."""
    sound.finite("backing", (n,))
    if n < 0:
        raise ValueError("backing: there are no people below 0")
    return 1.0 - math.pow(1.0 - FOUND, n)


def backing(pieces: Iterable[tuple[float, float]]) -> float:
    """How much stands behind a claim, 0 … 1: pieces are the share that each one's people find, and what is left of it at its age.

    Pieces are taken as independent of one another: what is missing is what all of them miss. So five people who were asked at once
    weigh what two and three weigh who were asked apart.
    """
    missed = 1.0
    for part, left in pieces:
        sound.part("backing", part, left)
        missed *= 1.0 - part * left
    return 1.0 - missed
