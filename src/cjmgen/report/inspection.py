"""inspection: what an export looks like, which profile fits, and the lines that would make a metric of it."""

from collections.abc import Sequence

from cjmgen.numbers.cell import is_nothing
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import Fit
from cjmgen.numbers.profile import Shape
from cjmgen.numbers.reading import Provenance, Reading, names_of
from cjmgen.numbers.sheet import NAMES, Sheet
from cjmgen.numbers.timely import key_of, says_when
from cjmgen.report.paste import block, own
from cjmgen.report.width import safe
from cjmgen.value import dataclass

_MOST_FITS, _MOST_TOLD, _SHOWN = 3, 5, 3
_WIDTH, _EXAMPLE = 28, 24

_ROWS: dict[Shape, str] = {
    "steps": "a row is a step of a funnel",
    "figures": "a row has the figures of a day or a group",
    "answers": "a row is one answer to a survey",
    "deals": "a row is a deal",
    "events": "a row is an event",
    "tickets": "a row is a request to support",
}
_TOLD = {
    "comment": "its comments say so", "name": "its name says so", "range": "its name says so", "stamp": "its name says until when",
    "rows": "its rows say so",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Inspected:
    """An export by the name of its file, the profiles laid over it, and how the best of them reads it."""

    file: str
    sheet: Sheet
    fits: tuple[Fit, ...]
    reading: Reading | Fault | None


def inspection(found: Inspected) -> str:
    """All that can be told of an export, as text for a terminal."""
    parts = [_head(found), _columns(found), _profiles(found.fits)]
    if isinstance(found.reading, Reading):
        best = found.fits[0]
        parts += [_told(found.reading.provenance, best), "\n".join(block(found.file, best, found.reading, found.sheet))]
    elif found.reading:
        parts.append(fault_line(found.file, found.reading))
    else:
        parts += _own(found)
    return "\n\n".join(part for part in parts if part) + "\n"


def _own(found: Inspected) -> list[str]:
    """How to read an export that no profile fits, or none for sure."""
    guessed = found.fits and not found.fits[0].missing
    says = "No profile fits for sure, as other tables have such columns, too." if guessed else "No profile fits."
    lines = own(found.file, found.sheet)
    if not lines:
        return [f"{says} Name the columns in the metric's `source:` yourself: `date` or `period`, `value`, `people`, `stage`, `segment`."]
    return [says, "\n".join(["A metric that names its columns, as a file in maps/metrics/:", "", *lines])]


def fault_line(file: str, fault: Fault) -> str:
    """A fault with its place: `ga4.csv:3:2: “x” is no number`."""
    return f"{safe(file)}:{fault.line}:{fault.column}: {safe(fault.message)}" + (f"\n  {safe(fault.hint)}" if fault.hint else "")


def _head(found: Inspected) -> str:
    sheet = found.sheet
    at, heads = (found.fits[0].header, found.fits[0].profile.heads) if found.fits else (0, 1)
    header, below = sheet.rows[at], max(len(sheet.rows) - at - heads, 0)
    rows = "1 row" if below == 1 else f"{below:,} rows"
    between = "JSON" if not sheet.delimiter else f"cells between {NAMES[sheet.delimiter]}"
    where = f", header in line {header.line}" if sheet.delimiter else ""
    about = found.reading.provenance.span if isinstance(found.reading, Reading) else None
    days = f"\n  from {about.first} to {about.last}: {_TOLD[about.told]}" if about else ""
    return f"{safe(found.file)}\n  {sheet.encoding}, {between}, {rows}{where}{days}"


def _columns(found: Inspected) -> str:
    """Each column with a few of its cells and what it is to the profile that fits best."""
    best = found.fits[0] if found.fits else None
    start = best.header if best else 0
    roles: dict[int, str] = {**dict.fromkeys(best.entered, "entered"), **{at: role for role, at in best.columns.items()}} if best else {}
    below = found.sheet.rows[start + (best.profile.heads if best else 1) :]
    lines = ["Columns"]
    for at, name in enumerate(names_of(found.sheet, best) if best else found.sheet.rows[start].cells):
        cells = (row.cells[at] for row in below if at < len(row.cells))
        role = roles.get(at) or _when(found, name, [row.cells[at] for row in below if at < len(row.cells)]) or "–"
        few = list(dict.fromkeys(cell for cell in cells if not is_nothing(cell)))[:_SHOWN]
        examples = " · ".join(_cut(cell, _EXAMPLE) for cell in few)
        lines.append(f"  {_cut(name or '(no name)', _WIDTH):<{_WIDTH}} {role:<8} {examples}".rstrip())
    return "\n".join(lines)


def _when(found: Inspected, name: str, cells: Sequence[str]) -> str | None:
    """What a column is that says when, in a table that no profile reads."""
    said = [cell for cell in cells if not is_nothing(cell)]
    if isinstance(found.reading, Reading) or not says_when(name, said):
        return None
    return key_of(said) or "period"


def _cut(text: str, most: int) -> str:
    shown = safe(" ".join(text.split()))
    return shown if len(shown) <= most else f"{shown[: most - 1]}…"


def _profiles(fits: Sequence[Fit]) -> str:
    lines = ["Profiles"]
    for each in fits[:_MOST_FITS]:
        lacks = f"; lacks {', '.join(f'“{each.profile.columns[role][0]}”' for role in each.missing)}" if each.missing else ""
        known = "" if each.profile.seen else "; unverified"
        lines.append(f"  {each.profile.name:<24} {each.score:>4.0%}  {each.profile.product}{lacks}{known}")
    return "\n".join(lines) if len(lines) > 1 else ""


def _told(told: Provenance, fit: Fit) -> str:
    """What was read, what was not and why, and what somebody should look at."""
    lines = [f"Read as {fit.profile.name}: {_ROWS[fit.profile.shape]}"]
    lines += [f"  assumed of “{_cut(each.name, _WIDTH)}”: {each.assumed}" for each in told.used if each.assumed]
    if told.totals:
        lines.append(f"  left out as totals: line {', '.join(map(str, told.totals[:_MOST_TOLD]))}")
    lines += [f"  refused: line {each.line}, column {each.column}: {safe(each.message)}" for each in told.refused[:_MOST_TOLD]]
    if len(told.refused) > _MOST_TOLD:
        lines.append(f"  and {len(told.refused) - _MOST_TOLD} more rows")
    lines += [f"  said again: line {each.line}: {safe(each.message)}" for each in told.again[:_MOST_TOLD]]
    if not fit.profile.seen:
        lines.append("  no source documents these columns: see whether each is what you take it for")
    return "\n".join(lines)
