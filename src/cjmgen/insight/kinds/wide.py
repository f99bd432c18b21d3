"""wide: what follows for channels and personas, over all current journeys, rather than for one journey."""

from collections.abc import Iterable

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.insight import Insight, Insights
from cjmgen.insight.kinds.channels import of_channel
from cjmgen.insight.kinds.personas import of_persona
from cjmgen.insight.portfolio.reach import reaches


def wide(atlas: Atlas) -> Insights:
    """All of it: channel by channel, then persona by persona, whose page tells as well which of their channels we are not in."""
    for id, reach in reaches(atlas.journeys.values(), atlas.channels).items():
        yield from (each for each in of_channel(atlas, id, reach) if not each.said.key.startswith("insight.channel.in_vain"))
    for id in atlas.personas:
        yield from of_persona(atlas, id)


def only_once(found: Iterable[Insight]) -> tuple[Insight, ...]:
    """Insights without those that a journey says in the same words of the same thing as another one."""
    first: dict[str, Insight] = {}
    for insight in found:
        first.setdefault(repr((insight.said, insight.spot)), insight)
    return tuple(first.values())
