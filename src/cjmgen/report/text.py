"""text: findings for a terminal: the place, what is wrong, the line with carets and how to mend it."""

from collections.abc import Callable, Iterator, Sequence

from cjmgen.atlas.cards.card import Coverage
from cjmgen.atlas.telling import SILENT, Telling
from cjmgen.model.amount import half_up
from cjmgen.report.spot import SEVERITIES, Finding, Spot
from cjmgen.report.tally import Tally, tally
from cjmgen.report.width import safe, width

ACROSS = 100
"""Columns of a line of the file that are shown; of a longer one, the part around the carets."""

NO_CLAIMS = Coverage()
_MARGIN = 5
_CODES = {"error": "31;1", "warning": "33;1", "info": "36;1", "bold": "1", "dim": "2"}

Paint = Callable[[str, str], str]


def text(
    findings: Sequence[Finding], files: int, color: bool = False, least: str = "info", telling: Telling = SILENT, light: int = 0,
    claims: Coverage = NO_CLAIMS,
) -> str:  # fmt: skip
    """The whole report: a block a finding that weighs at least so much, and the tally of all as the last line.

    `light` notes more are only counted.
    """
    heavy = SEVERITIES[: SEVERITIES.index(least) + 1]
    blocks = [block(finding, color) for finding in findings if finding.problem.severity in heavy]
    return "\n\n".join([*blocks, summary(tally(findings, light), files, color) + backing(claims) + translations(telling)]) + "\n"


def block(finding: Finding, color: bool = False) -> str:
    """One finding: its place and message, the line with carets, and whatever belongs to it."""
    return "\n".join(_block(finding, _coloured if color else _plain))


def summary(counts: Tally, files: int, color: bool = False) -> str:
    """`2 errors, 1 warning in 14 files`."""
    paint = _coloured if color else _plain
    words = (("error", "error", counts.errors), ("warning", "warning", counts.warnings), ("info", "note", counts.infos))
    parts = [paint(severity, _plural(count, word)) for severity, word, count in words if count]
    return f"{', '.join(parts) or 'no problems'} in {_plural(files, 'file')}"


def backing(claims: Coverage) -> str:
    """`; of 74 claims, 65% validated, 41% by weight`; nothing without claims."""
    if claims.share is None or claims.by_weight is None:
        return ""
    validated, weight = (half_up(share * 100) for share in (claims.share, claims.by_weight))
    return f"; of {_plural(claims.total, 'claim')}, {validated:.0f}% validated, {weight:.0f}% by weight"


def translations(telling: Telling) -> str:
    """`; of 312 texts, 312 in en, 298 in ru (95%)`; nothing for a site in one language. A share is 100% only where all are there."""
    if not telling.texts:
        return ""
    told = [f"{count} in {language}" + _share(count, telling.texts) for language, count in telling.told.items()]
    return f"; of {_plural(telling.texts, 'text')}, {', '.join(told)}"


def _share(part: int, whole: int) -> str:
    return "" if part == whole else f" ({100 * part // whole}%)"


def _plural(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _plain(style: str, words: str) -> str:
    return words


def _coloured(style: str, words: str) -> str:
    return f"\x1b[{_CODES[style]}m{words}\x1b[0m"


def _block(finding: Finding, paint: Paint) -> Iterator[str]:
    problem, spot = finding.problem, finding.spot
    label = paint(problem.severity, f"{problem.severity}[{problem.code}]")
    yield f"{paint('bold', safe(spot.name))}: {label}: {safe(problem.message)}"
    yield from _excerpt(spot, "^", problem.severity, problem.hint, paint)
    for other, message in finding.related:
        yield f"{' ' * _MARGIN} {paint('dim', '=')} {paint('bold', safe(other.name))}: {safe(message)}"
        yield from _excerpt(other, "-", "info", "", paint)


def _excerpt(spot: Spot, mark: str, severity: str, hint: str, paint: Paint) -> Iterator[str]:
    """The line with its carets, and the hint behind them where there is room, else below."""
    gutter = " " * _MARGIN + paint("dim", " | ")
    first, *more = [safe(line) for line in hint.split("\n")]
    if not spot.line:
        yield from (f"{' ' * _MARGIN} {paint('dim', '=')} {line}" for line in [first, *more] if line)
        return
    shown, before, marked = _window(spot)
    yield paint("dim", f"{spot.line:>{_MARGIN}} | ") + shown
    carets = " " * before + paint(severity, mark * marked)
    beside = not more and before + marked + width(first) < ACROSS
    yield gutter + carets + (f" {first}" if first and beside else "")
    if not beside:
        yield from (f"{gutter}{'help: ' if at == 0 else '      '}{line}" for at, line in enumerate([first, *more]))


def _window(spot: Spot) -> tuple[str, int, int]:
    """What is shown of the line, the columns before the carets, and the columns they span."""
    start = min(spot.column - 1, len(spot.text))
    end = max(min(start + spot.length, len(spot.text)), start)
    left, right, last = _cut(spot.text, start, end)
    before, marked = safe(spot.text[left:start]), safe(spot.text[start : min(end, right)])
    opening, closing = "…" if left else "", "…" if right < last else ""
    shown = opening + safe(spot.text[left:right]) + closing
    return shown.rstrip(), len(opening) + width(before), max(width(marked), 1)


def _cut(line: str, start: int, end: int) -> tuple[int, int, int]:
    """Which characters of the line are shown, so that the carets' beginning is among them; and where the line ends."""
    last = len(line.rstrip())
    if width(safe(line[:last])) <= ACROSS:
        return 0, last, last
    left = max(0, start - ACROSS // 3) if width(safe(line[:end])) > ACROSS else 0
    right = left
    taken = 0
    while right < last and (taken := taken + width(safe(line[right]))) <= ACROSS:
        right += 1
    return left, right, last
