"""indent: the mistakes that no guess can mend: tabs, columns that fit nothing above, and what else stops the reading."""

import re
from typing import Any

from cjmgen.syntax.slip import Slip

_TAB = re.compile(r"^ *(\t)[ \t]*\S", re.MULTILINE)
_FIELD = re.compile(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s\"'#\[\]{}][^:\n]*):(?=\s|$)")


def structural(text: str, error: Any) -> Slip:
    """The slip behind an error that no text in quotes explains."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Slip("bad-yaml", "this file can't be read as YAML", 0, 1, fatal=True)
    at = min(mark.index, len(text))
    began = error.context_mark.index if error.context_mark is not None else at
    return (
        _tab(text, at)
        or _stray(text, at)
        or _document(text, at)
        or _loose(text, began, at)
        or _column(text, at)
        or _unknown(at if at < len(text) else began)
    )


def _tab(text: str, at: int) -> Slip | None:
    """A tab before the words of the line, or of the line above."""
    start = text.rfind("\n", 0, text.rfind("\n", 0, at) if "\n" in text[:at] else 0) + 1
    end = text.find("\n", at)
    found = _TAB.search(text, start, len(text) if end < 0 else end)
    if found is None:
        return None
    hint = "use two spaces for each level"
    return Slip("tab-indent", "a tab can't indent a line", found.start(1), found.start(1) + 1, hint, fatal=True)


def _stray(text: str, at: int) -> Slip | None:
    sign = text[at : at + 1]
    if sign not in ("]", "}", ","):
        return None
    message = f"this '{sign}' closes nothing" if sign != "," else "there is nothing before this comma"
    return Slip("bad-yaml", message, at, at + 1, "delete it, or put the text in quotes", fatal=True)


def _document(text: str, at: int) -> Slip | None:
    start = text.rfind("\n", 0, at) + 1
    above = text[:start].rstrip().rfind("\n") + 1
    if text[above : above + 3] != "..." or above >= start:
        return None
    hint = "delete the '...' above it, or move what follows into a file of its own"
    return Slip("several-documents", "a second document begins here; a file holds one map", at, at + 1, hint, fatal=True)


def _loose(text: str, began: int, at: int) -> Slip | None:
    """A line that is neither a field nor an item, which the parser only notices on the next one."""
    start = text.rfind("\n", 0, began) + 1
    end = text.find("\n", began)
    line = text[start : len(text) if end < 0 else end]
    words = line.strip()
    if (
        began >= at
        or (at < len(text) and "\n" not in text[began:at])
        or not words
        or words.startswith(("-", "[", "{", '"', "'"))
        or _FIELD.match(words)
    ):
        return None
    first = start + len(line) - len(line.lstrip())
    hint = "write 'field: text', or indent the line if it continues the text above"
    return Slip("bad-yaml", "this line has no field", first, first + len(words), hint, fatal=True)


def _column(text: str, at: int) -> Slip | None:
    """A line that begins in a column where nothing can begin."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", start)
    line = text[start : len(text) if end < 0 else end].rstrip()
    words = line.lstrip(" ")
    if not words or start == 0:
        return None
    column = len(line) - len(words)
    colon_here = text[at : at + 1] == ":" and _FIELD.match(words) is not None
    if at - start != column and not colon_here:
        return None
    length = len(words.split(":")[0]) if _FIELD.match(words) else len(words)
    message, hint = _advice(words, column, _columns(text[:start]))
    return Slip("bad-indent", message, start + column, start + column + length, hint, fatal=True)


def _advice(words: str, column: int, open_columns: list[int]) -> tuple[str, str]:
    spaces = "1 space" if column == 1 else f"{column} spaces"
    if column in open_columns:
        if not words.startswith("- ") and open_columns[-1] > column:
            return (
                "a field can't stand in the column of list items",
                f"indent it by {open_columns[-1]} spaces if it belongs to the item above",
            )
        what = "list item" if words.startswith("- ") else "field"
        return f"a {what} can't stand in this column", "look at the lines above: fields stand below fields, items below items"
    message = f"this line is indented by {spaces}, which fits no line above"
    if open_columns in ([], [0]):
        return message, "begin it at the start of the line"
    *most, last = map(str, open_columns)
    return message, f"indent it by {', '.join(most)}{' or ' if most else ''}{last} spaces"


def _columns(above: str) -> list[int]:
    """The columns in which fields or items may go on below this text, the outermost first."""
    columns: list[int] = []
    deepest = len(above)
    for line in reversed(above[-20_000:].split("\n")):
        words = line.lstrip(" ")
        if not words or words.startswith("#"):
            continue
        column = len(line) - len(words)
        inner = column
        while words.startswith("- "):
            inner += len(words) - len(words[2:].lstrip(" "))
            words = words[2:].lstrip(" ")
            if inner < deepest:
                columns.append(inner)
        if column < deepest:
            columns.append(column)
            deepest = column
        if column == 0:
            break
    return sorted(set(columns))


def _unknown(at: int) -> Slip:
    hint = "look at the indentation, the quotes and the colons here and in the line above"
    return Slip("bad-yaml", "this can't be read as YAML", at, at + 1, hint, fatal=True)
