"""colour: sRGB colours as lightness, chroma and hue, and the contrast between two of them.

The space is OKLab in its polar form, OKLCH: Björn Ottosson, A perceptual color space for image processing, 2020
(https://bottosson.github.io/posts/oklab/). Contrast is that of WCAG 2.2.
"""

import math
from dataclasses import replace

from cjmgen.value import dataclass

_TO_CONES = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_FROM_LAB = ((1.0, 0.3963377774, 0.2158037573), (1.0, -0.1055613458, -0.0638541728), (1.0, -0.0894841775, -1.2914855480))
_FROM_CONES = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)

Triple = tuple[float, float, float]

_FINE = 18
"""Halvings of the search for the strongest chroma that a screen can show: finer than eight bits a channel."""


@dataclass(frozen=True, slots=True)
class Oklch:
    """A colour as it is seen: lightness 0 … 1, chroma from 0 for grey, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def read(code: str) -> Oklch:
    """The colour of a code such as `#4341c0`."""
    cones = _times(_TO_CONES, _linear(code))
    lightness, a, b = _times(_TO_LAB, tuple(value ** (1 / 3) for value in cones))
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def written(colour: Oklch) -> str:
    """The code of a colour; one that no screen can show gives up chroma, and keeps its lightness and hue."""
    lightness = min(1.0, max(0.0, colour.lightness))
    shown = replace(colour, lightness=lightness)
    if not _in_gamut(_rgb(shown)):
        low, high = 0.0, colour.chroma
        for _ in range(_FINE):
            middle = (low + high) / 2
            low, high = (middle, high) if _in_gamut(_rgb(replace(shown, chroma=middle))) else (low, middle)
        shown = replace(shown, chroma=low)
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, _gamma(value)))):02x}" for value in _rgb(shown))


def contrast(one: str, other: str) -> float:
    """The contrast of two codes, 1 … 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(code: str) -> float:
    red, green, blue = _linear(code)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(code: str) -> Triple:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _light(red), _light(green), _light(blue)


def _light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _rgb(colour: Oklch) -> Triple:
    """Linear red, green and blue, outside of 0 … 1 where no screen can show the colour."""
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    long, medium, short = _times(_FROM_LAB, (colour.lightness, a, b))
    return _times(_FROM_CONES, (long**3, medium**3, short**3))


def _in_gamut(rgb: Triple) -> bool:
    return all(-1e-4 <= value <= 1.0001 for value in rgb)


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (row[0] * vector[0] + row[1] * vector[1] + row[2] * vector[2] for row in matrix)
    return first, second, third
