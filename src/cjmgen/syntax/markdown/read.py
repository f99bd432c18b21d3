"""read: a Markdown file to plain data, and back from that data to places in the file."""

from cjmgen.problem import Checked, Keys, Place, Problem, Span, problem
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits import said
from cjmgen.syntax.habits.said import Node
from cjmgen.syntax.markdown import journey, persona
from cjmgen.syntax.text import read_text

MOST_LINES = 20_000
"""More lines than any map has: a longer file would only cost time."""


def read_markdown(file: str, content: bytes) -> Checked[Plain]:
    """The data of a Markdown file: a persona's below a folder `personas`, else a journey's, or `{journeys: […]}` of several."""
    checked = read_text(file, content)
    if checked.value is None:
        return Checked(None, checked.problems)
    if (lines := checked.value.count("\n")) > MOST_LINES:
        message = f"this file has {lines:,} lines, {MOST_LINES:,} are the most"
        return Checked(None, (problem("too-many-nodes", message, Place(file, Span(1, 1)), "split it into several files"),))
    problems: list[Problem] = list(checked.problems)
    data = _read(file, checked.value, problems, persona.is_persona_file(file))
    return Checked(said.plain(data), tuple(problems))


def locate_markdown(content: bytes, keys: Keys) -> Span:
    """The place of what the data has at a path of keys, or of the nearest thing above it."""
    text = content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_LINES:
        return Span(1, 1)
    return said.locate(_read("", text, [], persona.is_persona_path(keys.path)), keys)


def _read(file: str, text: str, problems: list[Problem], is_persona: bool) -> Node:
    return persona.read(file, text, problems) if is_persona else journey.read(file, text, problems)
