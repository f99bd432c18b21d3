"""insights: what follows from a journey for machines, the most valuable first."""

from cjmgen.insight.record import record
from cjmgen.pages.insights import INSIGHTS
from cjmgen.pages.parts.follows import insights_of
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.twin import Fields, twin


def data(edition: Edition, id: str) -> Fields:
    """The insights of a journey."""
    return {"insights": [record(each) for each in edition.latest(insights_of, id)]}


INSIGHTS_DATA = twin(INSIGHTS, data)
