"""slip: a mistake in a text by its offsets, with the edit that would mend it, and the way from a mended text back."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from cjmgen.problem import Place, Problem, Related, Span, problem
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Other characters for those from `start` to `end`. An edit never changes the number of lines."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One mistake: what, where (offsets into the text), how to mend it; without an edit only its author can."""

    code: str
    message: str
    start: int
    end: int
    hint: str = ""
    edit: Edit | None = None
    related: tuple[tuple[int, int, str], ...] = ()
    data: tuple[str, ...] = ()
    fatal: bool = False
    """The text can't be read at all because of it."""
    severe: bool = False
    """An error here, even where its code is a warning elsewhere: without the edit the text can't be read."""


def apply(text: str, edit: Edit) -> str:
    """The text with the edit made."""
    return text[: edit.start] + edit.text + text[edit.end :]


def back(offset: int, edits: Iterable[Edit]) -> int:
    """Where an offset into the mended text was before the edits, given last edit first."""
    for edit in edits:
        mended_end = edit.start + len(edit.text)
        if offset >= mended_end:
            offset += edit.end - mended_end
        elif offset > edit.start:
            offset = min(offset, edit.end)
    return offset


def moved_back(slip: Slip, edits: Iterable[Edit]) -> Slip:
    """The slip with offsets into the text before the edits, given last edit first."""
    edits = tuple(edits)
    related = tuple((back(start, edits), back(end, edits), message) for start, end, message in slip.related)
    return replace(slip, start=back(slip.start, edits), end=back(slip.end, edits), related=related)


class Lines:
    """The lines of a text: offsets to lines and columns."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def span(self, start: int, end: int) -> Span:
        """The part of start … end that stands on the first line, at least one character wide."""
        start = min(max(start, 0), len(self._text))
        line = bisect_right(self._starts, start) - 1
        line_end = self._text.find("\n", start)
        stop = min(end, line_end if line_end >= 0 else len(self._text))
        return Span(line + 1, start - self._starts[line] + 1, max(1, stop - start))


def problems(file: str, text: str, slips: Iterable[Slip]) -> tuple[Problem, ...]:
    """The slips as problems of a file, in the order of the text."""
    lines = Lines(text)
    return tuple(_problem(file, lines, slip) for slip in sorted(slips, key=lambda slip: (slip.start, slip.end)))


def _problem(file: str, lines: Lines, slip: Slip) -> Problem:
    place = Place(file, lines.span(slip.start, slip.end))
    related = [Related(Place(file, lines.span(start, end)), message) for start, end, message in slip.related]
    found = problem(slip.code, slip.message, place, slip.hint, related, slip.data)
    return replace(found, severity="error") if slip.severe else found
