"""said: texts and mappings that remember where in their file they were said, until the reader lets go of them."""

from collections.abc import Iterable, Mapping

from cjmgen.problem import Keys, Span
from cjmgen.syntax.document import Plain


class Said(str):
    """A text with its place. Every method of `str` forgets the place; `but` keeps it."""

    __slots__ = ("span",)
    span: Span

    def __new__(cls, text: str, span: Span) -> "Said":
        """The text, said there."""
        made = super().__new__(cls, text)
        made.span = span
        return made

    def but(self, text: str) -> "Said":
        """Another text, said at this place; where it is a part of this one, at the part's own column."""
        at = self.find(text) if text else -1
        if at < 0:
            return Said(text, self.span)
        down = self.count("\n", 0, at)
        column = at - self.rfind("\n", 0, at) if down else self.span.column + at
        return Said(text, Span(self.span.line + down, column, max(1, len(text.split("\n", 1)[0]))))


class Node(dict[str, Plain]):
    """A mapping with its place; `at` holds the places of keys whose values have none."""

    __slots__ = ("at", "span")
    span: Span
    at: dict[str, Span]

    def __init__(self, span: Span, values: Mapping[str, Plain] | Iterable[tuple[str, Plain]] = ()) -> None:
        super().__init__(values)
        self.span = span
        self.at = {}

    def but(self, values: Mapping[str, Plain]) -> "Node":
        """Other values, said at this place, with the places that keys have here."""
        made = Node(self.span, values)
        made.at = self.at
        return made


def plain(value: Plain) -> Plain:
    """The same value of ordinary texts, lists and mappings."""
    if isinstance(value, str):
        return str.__str__(value) if isinstance(value, Said) else value
    if isinstance(value, dict):
        return {str(key): plain(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [plain(entry) for entry in value]
    return value


def locate(value: Plain, keys: Keys) -> Span:
    """The place of what stands at a path of keys, else of the nearest thing above it that has one."""
    best = place_of(value) or Span(1, 1)
    here: Plain = value
    for key in keys.path:
        found, step = _enter(here, key)
        if step is not None:
            best = step
        if not found:
            return best
        here = here[key]  # type: ignore[index]
        best = place_of(here) or best
    return best


def _enter(here: Plain, key: str | int) -> tuple[bool, Span | None]:
    if isinstance(here, dict) and isinstance(key, str):
        return key in here, here.at.get(key) if isinstance(here, Node) else None
    return isinstance(here, list) and isinstance(key, int) and 0 <= key < len(here), None


def place_of(value: Plain) -> Span | None:
    """The place of a value: its own, else that of the first thing in it that has one."""
    if isinstance(value, Said | Node):
        return value.span
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return next((span for span in map(place_of, parts) if span), None)
