"""curve: the emotion lane of a poster: the curves, their dots, and notes beside the points that matter."""

from collections.abc import Iterator, Sequence

from cjmgen.insight.charts.callout import OVER, PLOT, UNDER, Spot, box_of, outside, place, slope
from cjmgen.pages.journey.curve import Callout, Dot, Emotion, Series
from cjmgen.render.charts import area, between, line
from cjmgen.render.poster.desk import LABEL, MARGIN, SMALL, SMALL_LEAD, Desk
from cjmgen.render.poster.measure import width, wrap
from cjmgen.render.poster.shapes import Block, Path, Rect, Shape, Text, diamond, disc, n

_WIDEST, _LETTER = 160.0, 6.6
"""What `insight.callout` reckons with: the widest note, and a letter."""
_DASHES = {1: "", 2: "8 5", 3: "1.5 5"}
_LEVELS = (("delighted", "smile", 0.17), ("neutral", "flat", 0.52), ("frustrated", "frown", 0.87))


def emotion(desk: Desk, called: str, felt: Emotion, taller: float = 0) -> Block:
    """The lane; `taller` is what its chart gains above the usual height."""
    notes = tuple(_note(desk, call) for call in felt.callouts)
    spots = tuple(_spot(felt, call, note) for call, note in zip(felt.callouts, notes, strict=True))
    places = place(spots, tuple(series.points for series in felt.series), desk.grid.stages)
    above, below = outside(spots, places)
    several = len(felt.series) > 1
    key, top = _key(desk, felt.series) if several else ([], 0.0)
    top += OVER if above else 0
    high = PLOT + taller
    shapes = [*desk.label(called, 12), *key, *_levels(desk, top, high), *_ground(desk, top, high)]
    for series in reversed(felt.series):
        shapes += _line(desk, series, several, top, high)
    for series in felt.series:
        shapes += [shape for dot in series.dots for shape in _dot(desk, dot, series.style if several else 0, top, high)]
    for spot, name, note, call in zip(spots, places, notes, felt.callouts, strict=True):
        shapes += _words(desk, spot, name, note, call, top, high) if name is not None else ()
    return Block("emotion", top + high + (UNDER if below else 0), tuple(shapes), (_y(17, top, high), _y(87, top, high)))


Note = tuple[tuple[str, ...], tuple[str, ...]]


def _note(desk: Desk, call: Callout) -> Note:
    """The lines of a note: the name with its value, then why it matters."""
    reason = desk.word(f"journey.{call.reason}" if call.reason in ("lowest", "highest") else f"journey.moment.{call.reason}")
    asked = desk.word("journey.asked", n=call.n).replace(" ", "\u00a0") if call.n else ""
    why = f"{reason}, {asked}" if asked else reason
    head = f"{desk.say(call.title)} {desk.speaker.signed(call.value)}"
    return wrap(head, _WIDEST, SMALL, bold=True), wrap(why, _WIDEST, SMALL)


def _spot(felt: Emotion, call: Callout, note: Note) -> Spot:
    """The point of a note, with as many letters as make room for its lines."""
    for series in felt.series:
        for at, dot in enumerate(series.dots):
            if (dot.x, dot.y, dot.title) == (call.x, call.y, call.title):
                ys = [y for _, y in series.points]
                way = slope(ys[at - 1] if at else None, ys[at], ys[at + 1] if at + 1 < len(ys) else None)
                return Spot(call.x * 10, call.y * 2, way, (_letters(note[0], bold=True), _letters(note[1])))
    return Spot(call.x * 10, call.y * 2, "peak", (_letters(note[0], bold=True), _letters(note[1])))


def _letters(lines: Sequence[str], bold: bool = False) -> int:
    if len(lines) > 1:
        return int(len(lines) * _WIDEST / _LETTER)
    return int(max((width(each, SMALL, bold) for each in lines), default=0) / _LETTER) + 1


def _words(desk: Desk, spot: Spot, name: str, note: Note, call: Callout, top: float, high: float) -> Iterator[Shape]:
    """A note beside its point, on the side where nothing else stands."""
    plot = desk.grid.plot
    left, upper, right, _ = box_of(spot, name, plot)
    y = upper - spot.y / 200 * PLOT + _y(call.y, top, high)
    anchor = "end" if name.endswith(("end", "left")) else "start" if name.endswith("start") or name.startswith("side") else "middle"
    x = desk.grid.left + {"start": left, "middle": (left + right) / 2, "end": right}[anchor]
    said = [*((words, True) for words in note[0]), *((words, False) for words in note[1])]
    wide = max(width(words, SMALL, head) for words, head in said)
    yield Rect(x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor], y, wide, SMALL_LEAD * len(said), 3, "surface")
    for at, (words, head) in enumerate(said):
        tone = {"pos": "good", "neg": "bad"}.get(call.tone, "ink") if head else "ink-2"
        yield Text(x, y + SMALL_LEAD * at + 12, words, SMALL, tone, head, anchor)


def _levels(desk: Desk, top: float, high: float) -> Iterator[Shape]:
    """The ends and the middle of the scale, beside the lane's name."""
    right = MARGIN + LABEL - 12
    for name, face, part in _LEVELS:
        yield desk.mark(face, right - 18, top + high * part - 9, 18)
        yield Text(right - 24, top + high * part + 4, desk.word(f"journey.{name}"), SMALL, "ink-3", anchor="end")


def _ground(desk: Desk, top: float, high: float) -> Iterator[Path]:
    left, right = desk.grid.left, desk.grid.left + desk.grid.plot
    for part, zero in ((0.17, False), (0.52, True), (0.87, False)):
        y = n(top + high * part)
        yield Path(f"M{n(left)} {y}H{n(right)}", stroke="line-2" if zero else "line", dash="1 4" if zero else "")


def _line(desk: Desk, series: Series, several: bool, top: float, high: float) -> Iterator[Path]:
    points = [(desk.grid.left + x / 1000 * desk.grid.plot, top + y / 200 * high) for x, y in series.points]
    for band in series.bands:
        upper, lower = (
            [(desk.grid.left + x / 1000 * desk.grid.plot, top + y / 200 * high) for x, y in edge] for edge in (band.upper, band.lower)
        )
        yield Path(between(upper, lower), fill=f"s{series.style}" if several else "ink-3", opacity=0.2)
    if len(points) > 1 and several:
        yield Path(line(points), stroke=f"s{series.style}", width=2.5, dash=_DASHES[series.style])
    elif len(points) > 1:
        yield Path(area(points, top + high * 0.52), fill="#under")
        yield Path(line(points), stroke="#curve", width=2.5)


def _dot(desk: Desk, dot: Dot, style: int, top: float, high: float) -> Iterator[Path]:
    x, y = desk.grid.left + dot.x / 100 * desk.grid.plot, _y(dot.y, top, high)
    tone = f"s{style}" if style else {"pos": "good-fill", "neg": "bad-fill"}.get(dot.tone, "line-2")
    if dot.moment:
        yield Path(diamond(x, y, 10), fill=f"s{style}" if style else "ink", stroke="surface", width=2)
    else:
        yield Path(_shape(style, x, y), fill=tone, stroke="surface", width=2)


def _shape(style: int, x: float, y: float) -> str:
    """A circle, a square or a triangle."""
    if style == 2:
        return f"M{n(x - 5.5)} {n(y - 5.5)}h11v11h-11Z"
    if style == 3:
        return f"M{n(x)} {n(y - 7)}l7 12.5h-14Z"
    return disc(x, y, 6)


def _key(desk: Desk, drawn: Sequence[Series]) -> tuple[list[Shape], float]:
    """Whose curve is which, above the chart."""
    left, x, y = desk.grid.left + 12, desk.grid.left + 12, 12.0
    shapes: list[Shape] = []
    for series in drawn:
        names = ", ".join(desk.say(badge.name) for badge in series.who) or desk.word("journey.everybody")
        said = wrap(names, desk.grid.plot - 80, SMALL)
        wide = 44 + max(width(each, SMALL) for each in said)
        if x > left and x + wide > desk.grid.left + desk.grid.plot:
            x, y = left, y + SMALL_LEAD + 4
        shapes.append(Path(f"M{n(x)} {n(y + 8)}h36", stroke=f"s{series.style}", width=2.5, dash=_DASHES[series.style]))
        shapes.append(Path(_shape(series.style, x + 18, y + 8), fill=f"s{series.style}", stroke="surface", width=1.5))
        shapes += [Text(x + 44, y + 12 + SMALL_LEAD * at, each, SMALL, "ink-2") for at, each in enumerate(said)]
        y += SMALL_LEAD * (len(said) - 1)
        x += wide + 24
    return shapes, y + SMALL_LEAD + 8


def _y(percent: float, top: float, high: float) -> float:
    return top + percent / 100 * high
