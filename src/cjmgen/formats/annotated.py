"""annotated: YAML with comments, a comment told once and not again at every item of the same kind."""

from collections.abc import Iterable
from dataclasses import replace

from cjmgen.syntax.document import Plain
from cjmgen.syntax.yaml.write import write
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of YAML with a comment above it or beside it."""

    text: str
    above: str = ""
    beside: str = ""


def pair(key: str, value: Plain, above: str = "", beside: str = "") -> tuple[Line, ...]:
    """A key with its value; a comment beside stands behind the first line."""
    first, *rest = write({key: value}).splitlines()
    return (Line(first, above, beside), *(Line(text) for text in rest))


def under(key: str, lines: Iterable[Line], above: str = "") -> tuple[Line, ...]:
    """A key with lines below it."""
    return (Line(f"{key}:", above), *(replace(line, text="  " + line.text) for line in lines))


def item(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines of a mapping as one item of a list."""
    first, *rest = lines
    return (replace(first, text="- " + first.text), *(replace(line, text="  " + line.text) for line in rest))


def listed(key: str, items: Iterable[tuple[Line, ...]], above: str = "") -> tuple[Line, ...]:
    """A key with a list of mappings; nothing for no items."""
    lines = tuple(line for one in items for line in item(one))
    return (Line(f"{key}:", above), *lines) if lines else ()


def page(lines: Iterable[Line]) -> str:
    """The text of the lines, each comment where it comes first."""
    told: set[str] = set()
    result: list[str] = []
    for line in lines:
        indent = line.text[: len(line.text) - len(line.text.lstrip(" "))]
        if line.above and line.above not in told:
            result += [f"{indent}# {words}" for words in line.above.splitlines()]
        beside = f"  # {line.beside}" if line.beside and line.beside not in told else ""
        told |= {line.above, line.beside}
        result.append(line.text + beside)
    return "\n".join(result) + "\n"
