"""accent: a project's own colour for links and actions, carried through both themes and held to their contrast."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from cjmgen.render.colour import Oklch, contrast, read, written
from cjmgen.value import dataclass

TEXT, MARK = 4.5, 3.0
"""The contrast that WCAG 2.2 AA asks of text, and of marks and borders of controls."""

_STEP = 0.002
_HALVINGS = 8
_PAIR = re.compile(r"--([a-z0-9-]+):\s*light-dark\(\s*(#[0-9a-fA-F]{6})\s*,\s*(#[0-9a-fA-F]{6})\s*\)")
_GROUNDS = ("paper", "surface", "sunken")
_FOLLOW = ("act", "act-fill", "act-tint")

Pair = tuple[str, str]
"""A token's colour in the light theme and in the dark one."""


@dataclass(frozen=True, slots=True)
class Accent:
    """The tokens that follow from a colour. `instead` is the nearest colour that can be read, where the one asked for can't."""

    tokens: Mapping[str, Pair]
    instead: str = ""

    def style(self) -> str:
        """The tokens as a rule for the end of a stylesheet."""
        lines = "".join(f"  --{name}: light-dark({light}, {dark});\n" for name, (light, dark) in self.tokens.items())
        return f"/* the accent of cjmgen.yml */\n:root {{\n{lines}}}\n"


def accent(code: str, style: str) -> Accent | None:
    """A colour's tokens beside the stylesheet of a theme; None where that has no such tokens.

    The steps from one token to another are those that the theme's own colour takes, so that colour gives the theme's tokens. What
    a text or mark stands on counts as the stylesheet has it at its end, where a project's styles are.
    """
    shipped: dict[str, Pair] = {}
    last: dict[str, Pair] = {}
    for name, light, dark in _PAIR.findall(style):
        shipped.setdefault(name, (light, dark))
        last[name] = (light, dark)
    if any(name not in shipped for name in (*_FOLLOW, *_GROUNDS)):
        return None
    model = {name: shipped[name] for name in _FOLLOW}
    grounds = {name: last[name] for name in _GROUNDS}
    asked = code.lower()
    if _legible(_tokens(asked, model, grounds), grounds):
        return Accent(_tokens(asked, model, grounds))
    near = _nearest(asked, model, grounds)
    return Accent(_tokens(near, model, grounds), near)


def _tokens(code: str, model: Mapping[str, Pair], grounds: Mapping[str, Pair]) -> dict[str, Pair]:
    """The six colours: text keeps the colour asked for in the light theme, everything else takes the lightness of its model."""
    colour, base = read(code), read(model["act"][0])

    def like(token: str, theme: int, lightness: float = 0.0) -> Oklch:
        other = read(model[token][theme])
        return Oklch(lightness or other.lightness, colour.chroma * other.chroma / base.chroma, colour.hue + other.hue - base.hue)

    deeper = colour.lightness + read(model["act-fill"][0]).lightness - base.lightness
    tint = written(like("act-tint", 0)), written(like("act-tint", 1))
    below = tuple([*(pair[theme] for pair in grounds.values()), tint[theme]] for theme in (0, 1))
    return {
        "act": (code, _moved(like("act", 1), _STEP, TEXT, below[1])),
        "act-fill": (_moved(like("act-fill", 0, deeper), -_STEP, MARK, below[0]), _moved(like("act-fill", 1), _STEP, MARK, below[1])),
        "act-tint": tint,
    }


def _moved(colour: Oklch, step: float, least: float, grounds: list[str]) -> str:
    """The colour, made lighter or darker until it stands out from all grounds."""
    return _until(colour, step, lambda code: min(contrast(code, ground) for ground in grounds) >= least)


def _until(colour: Oklch, step: float, passes: Callable[[str], bool]) -> str:
    code = written(colour)
    while not passes(code) and 0 < colour.lightness < 1:
        colour = replace(colour, lightness=min(1.0, max(0.0, colour.lightness + step)))
        code = written(colour)
    return code


def _legible(tokens: Mapping[str, Pair], grounds: Mapping[str, Pair]) -> bool:
    """Whether text and marks stand out everywhere they may stand: on the grounds of both themes and on their own tint."""
    return all(
        contrast(tokens[name][theme], ground) >= least
        for theme in (0, 1)
        for ground in (*(pair[theme] for pair in grounds.values()), tokens["act-tint"][theme])
        for name, least in (("act", TEXT), ("act-fill", MARK))
    )


def _nearest(code: str, model: Mapping[str, Pair], grounds: Mapping[str, Pair]) -> str:
    """The same hue, only as much darker as it needs to be."""
    colour = read(code)
    low, high = 0.0, colour.lightness

    def passes(darker: str) -> bool:
        return _legible(_tokens(darker, model, grounds), grounds)

    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if passes(written(replace(colour, lightness=middle))) else (low, middle)
    return _until(replace(colour, lightness=high), -_STEP, passes)
