"""test_groups: groups side by side: each beside the rest as two shares are, and the farthest two with all pairs allowed for."""

import random

import pytest
from scipy import stats

from cjmgen.numbers.change.groups import MOST, beside_rest, farthest
from cjmgen.numbers.change.several import together
from cjmgen.numbers.change.step import Counted, estimated
from cjmgen.numbers.estimate import Estimate, Noise
from cjmgen.numbers.mean import Sample
from cjmgen.numbers.share import Count


def test_each_group_beside_the_rest_is_a_test_of_two_shares() -> None:
    counts = [Count(40, 200), Count(90, 300), Count(70, 250)]
    for at, found in enumerate(beside_rest(counts)):
        rest = [each for other, each in enumerate(counts) if other != at]
        k, n = sum(each.k for each in rest), sum(each.n for each in rest)
        table = [[counts[at].k, counts[at].n - counts[at].k], [k, n - k]]
        assert found is not None
        assert found.signal is not None
        assert found.signal.p == pytest.approx(stats.chi2_contingency(table, correction=False).pvalue)
        assert (found.before.n, found.after.n) == (n, counts[at].n)


def test_a_group_alone_or_of_nobody_is_beside_nothing() -> None:
    assert beside_rest([Count(3, 9)]) == (None,)
    assert beside_rest([Count(0, 0), Count(3, 9)]) == (None, None)
    assert beside_rest([]) == ()


def test_of_many_equal_groups_hardly_ever_one_is_told() -> None:
    """All groups are of one kind, so what is called more than noise is wrong; Holm keeps that below one time in twenty."""
    dice = random.Random(1979)
    wrong = 0
    for _ in range(200):
        counts = [Count(sum(dice.random() < 0.3 for _ in range(80)), 80) for _ in range(8)]
        wrong += any(step and step.noise is Noise.BEYOND for step in together(beside_rest(counts)))
    assert wrong <= 16


def groups(*counted: Counted) -> list[tuple[Estimate, Counted | None]]:
    return [(found, each) for each in counted if (found := estimated(each))]


def test_the_farthest_two_are_tested_among_all_pairs() -> None:
    two, five = groups(Count(40, 200), Count(58, 200)), groups(Count(40, 200), *[Count(49, 200)] * 3, Count(58, 200))
    assert [found[2].noise for found in (farthest(two), farthest(five)) if found] == [Noise.BEYOND, Noise.WITHIN]
    found = farthest(groups(Sample(4.5, 1, 50), Sample(3.0, 1, 50), Sample(4.0, 1, 50)))
    assert found is not None
    assert (found[0], found[1], found[2].noise) == (1, 0, Noise.BEYOND)


def test_where_nobody_can_tell_nothing_is_told() -> None:
    bare = [(Estimate(each, each - 0.1, each + 0.1, 50, "mover"), None) for each in (1.0, 2.0, 3.0)]
    found = farthest(bare[:2])
    assert found is not None
    assert found[2].noise is Noise.BEYOND
    assert farthest(bare) is None
    assert farthest([(Estimate(1, None, None, 0, "given"), None)]) is None
    assert farthest(groups(Count(1, 4), Count(1, 4))) is None
    assert farthest(groups(*[Count(at, 100) for at in range(MOST + 1)])) is None
