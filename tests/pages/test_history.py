"""test_history: the charts of a journey's past, of few revisions and of many."""

import datetime

import pytest

from cjmgen.atlas.cards.card import Coverage
from cjmgen.diff.effect import Figures
from cjmgen.diff.history.tale import Moment, Revision
from cjmgen.pages.history.chart import FEW, charts

DAY = datetime.date(2026, 11, 21)


def moments(*scores: float | None) -> list[Moment]:
    """Revisions with these scores."""
    return [Moment(Revision(str(at), "", "Olga", DAY), Figures(score, None, 0, Coverage()), 1) for at, score in enumerate(scores)]


def test_each_of_few_revisions_has_its_dot() -> None:
    (chart,) = charts(moments(-2, 0, 2))
    assert [(dot.number, dot.x, dot.tone) for dot in chart.dots] == [(1, 16.67, "neg"), (2, 50, ""), (3, 83.33, "pos")]
    assert chart.dots[0].y > chart.dots[1].y == 50 > chart.dots[2].y
    assert (chart.first, chart.last, chart.zero) == (-2, 2, 60)


def test_of_many_only_those_that_stand_out() -> None:
    scores = [0.5] * (FEW + 10)
    scores[7], scores[9] = -1.0, 1.5
    (chart,) = charts(moments(*scores))
    assert [dot.number for dot in chart.dots] == [1, 8, 10, FEW + 10]
    assert len(chart.points) == FEW + 10


@pytest.mark.parametrize("scores", [(), (1.0,), (None, 1.0, None)])
def test_one_figure_is_no_chart(scores: tuple[float | None, ...]) -> None:
    assert list(charts(moments(*scores))) == []
