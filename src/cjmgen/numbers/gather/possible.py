"""possible: answers that can't have been given are refused with their line and reason, as rows are that can't be read; the others count."""

from dataclasses import replace

from cjmgen.model.metric import Metric
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Reading
from cjmgen.numbers.reason import Refusal
from cjmgen.numbers.records import Record
from cjmgen.numbers.tally.answers import impossible, misgiven
from cjmgen.numbers.tally.shapes import RATED


def possible(reading: Reading, metric: Metric, shape: Shape) -> Reading:
    """An export without the answers that its question doesn't have; these stand among what was refused, in the order of its rows."""
    if shape not in RATED and shape != "figures":
        return reading
    wrong = impossible if shape in RATED else misgiven
    column = next((each.column for each in reading.provenance.used if each.role == "score"), 1)
    kept: list[Record] = []
    refused = list(reading.provenance.refused)
    for record in reading.records:
        if reason := wrong(record, metric):
            refused.append(Refusal(record.line, column, reason))
        else:
            kept.append(record)
    told = tuple(sorted(refused, key=lambda each: each.line))
    return replace(reading, records=tuple(kept), provenance=replace(reading.provenance, refused=told))
