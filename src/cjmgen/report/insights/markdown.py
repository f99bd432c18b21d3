"""markdown: insights for a comment or a document."""

from collections.abc import Iterator, Sequence

from cjmgen.insight.insight import Insight
from cjmgen.report.insights.teller import Teller
from cjmgen.report.review.escape import code, escape

LONGEST = 600
"""Most characters of a sentence: titles are texts of strangers."""


def markdown(found: Sequence[Insight], teller: Teller, named: bool, more: int = 0) -> str:
    """A numbered list, the reasons of each below it."""
    lines = [line for at, insight in enumerate(found, start=1) for line in _item(at, insight, teller, named)]
    count = len(found) + more
    last = f"{count} insight{'' if count == 1 else 's'}" + (f", {more} of them not shown" if more else "")
    return "\n".join([*lines, *([""] if lines else []), last]) + "\n"


def _item(at: int, insight: Insight, teller: Teller, named: bool) -> Iterator[str]:
    where = teller.where(insight)
    said = f"**{escape(teller.sentence(insight.said), LONGEST)}**"
    journey = f" {escape(teller.journey(insight))}" if named else ""
    yield f"{at}. {said}{journey}" + (f" ({code(where)})" if where else "")
    for clue in insight.why:
        yield f"   - {escape(teller.sentence(clue.said), LONGEST)}"
