"""sound: a YAML text with its slips mended as far as they can be, so that one mistake hides no other."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from cjmgen.syntax.document import Plain
from cjmgen.syntax.slip import Edit, Slip, apply, back, moved_back
from cjmgen.syntax.yaml.events import YAMLError
from cjmgen.syntax.yaml.indent import structural
from cjmgen.syntax.yaml.mend import guesses
from cjmgen.syntax.yaml.place import outline
from cjmgen.syntax.yaml.plain import Draft, Refused, build
from cjmgen.syntax.yaml.prose import MOST_SLIPS, silent
from cjmgen.syntax.yaml.spaces import UNUSUAL, straightened
from cjmgen.value import dataclass

# Every guess is tried by reading on. The budget of characters keeps a long file full of mistakes from taking seconds.
_MOST_ATTEMPTS = 200
_MOST_CHARACTERS = 4_000_000
_MOST_STRAIGHTENED = 2_000

_UNCLOSED = ("unclosed-quote", "unclosed-bracket")
_OPENING = (*_UNCLOSED, "text-starts-with-bracket", "text-starts-with-brace")

_Read: TypeAlias = Draft | Refused | YAMLError


@dataclass(frozen=True, slots=True)
class Sound:
    """The mended text (None: it can't be read), the edits that led to it (the last one first), all slips."""

    text: str | None
    edits: tuple[Edit, ...]
    slips: tuple[Slip, ...]


@lru_cache(maxsize=8)
def sound(text: str) -> Sound:
    """Read a text that is known to hold a slip, or may."""
    return _Mending(text).sound()


class _Mending:
    """A text on its way to a sound one."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._edits: list[Edit] = []
        self._slips: list[Slip] = []
        self._attempts = _MOST_ATTEMPTS
        self._characters = max(_MOST_CHARACTERS, 3 * len(text))

    def sound(self) -> Sound:
        read = self._straightened(self._attempt(self._text))
        if read is None:
            return self._unreadable()
        while isinstance(read, YAMLError):
            mended = self._mended(read)
            if mended is None:
                return self._unreadable()
            read = mended
        if isinstance(read, Refused):
            self._note(read.slip)
            return self._unreadable()
        return self._looked_at()

    def _straightened(self, read: _Read) -> _Read | None:
        """The reading without unusual spaces before words, if these are why it fails; None where it fails all the same."""
        found = straightened(self._text)
        if found is None or isinstance(read, Refused):
            return read
        slip, edits = found
        mended = _applied(self._text, edits)
        again = self._attempt(mended)
        if isinstance(read, Draft) and not _is_odder(read.data, again):
            return read
        before = _index(read) if isinstance(read, YAMLError) else len(self._text) + 1
        after = back(_index(again), edits) if isinstance(again, YAMLError) else len(self._text) + 1
        if isinstance(read, YAMLError) and after == before:
            return read
        self._note(slip)
        if after < before or len(edits) > _MOST_STRAIGHTENED:
            return None
        self._text, self._edits = mended, list(edits)
        return again

    def _unreadable(self) -> Sound:
        return Sound(None, tuple(self._edits), tuple(self._slips))

    def _attempt(self, text: str) -> _Read:
        self._attempts -= 1
        self._characters -= len(text)
        try:
            return build(text)
        except (YAMLError, Refused) as error:
            return error

    def _note(self, slip: Slip) -> None:
        self._slips.append(moved_back(slip, self._edits))

    def _is_told(self, slip: Slip) -> bool:
        """Whether the slip only closes what else was left open on a line: one mistake, told once."""
        told = self._slips[-1] if self._slips else None
        if told is None or told.code not in _UNCLOSED or slip.code not in _UNCLOSED:
            return False
        start = back(slip.start, self._edits)
        return "\n" not in self._text[min(start, told.start) : max(start, told.start)]

    def _mended(self, error: YAMLError) -> _Read | None:
        """Take the first guess that makes its lines readable, else the first that lets the reading go on; None where none does."""
        best: tuple[Slip, Edit, _Read] | None = None
        for slip in guesses(self._text, error) if getattr(error, "problem_mark", None) is not None else ():
            if slip.edit is None or self._attempts <= 0 or self._characters <= 0:
                continue
            mended = apply(self._text, slip.edit)
            read = self._attempt(mended)
            if not _goes_on(read, error, slip, slip.edit):
                continue
            best = best or (slip, slip.edit, read)
            if _leaves_line(read, mended, slip.edit):
                best = (slip, slip.edit, read)
                break
        if best is None:
            if not self._slips or (self._attempts > 0 and self._characters > 0):
                self._note(structural(self._text, error))
            return None
        slip, edit, read = best
        if not self._is_told(slip):
            self._note(slip)
        self._text = apply(self._text, edit)
        self._edits.insert(0, edit)
        return read

    def _looked_at(self) -> Sound:
        """The silent slips of a readable text, mended all at once."""
        slips = sorted(silent(self._text, outline(self._text)), key=lambda slip: slip.start)[:MOST_SLIPS]
        for slip in slips:
            self._note(slip)
        if any(slip.fatal for slip in slips):
            return self._unreadable()
        edits = _apart(slip.edit for slip in slips if slip.edit is not None)
        mended = _applied(self._text, edits)
        if edits and isinstance(self._attempt(mended), Draft):
            return Sound(mended, (*edits, *self._edits), tuple(self._slips))
        return Sound(self._text, tuple(self._edits), tuple(self._slips))


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits that don't overlap, in their order. Made from the last to the first, the first is the last one made."""
    apart: list[Edit] = []
    for edit in edits:
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    return apart


def _applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that don't overlap."""
    pieces = []
    start = 0
    for edit in edits:
        pieces += [text[start : edit.start], edit.text]
        start = edit.end
    return "".join(pieces) + text[start:]


def _leaves_line(read: _Read, mended: str, edit: Edit) -> bool:
    """Whether the next error of a reading that goes on, if any, is behind the line of the edit, and not only because its start is."""
    if isinstance(read, Draft | Refused):
        return True
    marks = [getattr(read, "problem_mark", None), getattr(read, "context_mark", None)]
    end = edit.start + len(edit.text)
    if marks[0] is None or (marks[1] is not None and marks[1].line >= mended.count("\n", 0, edit.start) and marks[1].index < end):
        return False
    return bool(mended.find("\n", end) >= 0 and marks[0].index > mended.find("\n", end))


def _index(error: YAMLError) -> int:
    mark = getattr(error, "problem_mark", None)
    return mark.index if mark is not None else -1


def _is_odder(data: Plain, straight: _Read) -> bool:
    """Whether unusual spaces gave data another shape, or a field another name."""
    if isinstance(straight, Draft):
        return _shape(data) != _shape(straight.data)
    return any(UNUSUAL.match(key) for key in data) if isinstance(data, dict) else False


def _shape(data: Plain) -> object:
    """Data without its texts: unusual spaces that change no more than a text are the text's own."""
    if isinstance(data, dict):
        return {key: _shape(value) for key, value in data.items()}
    return [_shape(value) for value in data] if isinstance(data, list) else None


def _goes_on(read: _Read, error: YAMLError, slip: Slip, edit: Edit) -> bool:
    """Whether a guess explains an error. Without this a sound line near it would be accused, and the error stay."""
    if isinstance(read, Draft | Refused):
        return True
    mark = getattr(read, "problem_mark", None)
    if mark is None:
        return False
    at = back(mark.index, (edit,))
    # Where something is left open the parser complains at the end of the file: closing it can only bring it back.
    return bool(at > edit.end and at != error.problem_mark.index if slip.code in _OPENING else at > error.problem_mark.index)
