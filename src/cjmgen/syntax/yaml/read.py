"""read: YAML to plain data, fast where all is well, and thorough where it may not be."""

import re
from functools import lru_cache

from cjmgen.problem import Checked, Keys, Span
from cjmgen.syntax.document import Plain
from cjmgen.syntax.slip import Edit, Lines, back, problems
from cjmgen.syntax.text import read_text
from cjmgen.syntax.yaml.events import HAS_LIBYAML, YAMLError
from cjmgen.syntax.yaml.place import extent, outline
from cjmgen.syntax.yaml.plain import Draft, Refused, build
from cjmgen.syntax.yaml.sound import sound
from cjmgen.syntax.yaml.spaces import UNUSUAL_LAYOUT, UNUSUAL_SIGNS

__all__ = ["HAS_LIBYAML", "locate_yaml", "read_yaml"]


def read_yaml(file: str, content: bytes) -> Checked[Plain]:
    """The data of a YAML file; None where it can't be read, an empty mapping where it says nothing.

    A text that only needs quotes is read as its author meant it, so that its mistake, told here, is told once.
    """
    checked = read_text(file, content)
    text = checked.value
    if text is None:
        return Checked(None, checked.problems)
    if draft := _flawless(text):
        return Checked(draft.data)
    whole = sound(text)
    data = build(whole.text).data if whole.text is not None else None
    return Checked(data, problems(file, text, whole.slips))


def _flawless(text: str) -> Draft | None:
    """The data of a text in which nothing looks like a slip; None where a closer look is needed."""
    try:
        draft = build(text)
    except (YAMLError, Refused):
        return None
    doubtful = draft.doubtful or _may_be_cut(text) or _may_be_items(text, draft.dashed) or _has_unusual_spaces(text)
    return None if doubtful else draft


def _may_be_cut(text: str) -> bool:
    """Whether something in the text may be a slip that leaves no trace in the data."""
    if _COMMAS.search(text) is not None:
        return True
    return any(text[hit.start() - 1] in " \t" and not _is_quoted(text, hit.start()) for hit in _HASH.finditer(text, 1))


def _has_unusual_spaces(text: str) -> bool:
    return not text.isascii() and any(sign in text for sign in UNUSUAL_SIGNS) and UNUSUAL_LAYOUT.search(text) is not None


def _may_be_items(text: str, dashed: tuple[str, ...]) -> bool:
    """Whether a text with ` - ` in it may be a text and list items below it that are indented too deep."""
    words = {part.split(maxsplit=1)[0] for value in dashed for part in value.split(" - ")[1:] if part.strip()}
    return any(re.search(rf"\n *- +{re.escape(word)}", text) for word in sorted(words))


def _is_quoted(text: str, at: int) -> bool:
    return _QUOTED.search(text, text.rfind("\n", 0, at) + 1, at) is not None


_COMMAS = re.compile(r"\[[^\[\]\n]*\d,\d")
_HASH = re.compile(r"#[^\s#!]")
_QUOTED = re.compile(r"[:-] [\"']")


def locate_yaml(content: bytes, keys: Keys) -> Span:
    """Where a key or a value stands; where it is missing, the key of its nearest parent."""
    read = _readable(content)
    if read is None:
        return Span(1, 1)
    text, edits, lines = read
    start, end = extent(outline(text).root, keys)
    return lines.span(back(start, edits), back(end, edits))


@lru_cache(maxsize=2)
def _readable(content: bytes) -> tuple[str, tuple[Edit, ...], Lines] | None:
    """A file's text as it can be read, the edits that made it so, and its own lines; most files are asked for many places in turn."""
    text = read_text("", content).value
    if text is None:
        return None
    if _flawless(text):
        return text, (), Lines(text)
    whole = sound(text)
    return (whole.text, whole.edits, Lines(text)) if whole.text is not None else None
