"""snapshot: an answer as the file that is reviewed and read: four small tables, and above them where they are from."""

import csv
import io
import re
from collections.abc import Container, Iterable, Iterator, Sequence

from cjmgen.events.answer import Answer, Reached
from cjmgen.events.calendar import Calendar, Stretch
from cjmgen.events.counts import ALL, BEGIN, FOLDED, OTHER
from cjmgen.events.question import Question
from cjmgen.events.stamp import FIRST
from cjmgen.value import dataclass

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_LONGEST = 200

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Asking:
    """Who was asked what: the engine, the name of the mapping, and the periods that were asked about."""

    engine: str
    mapping: str
    asked: Question
    calendar: Calendar
    periods: tuple[Stretch, ...]


def snapshot(answer: Answer, asking: Asking) -> bytes:
    """The file. The same events and the same question give the same bytes."""
    lines = [*_about(answer, asking)]
    for comment, header, rows in _tables(answer, asking):
        lines += [*([f"# {comment}"] if comment else []), _line(header), *(_line(row) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def _about(answer: Answer, asking: Asking) -> Iterator[str]:
    day, asked = asking.calendar.day, asking.asked
    yield FIRST
    if answer.first is not None and answer.last is not None:
        yield f"# Days: {day(answer.first)} - {day(answer.last)}"
    yield f"# Engine: {asking.engine}; mapping: {asking.mapping}"
    lacking = f", {answer.aside} of them without a person or a time" if answer.aside else ""
    yield f"# Events: {answer.events} of {answer.people} people{lacking}"
    yield f"# A journey may take {asked.window // 1000} seconds" + _unfinished(answer, asking)
    if asked.threshold > 1:
        yield f"# Groups of fewer than {asked.threshold} people are folded or left out"


def _unfinished(answer: Answer, asking: Asking) -> str:
    """Whether journeys at the end of the data had less time than others; builds read it, see `numbers/gather/immature.py`."""
    since = (answer.last or 0) - asking.asked.window
    late = answer.last is not None and any(each.end > since and each.start <= (answer.last or 0) for each in asking.periods)
    return f"; those begun after {asking.calendar.day(since)} had less" if late else ""


def _tables(answer: Answer, asking: Asking) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[Cell]]]]:
    stages = [each.id for each in asking.asked.stages]
    period = [each.name for each in asking.periods]
    touchpoints = {FOLDED: OTHER, BEGIN: "(start)", **{at: each.id for at, each in enumerate((*asking.asked.touchpoints, None)) if each}}
    split = {each.period for each in answer.reached if each.segment}
    touchpoints[len(asking.asked.touchpoints)] = "(end)"
    yield (
        "",
        ("period", "segment", "stage", "people", "lost", "median_seconds", "p90_seconds"),
        (
            (period[each.period], _segment(each, split), stages[each.stage], each.people, each.lost, each.median, each.p90)
            for each in answer.reached
        ),
    )
    if answer.following:
        told = ((period[at], word, people) for at, *split in answer.following for word, people in zip(("yes", "no"), split, strict=True))
        yield "Whether journeys follow the map as far as they go", ("period", "follows", "people"), told
    if answer.routes:
        word = {True: "yes", False: "no", None: ""}
        routes = (
            (period[each.period], " > ".join(stages[at] for at in each.stages) or OTHER, word[each.follows], each.people)
            for each in answer.routes
        )
        yield "In which order stages are first visited", ("period", "route", "follows", "people"), routes
    if answer.ways:
        ways = ((period[each.period], touchpoints[each.start], touchpoints[each.goal], each.people, each.times) for each in answer.ways)
        yield "From touchpoint to touchpoint", ("period", "from", "to", "people", "times"), ways


def _segment(of: Reached, split: Container[int]) -> str:
    """The segment, none where there are no others, and a word for all of them that readers know for a total and don't add to its parts."""
    if not of.segment:
        return ALL if of.period in split else ""
    return "all" if re.sub(r"[\s\"'.:]", "", of.segment).lower() == ALL else of.segment


def _line(cells: Sequence[Cell]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([_cell(cell) for cell in cells])
    return out.getvalue()


def _cell(value: Cell) -> str:
    """A number as short as it can be; a text in one line, and none that a spreadsheet would run as a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        said = " ".join("".join(sign if sign.isprintable() else " " for sign in value).split())[:_LONGEST]
        return f"'{said}" if said.startswith(_FORMULA) else said
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
