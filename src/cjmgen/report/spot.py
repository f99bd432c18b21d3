"""spot: where a problem's place is when its file is opened: line, columns and the text that stands there."""

from collections.abc import Collection, Sequence

from cjmgen.numbers.encoding import Decoded, decoded
from cjmgen.problem import SECRET, Keys, Place, Problem, Span
from cjmgen.syntax.locate import locate
from cjmgen.tree import Tree
from cjmgen.value import dataclass

SEVERITIES = ("error", "warning", "info")

EXPORT = "export-"
"""How the codes begin of what is wrong with an export, if it is told at its place."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place looked up. Lines and columns count from 1; `line` is 0 where the place is the file as a whole."""

    file: str
    line: int = 0
    column: int = 0
    length: int = 0
    text: str = ""

    @property
    def name(self) -> str:
        """The place as editors and terminals link it: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with all its places looked up."""

    problem: Problem
    spot: Spot
    related: tuple[tuple[Spot, str], ...] = ()


class _Spots:
    """Looks places up in a tree, opening each file once."""

    def __init__(self, files: Tree, exports: Collection[str]) -> None:
        self._files, self._exports = files, exports
        self._opened: dict[str, tuple[bytes, list[str]]] = {}

    def of(self, place: Place) -> Spot:
        if place.file not in self._files:
            return Spot(place.file)
        content, lines = self._open(place.file)
        span = place.at if isinstance(place.at, Span) else self._locate(place.file, content, place.at)
        if not 1 <= span.line <= len(lines):
            return Spot(place.file)
        return Spot(place.file, span.line, span.column, max(span.length, 1), lines[span.line - 1])

    def mask(self, spot: Spot) -> None:
        """From now on, show bullets where letters and digits stand in this spot."""
        if spot.line:
            _, lines = self._open(spot.file)
            start, end = spot.column - 1, spot.column - 1 + spot.length
            hidden = "".join("•" if sign.isalnum() else sign for sign in spot.text[start:end])
            lines[spot.line - 1] = lines[spot.line - 1][:start] + hidden + lines[spot.line - 1][end:]

    def _open(self, file: str) -> tuple[bytes, list[str]]:
        if file not in self._opened:
            content = self._files[file]
            text = self._text(file, content).removeprefix("\ufeff")
            self._opened[file] = content, text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self._opened[file]

    def _text(self, file: str, content: bytes) -> str:
        """What a file says. Exports come in other encodings, too, and are quoted as they were read."""
        found = decoded(content) if file in self._exports else None
        return found.text if isinstance(found, Decoded) else content.decode("utf-8", "replace")

    def _locate(self, file: str, content: bytes, keys: Keys) -> Span:
        return locate(file, content, keys)


def find(problems: Sequence[Problem], files: Tree, least: str = "info") -> tuple[Finding, ...]:
    """All problems that are not switched off, each once, by file, line and column.

    What weighs less than `least` is only going to be counted: its line is not looked up.
    """
    spots = _Spots(files, {problem.place.file for problem in problems if problem.code.startswith(EXPORT)})
    heavy = SEVERITIES[: SEVERITIES.index(least) + 1]
    for problem in problems:
        if problem.code in SECRET:
            spots.mask(spots.of(problem.place))
    found = {
        problem: Finding(problem, spots.of(problem.place), tuple((spots.of(other.place), other.message) for other in problem.related))
        if problem.severity in heavy
        else Finding(problem, Spot(problem.place.file))
        for problem in problems
        if problem.severity != "off"
    }
    return tuple(sorted(found.values(), key=_order))


def _order(finding: Finding) -> tuple[object, ...]:
    spot, problem = finding.spot, finding.problem
    return spot.file, spot.line, spot.column, SEVERITIES.index(problem.severity), problem.code, problem.message
