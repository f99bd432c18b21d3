"""text: insights for a terminal: a numbered line each, where to look, and why."""

from collections.abc import Iterator, Sequence

from cjmgen.insight.insight import Insight
from cjmgen.report.insights.teller import Teller
from cjmgen.report.width import safe

_BOLD, _DIM, _GOOD, _BAD = "1", "2", "32;1", "31;1"


def text(found: Sequence[Insight], teller: Teller, color: bool, named: bool, more: int = 0) -> str:
    """The list; `named` says which journey each is about. `more` are left out."""
    blocks = ["\n".join(_block(at, insight, teller, color, named)) for at, insight in enumerate(found, start=1)]
    count = len(found) + more
    last = f"{count} insight{'' if count == 1 else 's'}" + (f"; {more} more with --all" if more else "")
    return "\n\n".join([*blocks, last]) + "\n"


def _block(at: int, insight: Insight, teller: Teller, color: bool, named: bool) -> Iterator[str]:
    style = _GOOD if insight.good else _BAD if insight.severity == 4 else _BOLD
    about = teller.journey(insight) if named else ""
    journey = f"  {_paint(_DIM, safe(about), color)}" if about else ""
    yield f"{at:>3}  {_paint(style, safe(teller.sentence(insight.said)), color)}{journey}"
    if where := teller.where(insight):
        yield f"     {_paint(_DIM, safe(where), color)}"
    for clue in insight.why:
        yield f"     {_paint(_DIM, '·', color)} {safe(teller.sentence(clue.said))}"


def _paint(style: str, words: str, color: bool) -> str:
    return f"\x1b[{style}m{words}\x1b[0m" if color else words
