"""badge: a badge as SVG: no script, no style sheet, no font and nothing from elsewhere in it."""

from cjmgen.pages.evidence.badge import BadgeView
from cjmgen.render.poster.measure import clean, width
from cjmgen.render.prose import plain
from cjmgen.render.template import environment
from cjmgen.render.theme import Theme
from cjmgen.value import dataclass
from cjmgen.words.speaker import Speaker

SIZE, PAD = 11.0, 8.0
"""The size of its letters, and the room on either side of a text."""

EDGE = 4
"""How far from its end the bars of a badge stop, for its round corners."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text and the field that it stands in; it is stretched to `room`, so that it fits in any font."""

    words: str
    wide: int
    room: int


def badge(view: BadgeView, theme: Theme, speaker: Speaker) -> str:
    """The badge, as wide as its words need."""
    shown = {"share": speaker.percent(view.share, 0), "weight": speaker.percent(view.weight, 0)}
    title = clean(plain(view.title.text))
    said = speaker.word("evidence.badge.title", title=title, n=view.validated, total=view.claims, weight=shown["weight"])
    name = _part(speaker.word("evidence.badge.name"))
    value = _part(speaker.word("evidence.figure", **shown))
    told = environment(theme, speaker).get_template("badge.svg")
    share, weight = (round(part * (value.wide - EDGE), 1) for part in (view.share, view.weight))
    return told.render(view=view, said=clean(said), name=name, value=value, size=SIZE, share=share, weight=weight)


def _part(words: str) -> Part:
    room = round(width(clean(words), SIZE) * 0.9)
    return Part(clean(words), round(room + 2 * PAD), room)
