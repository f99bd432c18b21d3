"""terminal: what changed, for a terminal of 80 columns: what leads, then journey by journey, the worst first."""

from collections.abc import Iterable, Iterator, Sequence

from cjmgen.atlas.cards.card import Text
from cjmgen.diff.change import noun
from cjmgen.diff.chapter import Chapter, chapters
from cjmgen.diff.people import Ask, Reason
from cjmgen.model.field import choose
from cjmgen.report.review.figure import step
from cjmgen.report.review.piece import Piece
from cjmgen.report.review.review import Review
from cjmgen.report.review.sentence import heading, sentence
from cjmgen.report.review.story import curves, figures, leads, tally, together
from cjmgen.report.review.value import cut, signed
from cjmgen.report.width import safe, width

ACROSS = 80
MOST = 40
"""Changes of one entity that are shown."""

_MARKS = {"breaking": "!", "worse": "▼", "better": "▲", "neutral": "·"}
_CODES = {
    "breaking": "31;1",
    "worse": "31",
    "better": "32",
    "neutral": "2",
    "name": "1",
    "old": "31",
    "new": "32",
    "same": "2",
    "plain": "",
    "title": "1",
}


def terminal(review: Review, color: bool = False) -> str:
    """The whole report."""
    return "\n".join(_Screen(review, color).lines()) + "\n"


class _Screen:
    def __init__(self, review: Review, color: bool) -> None:
        self.review, self.color = review, color

    def lines(self) -> Iterator[str]:
        """All lines, each as wide as the screen at most."""
        changes, language = self.review.changes, self.review.language
        yield from self.flow([Piece("plain", f"{self.review.old} → {self.review.new}")], "", "")
        yield from self.flow([Piece("title", tally(changes))], "", "")
        if said := together(changes):
            yield from self.flow([Piece("plain", said)], "", "")
        for text, names in leads(changes, language):
            yield from self.flow([Piece("plain", text.format(*(f"“{name}”" for name in names)))], "- ", "  ")
        for chapter in chapters(changes):
            yield ""
            yield from self.chapter(chapter)
        yield from self.effects()
        yield from self.people(changes.asks)
        yield from self.gaps()

    def chapter(self, chapter: Chapter) -> Iterator[str]:
        """One entity: its figures where they differ, its changes."""
        yield from self.flow([Piece("title", heading(chapter.place, self.review.language))], "", "")
        if chapter.shift and chapter.shift.old and chapter.shift.new:
            old, new = curves(chapter.shift)
            rows = [f"{name} {one} → {other}" for name, one, other in figures(chapter.shift)]
            if rows or old != new:
                yield from self.flow([Piece("plain", ", ".join([f"{old} → {new}" if old != new else new, *rows]))], "  ", "  ")
        for passing in chapter.shift.told if chapter.shift else ():
            yield from self.flow(step(passing, self.review.language), f"{_MARKS[passing.meaning]} ", "    ", passing.meaning)
        for told in chapter.told[:MOST]:
            kind = told.sign
            yield from self.flow(sentence(told, self.review.language), f"{_MARKS[kind]} ", "    ", kind)
        if len(chapter.told) > MOST:
            yield f"  and {len(chapter.told) - MOST} more changes"
        if not chapter.told:
            yield "  untouched itself; what it extends or leans on changed"

    def effects(self) -> Iterator[str]:
        """Ranks and comparisons."""
        changes, language = self.review.changes, self.review.language
        rows = [
            f"opportunity “{cut(choose(each.chance.title, language), 50)}”: rank {each.old or '–'} → {each.new or '–'} of {each.of}"
            for each in changes.ranks
        ]
        for tilt in changes.tilts:
            name = self.short(tilt.title) or "beside what it extends"
            rows += [
                f"comparison “{name}”: lead of “{self.short(lead.called)}” {_ahead(lead.old)} → {_ahead(lead.new)}" for lead in tilt.leads
            ]
        yield from self.section("What follows", rows)

    def short(self, text: Text) -> str:
        """A text in the review's language, cut."""
        return cut(choose(text, self.review.language), 40)

    def people(self, asks: Iterable[Ask]) -> Iterator[str]:
        """Who should look, and why."""
        rows = []
        for ask in asks:
            name = choose(ask.title, self.review.language) + (f" {ask.github}" if ask.github else "")
            why = [self.reason(reason) for reason in ask.reasons[:3]]
            more = f" and {len(ask.reasons) - 3} more" if len(ask.reasons) > 3 else ""
            rows.append(f"{name}: {', '.join(why)}{more}")
        yield from self.section("Who should look", rows)

    def reason(self, reason: Reason) -> str:
        """Why somebody should look."""
        called = cut(choose(reason.of.called, self.review.language), 40)
        return f"{'owns' if reason.why == 'owns' else 'owns what refers to it,'} {noun(reason.of)} “{called}”"

    def gaps(self) -> Iterator[str]:
        """What could not be read."""
        rows = [f"{gap.file} in {gap.side}: [{gap.code}] {gap.message}" for gap in self.review.gaps]
        yield from self.section("With errors, so compared as far as it could be read", rows)

    def section(self, title: str, rows: list[str], most: int = 10) -> Iterator[str]:
        """A few lines under a title; nothing where there are none."""
        if rows:
            yield ""
            yield self.paint("title", title)
            for row in rows[:most]:
                yield from self.flow([Piece("plain", row)], "  ", "    ")
            if len(rows) > most:
                yield f"  and {len(rows) - most} more"

    def flow(self, pieces: Sequence[Piece], first: str, others: str, kind: str = "plain") -> Iterator[str]:
        """Pieces as lines that fit, those of one colour painted together."""
        line, taken = [(kind, first)], width(first)
        for word, style, glued in _words(pieces, self.color):
            room = "" if len(line) == 1 or glued else " "
            if taken + len(room) + width(word) > ACROSS - 1 and len(line) > 1 and not (glued and len(word) == 1):
                yield self.painted(line)
                line, taken, room = [("plain", others)], width(others), ""
            last, text = line[-1]
            if last == style and len(line) > 1:
                line[-1] = (style, text + room + word)
            else:
                line += [("plain", room), (style, word)]
            taken += len(room) + width(word)
        yield self.painted(line)

    def painted(self, line: Iterable[tuple[str, str]]) -> str:
        """The runs of a line in their colours."""
        return "".join(self.paint(style, text) for style, text in line if text)

    def paint(self, style: str, words: str) -> str:
        """Words in the colour of a style."""
        code = _CODES[style]
        return f"\x1b[{code}m{words}\x1b[0m" if self.color and code else words


def _words(pieces: Sequence[Piece], color: bool) -> Iterator[tuple[str, str, bool]]:
    """The words of pieces, each with its style and whether it hangs on the one before; long ones in slices."""
    glued = False
    for piece in pieces:
        text = safe(piece.text)
        if piece.style == "name":
            text = f"“{text}”"
        elif not color and piece.style in ("old", "new") and "same" in {each.style for each in pieces}:
            text = f"[-{text.rstrip()}-] " if piece.style == "old" else f"{{+{text.rstrip()}+}} "
        for at, word in enumerate(text.split()):
            hangs = glued and at == 0 and not text[0].isspace()
            for start in range(0, len(word), ACROSS // 2):
                yield word[start : start + ACROSS // 2], piece.style, hangs or start > 0
        glued = bool(text) and not text[-1].isspace()


def _ahead(lead: float | None) -> str:
    return "–" if lead is None else signed(lead)
