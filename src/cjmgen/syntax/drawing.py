"""drawing: whether an SVG is a drawing and nothing else, so that it may stand in a site under its own address."""

import re
from collections.abc import Iterator

LARGEST = 200 * 1024
"""Bytes of a drawing."""

_DEEPEST = 40

_ELEMENTS = frozenset({
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "defs", "linearGradient", "radialGradient", "stop",
    "clipPath", "mask", "title", "desc", "style",
})  # fmt: skip
_WORDED = frozenset({"title", "desc", "style"})
"""Elements that hold text; everywhere else only shapes stand."""

_ATTRIBUTES = frozenset({
    "id", "class", "version", "baseProfile", "viewBox", "preserveAspectRatio", "x", "y", "width", "height", "r", "rx", "ry", "cx", "cy",
    "fx", "fy", "x1", "x2", "y1", "y2", "d", "points", "pathLength", "transform", "opacity", "color", "display", "visibility",
    "overflow", "offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod", "clip-path", "clip-rule",
    "clipPathUnits", "mask", "maskUnits", "maskContentUnits", "fill", "fill-rule", "fill-opacity", "stroke", "stroke-width",
    "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
    "shape-rendering", "color-interpolation", "vector-effect", "paint-order", "isolation", "mix-blend-mode", "style", "role",
    "focusable", "aria-hidden", "aria-label", "aria-labelledby", "data-name", "xml:space", "enable-background",
})  # fmt: skip
_NAMESPACES = {"xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink"}

_TOKEN = re.compile(
    r"(?P<note><!--(?:(?!--)[^\0])*-->)|</(?P<end>[\w:.-]+)\s*>|<(?P<start>[\w:.-]+)(?P<rest>(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<]*\"|'[^'<]*'))*)"
    r"\s*(?P<closed>/?)>|(?P<text>[^<]+)"
)
_ATTRIBUTE = re.compile(r"([\w:.-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_OPENING = re.compile(r"\ufeff?\s*(?:<\?xml[^<>?]*\?>)?")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_HIDDEN = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")
"""In attributes no letter is written by its number: `&#117;rl(…)` would be an address."""
_FETCHES = re.compile(r"url\(\s*(?!#[\w-]+\s*\))|javascript:|expression\(|@|\\", re.IGNORECASE)


def flaw(content: bytes) -> str:
    """What an SVG has that no drawing has, with its line; "" for a drawing."""
    if len(content) > LARGEST:
        return f"has {len(content) // 1024} KB, {LARGEST // 1024} are the most"
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return "is not UTF-8"
    return next(_flaws(text), "")


def _flaws(text: str) -> Iterator[str]:
    opening = _OPENING.match(text)
    at = opening.end() if opening else 0
    inside: list[str] = []
    seen = False
    while at < len(text):
        token = _TOKEN.match(text, at)
        line = text.count("\n", 0, at) + 1
        if not token:
            yield f"has '{text[at : at + 20].split()[0][:20]}' in line {line}"
            return
        if name := token["start"]:
            yield from (f"{found} in line {line}" for found in _element(name, token["rest"], seen, bool(inside)))
            seen = True
            if not token["closed"]:
                inside.append(name)
        elif token["end"] and (not inside or inside.pop() != token["end"]):
            yield f"closes <{token['end']}> in line {line}, which is not open"
        elif words := (token["text"] or "").strip():
            line += token["text"].count("\n", 0, token["text"].index(words))
            yield from (f"{found} in line {line}" for found in _words(words, inside[-1] if inside else ""))
        if len(inside) > _DEEPEST:
            yield f"is nested too deep in line {line}"
        at = token.end()
    if not seen or inside:
        yield f"does not close <{inside[-1]}>" if inside else "holds no drawing"


def _element(name: str, rest: str, seen: bool, inside: bool) -> Iterator[str]:
    if name not in _ELEMENTS:
        yield f"has <{name}>"
    given = {key: double or single for key, double, single in _ATTRIBUTE.findall(rest)}
    if inside == (name == "svg" and not seen) or (seen and not inside) or (name == "svg" and inside):
        yield f"has a second drawing, <{name}>,"
    if not seen and (name != "svg" or given.get("xmlns") != _NAMESPACES["xmlns"]):
        yield f'does not open with <svg xmlns="{_NAMESPACES["xmlns"]}">'
    if not seen and "viewBox" not in given and not ("width" in given and "height" in given):
        yield "has no viewBox, so nobody knows how large it is,"
    for key, value in given.items():
        if (key in _NAMESPACES and value != _NAMESPACES[key]) or (key not in _NAMESPACES and key not in _ATTRIBUTES):
            yield f"has the attribute {key}"
        elif _HIDDEN.search(value):
            yield f"has an entity in {key}"
        elif _FETCHES.search(value):
            yield f"has {key}, which leads out of the drawing,"


def _words(words: str, element: str) -> Iterator[str]:
    if _ENTITY.search(words):
        yield "has an entity"
    elif element == "style" and ("&" in words or _FETCHES.search(words)):
        yield "has a style that leads out of the drawing"
    elif element not in _WORDED:
        yield "has text"
