"""inspection: what an export looks like, which profile fits, and the lines that would make a metric of it."""

from collections.abc import Iterator, Sequence

from cjmgen.numbers.cell import is_nothing
from cjmgen.numbers.deal import LOST, WON, bare, stood
from cjmgen.numbers.fault import Fault
from cjmgen.numbers.fit import Fit
from cjmgen.numbers.profile import Role, Shape
from cjmgen.numbers.reading import Provenance, Reading, names_of
from cjmgen.numbers.sheet import NAMES, Sheet
from cjmgen.report.width import safe
from cjmgen.value import dataclass

_MOST_FITS, _MOST_TOLD, _MOST_STEPS, _SHOWN = 3, 5, 30, 3
_WIDTH, _EXAMPLE = 28, 24

_ROWS: dict[Shape, str] = {
    "steps": "a row is a step of a funnel",
    "figures": "a row has the figures of a day or a group",
    "answers": "a row is one answer to a survey",
    "deals": "a row is a deal",
    "events": "a row is an event",
    "tickets": "a row is a request to support",
}
_TOLD = {"comment": "its comments say so", "name": "its name says so", "rows": "its rows say so"}


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
        parts += [_told(found.reading.provenance, best), "\n".join(block(found.file, best, found.reading))]
    elif found.reading:
        parts.append(fault_line(found.file, found.reading))
    else:
        parts.append("No profile fits. Name the columns in the metric's `source:` yourself: `date`, `value`, `stage`, `segment`.")
    return "\n\n".join(part for part in parts if part) + "\n"


def fault_line(file: str, fault: Fault) -> str:
    """A fault with its place: `ga4.csv:3:2: “x” is no number`."""
    return f"{safe(file)}:{fault.line}:{fault.column}: {safe(fault.message)}" + (f"\n  {safe(fault.hint)}" if fault.hint else "")


def _head(found: Inspected) -> str:
    sheet = found.sheet
    header = sheet.rows[found.fits[0].header] if found.fits else sheet.rows[0]
    between = "JSON" if not sheet.delimiter else f"cells between {NAMES[sheet.delimiter]}"
    where = f", header in line {header.line}" if sheet.delimiter else ""
    about = found.reading.provenance.span if isinstance(found.reading, Reading) else None
    days = f"\n  from {about.first} to {about.last}: {_TOLD[about.told]}" if about else ""
    return f"{safe(found.file)}\n  {sheet.encoding}, {between}, {len(sheet.rows)} rows{where}{days}"


def _columns(found: Inspected) -> str:
    """Each column with a few of its cells and what it is to the profile that fits best."""
    best = found.fits[0] if found.fits else None
    start = best.header if best else 0
    roles: dict[int, str] = {**dict.fromkeys(best.entered, "entered"), **{at: role for role, at in best.columns.items()}} if best else {}
    below = found.sheet.rows[start + (best.profile.heads if best else 1) :]
    lines = ["Columns"]
    for at, name in enumerate(names_of(found.sheet, best) if best else found.sheet.rows[start].cells):
        cells = (row.cells[at] for row in below if at < len(row.cells))
        few = list(dict.fromkeys(cell for cell in cells if not is_nothing(cell)))[:_SHOWN]
        examples = " · ".join(_cut(cell, _EXAMPLE) for cell in few)
        lines.append(f"  {_cut(name or '(no name)', _WIDTH):<{_WIDTH}} {roles.get(at, '–'):<8} {examples}".rstrip())
    return "\n".join(lines)


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


def block(file: str, fit: Fit, reading: Reading) -> Iterator[str]:
    """The lines of a metric's file that would read this export."""
    yield "A metric that reads it, as a file in maps/metrics/:"
    yield ""
    yield f"title: {fit.profile.product}"
    yield f"type: {_type(fit, reading)}"
    yield "source:"
    yield f"  file: {quoted(file.rpartition('/')[2])}"
    yield f"  profile: {fit.profile.name}"
    value = _value(fit, reading)
    if value:
        yield f"  value: {quoted(value)}"
    steps = _steps(fit, reading)
    if steps:
        yield "  stages:  # their names, each with the id of one of our stages"
        yield from (f"    {quoted(step)}: …" for step in steps[:_MOST_STEPS])
    if won := [step for step in _stages(reading) if bare(step) in WON] if fit.profile.shape == "deals" else []:
        yield f"    # {quoted(won[0])}: …  those that were won, if one of our stages is theirs"


def _type(fit: Fit, reading: Reading) -> str:
    if fit.profile.shape in ("steps", "deals"):
        return "funnel"
    scores = [value for record in reading.records if isinstance(value := record.values.get("score"), float)]
    if scores:
        return "nps" if max(scores) > 5 else "csat"
    role = _role(fit)
    return "custom" if role is None else "conversion" if role == "goals" else "reach"


def _role(fit: Fit) -> Role | None:
    """The column that says most of a report."""
    likely: tuple[Role, ...] = ("visits", "people", "goals")
    return next((role for role in likely if role in fit.columns), None)


def _value(fit: Fit, reading: Reading) -> str:
    """The name of the column that holds the figure, where the profile leaves a choice."""
    if fit.profile.shape not in ("answers", "figures", "tickets"):
        return ""
    names = {each.role: each.name for each in reading.provenance.used}
    asked, role = reading.provenance.questions, _role(fit)
    return names.get("score") or (asked[0] if fit.profile.shape == "answers" and asked else names[role] if role else "")


def _steps(fit: Fit, reading: Reading) -> list[str]:
    if fit.profile.shape not in ("steps", "deals"):
        return []
    if fit.profile.shape == "deals":
        told = [step for step in fit.entered.values() if bare(step) not in WON | LOST]
        return list(dict.fromkeys([*told, *(name for record in reading.records for name in stood(record.values))]))
    return list(dict.fromkeys(str(record.values["step"]) for record in reading.records if "step" in record.values))


def _stages(reading: Reading) -> list[str]:
    """What the deals of an export say of their stage."""
    return list(dict.fromkeys(str(record.values["stage"]) for record in reading.records if "stage" in record.values))


def quoted(text: str) -> str:
    """A text as YAML takes it for one, whatever it holds."""
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    plain = text.replace("-", "").replace("_", "").replace(".", "").replace(" ", "")
    return text if plain.isalnum() and not text[0].isdigit() and text == text.strip() and text.isascii() else f'"{safe(inner)}"'
