"""distinct: people counted day by day, whom nobody can add up: whoever came on ten days would be ten people of the month."""

import re
from collections.abc import Iterator, Mapping, Sequence

from cjmgen.model.metric import Metric
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import plain
from cjmgen.numbers.gather.complaint import Misread
from cjmgen.numbers.gather.dated import Dated
from cjmgen.numbers.gather.period import Days
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading, Used

_PEOPLE = re.compile(
    r"visitors?|users?|people|persons?|uniques?|reach|охват|посетител(?:и|ей)|пользовател(?:и|ей)|люди|людей|уникальны[ех]"
)
"""Words in the name of a column that counts people and not what they do; visits, clicks and money may be added up."""
_NO_PEOPLE = re.compile(r"per|на|by|visits|визит\w*|sessions|сеанс\w*")
"""Words beside these that say that something else is counted: sessions per user."""


def told(
    dated: Sequence[Dated], readings: Sequence[tuple[str, Reading]], metric: Metric, shape: Shape, parts: Mapping[int, Days]
) -> Iterator[Misread]:
    """That the people of several days would become those of a period, at the name of their column in the first such file.

    `parts` are the days of files that hold a part of a period each.
    """
    if shape != "figures" or not (metric.type == "reach" or metric.method == "per-person"):
        return
    first: dict[tuple[str, str], object] = {}
    for each in dated:
        file, reading = readings[each.file]
        used = next((used for used in reading.provenance.used if used.role == "people" and _counts_people(used)), None)
        day = each.record.values.get("date", parts.get(each.file))
        if used is None or day is None or not each.period or "people" not in each.record.values:
            continue
        if first.setdefault((each.period, str(each.record.values.get("segment", ""))), day) != day:
            often = "in two files" if each.file in parts else "by the day"
            message = f"“{used.name[:40]}” counts people {often}, and who comes on two days would be two people of {each.period}"
            hint = "export them by month; or take visits, which can be added up"
            yield Misread(file, "export-unfit", Fault(reading.provenance.header, used.column, message, hint))
            return


def _counts_people(used: Used) -> bool:
    words = re.findall(r"\w+", plain(used.name))
    return any(_PEOPLE.fullmatch(word) for word in words) and not any(_NO_PEOPLE.fullmatch(word) for word in words)
