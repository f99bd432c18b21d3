"""opened: an export as far as it is read, and what a page tells of where figures come from."""

import datetime
from hashlib import sha256

from cjmgen.model.metric import Metric, Source
from cjmgen.numbers.asked import Asked, Misnamed, asked
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.gather import deals
from cjmgen.numbers.gather.complaint import Complaint, Misread
from cjmgen.numbers.gather.period import come, spelled
from cjmgen.numbers.gather.possible import possible
from cjmgen.numbers.measured import Export
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.profiles import PROFILES
from cjmgen.numbers.reading import Reading, read
from cjmgen.numbers.sheet import sheet
from cjmgen.value import dataclass

KEPT = 20
"""Rows of a file that are kept with what is wrong with them: more nobody reads on a page, and a broken file has millions."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An export that could be read."""

    name: str
    content: bytes
    asked: Asked
    reading: Reading

    @property
    def shape(self) -> Shape:
        """What a row of it is."""
        return self.asked.fit.profile.shape


def open_export(name: str, content: bytes, metric: Metric, source: Source) -> Opened | Complaint:
    """Read an export as a metric asks for it."""
    found = sheet(content)
    if isinstance(found, Fault):
        return Misread(name, "export-unreadable", found)
    wanted = asked(found, metric, source)
    if isinstance(wanted, Misnamed):
        return wanted
    reading = read(wanted.sheet, wanted.fit, name)
    if isinstance(reading, Fault):
        return Misread(name, "export-unreadable", reading)
    return Opened(name, content, wanted, possible(reading, metric, wanted.fit.profile.shape))


def export_of(of: Opened, standing: deals.Standing, today: datetime.date) -> Export:
    """What is told of an export: its digest, its days, its rows, and what was refused."""
    told, profile = of.reading.provenance, of.asked.fit.profile
    known = next((each for each in PROFILES if each.name == profile.name), None)
    days = (told.span.first, told.span.last) if told.span else spelled(of.reading.records)
    first, last = (days and come(days, today)) or (None, None)
    return Export(
        of.name, sha256(of.content).hexdigest(), profile.name, profile.product, len(of.reading.records), len(told.totals),
        len(told.refused), tuple(each.name for each in told.used), told.ignored, first, last, known is None or bool(known.seen),
        standing.open_in(of.name), standing.unplaced_in(of.name), told.refused[:KEPT], told.totals[:KEPT], told.again[:KEPT],
    )  # fmt: skip
