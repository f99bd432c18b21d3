"""head: what stands above the map of a poster, in the heads of its columns, and below it."""

from collections.abc import Collection, Iterator

from cjmgen.numbers.digits import apart
from cjmgen.pages.journey.head import StageHead
from cjmgen.pages.journey.page import JourneyView
from cjmgen.render.poster.desk import MARGIN, PAD, SMALL, SMALL_LEAD, Desk, Piece
from cjmgen.render.poster.measure import width, wrap
from cjmgen.render.poster.shapes import Block, Path, Shape, Text, diamond, lines

_TITLE, _TITLE_LEAD = 30.0, 36.0
_VITAL = 132.0
_QUOTES = {"ru": ("«", "»")}
"""The marks around what somebody says, where they are not the English ones; the stylesheet's `quotes`."""
_LEGEND = {"severity": "severity-4", "validated": "validated", "reasoned": "reasoned", "assumed": "assumed", "effort": "effort"}


def head(desk: Desk, view: JourneyView) -> Block:
    """Title, summary, facts and the voice of the first persona at the left, vital signs at the right."""
    vitals = tuple(_vitals(desk, view))
    figures, low, taken = _figures(desk, vitals)
    room = desk.grid.wide - 2 * MARGIN - taken
    y = MARGIN - 8
    title = wrap(desk.say(view.title), room, _TITLE, bold=True)
    shapes = lines(MARGIN, y, title, _TITLE, _TITLE_LEAD, bold=True)
    y += _TITLE_LEAD * len(title) + 4
    lead = wrap(desk.say(view.summary), min(room, 760), 16)
    shapes += lines(MARGIN, y, lead, 16, 24, "ink-2")
    y += 24 * len(lead) + (6 if lead else 0)
    facts = " · ".join(_facts(desk, view))
    said = wrap(facts, room, SMALL)
    shapes += lines(MARGIN, y, said, SMALL, SMALL_LEAD, "ink-3")
    y += SMALL_LEAD * len(said)
    drawn, tall = _voice(desk, view, y + 14, room)
    shapes += drawn
    return Block("head", max(y + tall, low) + 24, (*shapes, *figures))


def _facts(desk: Desk, view: JourneyView) -> Iterator[str]:
    if view.strips:
        yield ", ".join(desk.say(strip.anchor.said) for strip in view.strips)
    yield desk.word(f"state.{view.state}")
    yield desk.word(f"status.{view.status}")
    if view.owner:
        yield desk.word("journey.owner", team=view.owner)
    if view.reviewed:
        yield desk.word("journey.reviewed", date=desk.speaker.date(view.reviewed))


def _voice(desk: Desk, view: JourneyView, top: float, room: float) -> tuple[list[Shape], float]:
    """What the first persona says, in the face of the customer's voice, beside a rule."""
    quote = next((desk.say(strip.quote) for strip in view.strips if strip.quote), "")
    if not quote:
        return [], 0
    left, right = _QUOTES.get(desk.speaker.language.split("-")[0], ("“", "”"))
    said = wrap(f"{left}{quote}{right}", min(room, 860) - 16, 18, serif=True)
    shapes: list[Shape] = [Path(f"M{MARGIN + 1:g} {top + 2:g}v{26 * len(said) - 4:g}", stroke="line-2", width=2)]
    shapes += [Text(MARGIN + 16, top + 26 * at + 19, words, 18, "ink-2", serif=True) for at, words in enumerate(said)]
    return shapes, 14 + 26.0 * len(said)


Vital = tuple[str, str, str, str]
"""A figure, a note beside it, what it counts, and its colour."""


def _vitals(desk: Desk, view: JourneyView) -> Iterator[Vital]:
    v, speaker = view.vitals, desk.speaker
    if v.score is not None:
        yield speaker.signed(v.score), "", desk.word("journey.vital_score"), {"pos": "good", "neg": "bad"}.get(v.tone, "ink")
    if v.conversion is not None:
        digits = apart((v.conversion,), "share", goal=v.target)
        goal = desk.word("journey.goal", value=speaker.percent(v.target, digits)) if v.target is not None else ""
        yield speaker.percent(v.conversion, digits), goal, desk.word("journey.vital_reach", stage=v.outcome), "bad" if v.missed else "ink"
    if v.pains:
        yield speaker.number(v.severe), desk.word("journey.of", total=v.pains), desk.word("journey.vital_severe", n=v.severe), "ink"
    if v.claims and v.coverage is not None:
        counted = f"{speaker.number(v.validated)} {desk.word('journey.of', total=v.claims)}"
        weight = [desk.word("journey.vital_weight", share=speaker.percent(v.weight, 0))] if v.validated and v.weight is not None else []
        yield speaker.percent(v.coverage, 0), counted, ", ".join((desk.word("journey.vital_evidence"), *weight)), "ink"


def _figures(desk: Desk, vitals: tuple[Vital, ...]) -> tuple[list[Shape], float, float]:
    """The figures from right to left, how low they reach and how much room they take."""
    shapes: list[Shape] = []
    x, low = desk.grid.wide - MARGIN + 16, 0.0
    for figure, beside, counts, colour in reversed(vitals):
        x -= max(_VITAL, width(figure, 28, bold=True) + 16)
        shapes.append(Text(x, MARGIN + 20, figure, 28, colour, bold=True))
        said = (*wrap(beside, _VITAL - 16, SMALL), *wrap(counts, _VITAL - 16, SMALL))
        shapes += lines(x, MARGIN + 30, said, SMALL, SMALL_LEAD, "ink-3")
        low = max(low, MARGIN + 30 + SMALL_LEAD * len(said))
    return shapes, low, desk.grid.wide - MARGIN - x + 32 if vitals else 0


def stages(desk: Desk, heads: tuple[StageHead, ...]) -> Block:
    """The heads of the columns: number, name, time and score."""
    drawn = [_stage(desk, at, head) for at, head in enumerate(heads)]
    return Block("stages", max((high for _, high in drawn), default=0) + PAD, tuple(shape for shapes, _ in drawn for shape in shapes))


def _stage(desk: Desk, at: int, head: StageHead) -> tuple[list[Shape], float]:
    x, room = desk.grid.at(at) + PAD, desk.grid.column - 2 * PAD
    number = desk.speaker.number(head.number)
    beside = width(number, 14, bold=True) + 7
    name = wrap(desk.say(head.said), room - beside, 14, bold=True)
    shapes: list[Shape] = [*lines(x, PAD, (number,), 14, 20, "ink-3", bold=True), *lines(x + beside, PAD, name, 14, 20, bold=True)]
    y = PAD + 20 * max(len(name), 1) + 2
    score = desk.speaker.signed(head.score) if head.score is not None else ""
    wide = width(score, SMALL, bold=True) + 8 if score else 0
    sub = wrap(" · ".join(_sub(desk, head)), room - wide, SMALL)
    shapes += lines(x, y, sub, SMALL, SMALL_LEAD, "ink-3")
    if score:
        tone = {"pos": "good", "neg": "bad"}.get(head.tone, "ink")
        shapes.append(Text(x + room, y + 12, score, SMALL, tone, bold=True, anchor="end"))
    return shapes, y + SMALL_LEAD * max(len(sub), 1 if score else 0)


def _sub(desk: Desk, head: StageHead) -> Iterator[str]:
    duration = desk.speaker.duration(desk.say(head.duration)) if head.duration else ""
    if head.wait:
        yield desk.word("journey.waits", time=desk.speaker.duration(desk.say(head.wait)))
        if duration:
            yield desk.word("journey.lasts", time=duration)
    elif duration:
        yield duration
    if head.optional:
        yield desk.word("journey.optional")


def foot(desk: Desk, view: JourneyView, lanes: Collection[str]) -> Block:
    """How to read the marks, and what the project says about all its pages."""
    room = desk.grid.wide - 2 * MARGIN
    pieces = [Piece(_LEGEND[name], desk.word(f"journey.legend_of.{name}"), "ink-2") for name in view.legend if _shown(name, lanes)]
    shapes, high = desk.flow(pieces, MARGIN, 20, room, gap=24)
    if "truth" in view.legend and {"emotion", "channels"} & set(lanes):
        words = desk.word("journey.legend_of.truth")
        shapes.append(Path(diamond(MARGIN + 6, 20 + high + 12, 6), fill="ink"))
        shapes += lines(MARGIN + 18, 20 + high + 4, wrap(words, room - 18, SMALL), SMALL, SMALL_LEAD, "ink-2")
        high += 4 + SMALL_LEAD
    told = " · ".join(text for text in (desk.say(view.frame.site), desk.say(view.frame.notice)) if text)
    said = wrap(told, room, SMALL)
    top = 20 + high + (10 if high else 0)
    shapes += lines(MARGIN, top, said, SMALL, SMALL_LEAD, "ink-3")
    return Block("foot", top + SMALL_LEAD * len(said) + 28, tuple(shapes))


def _shown(name: str, lanes: Collection[str]) -> bool:
    """Whether a mark that can be explained here stands in one of the lanes."""
    return name in _LEGEND and ("chances" if name == "effort" else "pains") in lanes


