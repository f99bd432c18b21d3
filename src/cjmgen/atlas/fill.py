"""fill: a metric with what its exports say, in place of what was typed; and what is wrong with them, at their place."""

import datetime
import posixpath
from collections.abc import Iterator, Mapping

from cjmgen.atlas.files.exports import MOST, Exports, names, resolve
from cjmgen.atlas.mistakes.finding import Finding
from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.atlas.pulled import of_events
from cjmgen.model.amount import DAY, HOUR, MINUTE, Kind, half_up
from cjmgen.model.metric import Metric, Source
from cjmgen.model.quantity import tidy
from cjmgen.numbers.asked import Misnamed
from cjmgen.numbers.gather.complaint import Complaint, Misread
from cjmgen.numbers.gather.gathered import gathered
from cjmgen.numbers.measured import Measured
from cjmgen.numbers.where import Laid, laid
from cjmgen.problem import Place, Problem, problem
from cjmgen.value import dataclass

CLOCKED = 3 * HOUR
"""Below so many seconds a time is written as a clock shows it."""

_DIGITS = 6
"""Decimals that are kept of a figure; its interval is wider by far."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A metric with the figures of its exports, what these say in full, and what is wrong: findings in its own file, problems in theirs."""

    metric: Metric
    measured: Measured | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()


def fill(metric: Metric, file: str, exports: Exports, today: datetime.date) -> Filled:
    """Read the exports that a metric's source names; one without a source is left as it is."""
    source = _named(metric, file)
    if source is None or not source.file:
        return Filled(metric)
    pattern = resolve(file, source.file)
    if pattern is None:
        hint = "copy the export beside the metric and name it relative to this file"
        return Filled(metric, findings=(_unknown(source, f"'{source.file}' is not inside maps/", hint),))
    found = exports.read(pattern)
    mapped = tuple(of_events(metric.key, source.events, found)) if source.events else ()
    if not found:
        folder = posixpath.dirname(file) + "/"
        near = nearest(source.file, names(exports.paths, folder))
        message = f"there is no export '{source.file}'"
        hint = f"count it with `cjmgen pull {metric.key}`" if source.events else did_you_mean(near, f"it would be {pattern}")
        return Filled(metric, findings=mapped or (_unknown(source, message, hint),))
    told = gathered(metric, source, found, today)
    findings = (*mapped, *(_finding(each) for each in told.complaints if isinstance(each, Misnamed)))
    problems = tuple(_problems(told.complaints, dict(found)))
    if len(exports.matching(pattern)) > MOST:
        findings = (*findings, _unknown(source, f"'{source.file}' names more than {MOST} files; only the first are read", ""))
    if told.measured is None:
        return Filled(metric, None, findings, problems)
    return Filled(_with(metric, told.measured), told.measured, (*findings, *_unused(metric)), problems)


def _named(metric: Metric, file: str) -> Source | None:
    """The source of a metric; a snapshot that nobody named goes by the name of the metric's file, as `cjmgen pull` writes it."""
    source = metric.source
    if source is None or source.file or not source.events:
        return source
    return source.model_copy(update={"file": f"{posixpath.basename(file).partition('.')[0]}.csv"})


def _unknown(source: Source, message: str, hint: str) -> Finding:
    return Finding("unknown-export", message, ("source", "file"), hint, data=(source.file or "",))


def _finding(each: Misnamed) -> Finding:
    meant = nearest(each.name, each.known) if each.name else None
    data = (each.name,) if each.name else ()
    return Finding(each.code, each.message, each.path, did_you_mean(meant, each.hint), data=data, at_key=each.path[1:2] == ("stages",))


def _problems(complaints: tuple[Complaint, ...], contents: Mapping[str, bytes]) -> Iterator[Problem]:
    texts: dict[str, Laid] = {}
    for each in complaints:
        if isinstance(each, Misread):
            text = texts[each.file] if each.file in texts else texts.setdefault(each.file, laid(contents[each.file]))
            record = f"record {each.fault.line}: " if text.is_json and each.fault.line else ""
            place = Place(each.file, text.span(each.fault.line, each.fault.column))
            yield problem(each.code, record + each.fault.message, place, each.fault.hint)


def _unused(metric: Metric) -> Iterator[Finding]:
    """What is typed although the exports say it."""
    for key in ("value", "series", "people", "period", "updated"):
        if key in metric.model_fields_set and getattr(metric, key):
            yield Finding("typed-and-read", f"`{key}` is not used: it is read from the export", (key,), f"take `{key}` out", at_key=True)


def _with(metric: Metric, measured: Measured) -> Metric:
    """The metric as if its author had typed what was measured."""
    typed: dict[str, object] = {}
    series = tuple(written(each.estimate.value, measured.kind) for each in measured.series)
    if series:
        typed |= {"series": series, "value": series[-1]}
    period = measured.series[-1].period if measured.series else ""
    if period:
        typed["period"] = period
    if measured.stages:
        typed["people"] = dict(measured.stages)
    if measured.as_of:
        typed["updated"] = measured.as_of
    return metric.model_copy(update=typed)


def written(value: float, kind: Kind) -> float | str:
    """A figure as an author would type it: `26.5%`, `3:40`, `2.5 days`, 4.4."""
    if kind == "share":
        return f"{_plain(value * 100)}%"
    if kind == "time" and value < CLOCKED:
        return _clock(int(half_up(value)))
    if kind == "time":
        return f"{_plain(value / DAY)} days" if value >= DAY else f"{_plain(value / HOUR)} h"
    return tidy(round(value, _DIGITS))


def _plain(value: float) -> str:
    return f"{value:.{_DIGITS}f}".rstrip("0").rstrip(".")


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, MINUTE)
    return f"{minutes}:{rest:02}"
