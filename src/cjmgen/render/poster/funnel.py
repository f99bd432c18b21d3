"""funnel: the funnel lane of a poster: how many people come to each stage, and what share goes on."""

from cjmgen.numbers.digits import apart
from cjmgen.pages.journey.numbers import Funnel, Step
from cjmgen.render.poster.desk import SMALL, TEXT, Desk, middle
from cjmgen.render.poster.measure import width, wrap
from cjmgen.render.poster.shapes import Block, Path, Rect, Shape

_HIGH, _CHIP = 152.0, 84.0
"""How high the lane is, and where the chips of conversion stand in it."""


def funnel(desk: Desk, called: str, shown: Funnel, hint: str) -> Block:
    """The lane of the funnel."""
    grid = desk.grid
    scale = (grid.plot / 1000, _HIGH / 100)
    shapes: list[Shape] = [*desk.label(called, 12, hint)]
    shapes += [Path(loss, fill="#lost", scale=scale) for loss in shown.losses]
    shapes.append(Path(shown.band, fill="e1", scale=scale))
    for count in shown.counts:
        if count:
            x = grid.left + count.x / 100 * grid.plot
            shapes.append(middle(x, 22, desk.speaker.number(count.people), TEXT, bold=True))
            of = wrap(desk.say(count.of), grid.column - 16, SMALL)[:1]
            shapes += [middle(x, 38, words, SMALL, "ink-3") for words in of]
    for step in shown.steps:
        shapes += _chip(desk, step)
    return Block("funnel", _HIGH, tuple(shapes))


def _chip(desk: Desk, step: Step) -> list[Shape]:
    """The share that goes on; below its goal it is marked by a cross, a word and a colour."""
    x = desk.grid.left + step.x / 100 * desk.grid.plot
    digits = apart((step.share,), "share", goal=step.target)
    share = desk.speaker.percent(step.share, digits)
    goal = desk.word("journey.goal", value=desk.speaker.percent(step.target, digits)) if step.target is not None else ""
    words = f"{share} {'✕ ' if step.below else ''}{goal}" if goal else share
    wide = width(words, SMALL, bold=True) + 20
    ink = "bad" if step.below else "ink"
    return [
        Rect(x - wide / 2, _CHIP - 12, wide, 24, 12, "surface", "bad-fill" if step.below else "line"),
        middle(x, _CHIP + 4.2, words, SMALL, ink, bold=True),
    ]
