"""markdown: what changed, as the comment of a review: what leads, a table of journeys, and all changes by team, folded."""

from collections.abc import Iterable, Iterator, Sequence

from cjmgen.atlas.cards.card import Text
from cjmgen.diff.change import noun
from cjmgen.diff.changes import Told
from cjmgen.diff.chapter import by_team, chapters
from cjmgen.diff.effect import Shift
from cjmgen.diff.people import Ask
from cjmgen.model.field import choose
from cjmgen.report.review.escape import code, escape, revision, within_html
from cjmgen.report.review.figure import step
from cjmgen.report.review.piece import Piece
from cjmgen.report.review.review import Review
from cjmgen.report.review.sentence import heading, sentence
from cjmgen.report.review.story import curves, figures, leads, tally, together
from cjmgen.report.review.value import signed

MOST = 60_000
"""Characters of a comment; GitHub takes a few thousand more."""

ROWS = 40
"""Journeys in the table, which the changes of every team have to share the space with."""

STEPS = 12
"""Steps of a funnel in a row of it."""

_SIGNS = {"breaking": "❗", "worse": "▼", "better": "▲", "neutral": "·"}
_WHY = {"owns": "owner of", "refers": "what refers to it is in"}
_TAIL = 300
"""Characters kept free for the lines that say what was left out."""


def markdown(review: Review) -> str:
    """The whole comment."""
    page = _Page(review)
    head = [*page.head(), *page.table(), *page.effects(), *page.people(), *page.gaps()]
    return "\n".join(_fitted(head, page.teams())) + "\n"


Block = tuple[str, int, Iterator[str]]
"""What a folded part is called, how many lines it has, and the lines, which are made as long as there is room for them."""


def _fitted(head: Sequence[str], blocks: Iterable[Block]) -> Iterator[str]:
    """All parts, as long as there is room; then how many changes had none."""
    left = MOST - _TAIL
    for line in head:
        left -= len(line) + 1
        yield line
    missing = 0
    for title, count, lines in blocks:
        shown: list[str] = []
        left -= len(title) + 60
        for line in lines if left > 0 else ():
            if left < len(line) + 1:
                break
            left -= len(line) + 1
            shown.append(line)
        missing += count - len(shown)
        if shown:
            yield from _folded(title, shown, count - len(shown))
        left -= 20
    if missing:
        yield f"\nThere was no room for {missing} of the changes; `cjmgen diff` shows them."


def _folded(title: str, lines: Sequence[str], more: int) -> Iterator[str]:
    yield f"<details><summary>{title}</summary>\n"
    yield from lines
    if more:
        yield f"- and {more} more"
    yield "\n</details>\n"


class _Page:
    """The parts of a comment."""

    def __init__(self, review: Review) -> None:
        self.review, self.changes, self.language = review, review.changes, review.language

    def head(self) -> Iterator[str]:
        """What leads."""
        yield f"### {tally(self.changes).capitalize()}\n"
        for text, names in leads(self.changes, self.language):
            yield f"- {text[0].upper()}{text[1:]}".format(*(f"**{escape(name)}**" for name in names))
        if said := together(self.changes):
            yield f"\n{said}."
        yield f"\n{revision(self.review.old)} → {revision(self.review.new)}\n"

    def table(self) -> Iterator[str]:
        """The journeys with their figures before and after."""
        shifts = [chapter.shift for chapter in chapters(self.changes) if chapter.shift]
        if not shifts:
            return
        yield "| Journey | Emotion by stage | Before → after |\n|---|---|---|"
        yield from (self.row(shift) for shift in shifts[:ROWS])
        if len(shifts) > ROWS:
            yield f"\nand {len(shifts) - ROWS} more journeys"
        yield ""

    def row(self, shift: Shift) -> str:
        """A journey's row."""
        old, new = curves(shift)
        moved = (f"{_SIGNS[each.meaning]} {''.join(map(_piece, step(each, self.language)))}" for each in shift.told[:STEPS])
        told = "<br>".join([*(f"{name} {one} → {other}" for name, one, other in figures(shift)), *moved])
        state = "" if shift.card.state == "current" else f" ({escape(shift.card.state)})"
        come = "is new" if not shift.old else "is gone" if not shift.new else ""
        line = f"`{old}`<br>`{new}`" if shift.old and shift.new and old != new else f"`{new if shift.new else old}`"
        return f"| {self.text(shift.card.title)}{state} | {line} | {come or told or 'no other figures'} |"

    def teams(self) -> Iterator[Block]:
        """The changes of each team, those of the worst news first; a team without a change for the customer in one line."""
        titles = {ask.team: choose(ask.title, self.language) for ask in self.changes.asks}
        for team, every in by_team(self.changes.told):
            name = within_html(titles.get(team, team) or "Without an owner", 80)
            many = f"{len(every)} change{'' if len(every) == 1 else 's'}"
            if all(told.sign == "neutral" for told in every):
                yield f"<b>{name}</b>: {many}, none of them for the customer", len(every), self.lines(every)
            else:
                yield f"<b>{name}</b>: {many}, {_counts(every)}", len(every), self.lines(every)

    def lines(self, every: Iterable[Told]) -> Iterator[str]:
        """A line a change, with the journey or other thing it was done in."""
        for told in every:
            where = escape(heading(told.place, self.language), 60)
            yield f"- {_SIGNS[told.sign]} *{where}*: {''.join(map(_piece, sentence(told, self.language)))}"

    def effects(self) -> Iterator[str]:
        """Ranks and comparisons."""
        rows = [
            f"- opportunity **{self.text(each.chance.title)}**: rank {each.old or '–'} → {each.new or '–'} of {each.of}"
            for each in self.changes.ranks
        ]
        for tilt in self.changes.tilts:
            name = self.text(tilt.title) or "beside what it extends"
            rows += [
                f"- comparison **{name}**: lead of {self.text(lead.called)} {_ahead(lead.old)} → {_ahead(lead.new)}" for lead in tilt.leads
            ]
        yield from _section("What follows", rows)

    def people(self) -> Iterator[str]:
        """Who should look. Handles are names here and call nobody: asking is for people to do."""
        yield from _section("Who should look", [self.ask(ask) for ask in self.changes.asks])

    def ask(self, ask: Ask) -> str:
        """A team and why."""
        name = self.text(ask.title) + (f" ({escape(ask.github)})" if ask.github else "")
        reasons = [f"{_WHY[reason.why]} {escape(noun(reason.of), 60)} {self.text(reason.of.called)}" for reason in ask.reasons[:3]]
        more = f" and {len(ask.reasons) - 3} more" if len(ask.reasons) > 3 else ""
        return f"- **{name}**: {', '.join(reasons)}{more}"

    def text(self, text: Text) -> str:
        """A title."""
        return escape(choose(text, self.language), 80)

    def gaps(self) -> Iterator[str]:
        """What could not be read."""
        rows = [f"- {code(gap.file)} in {revision(gap.side)}: {escape(gap.message)} ({escape(gap.code)})" for gap in self.review.gaps]
        yield from _section("With errors, so compared as far as it could be read", rows)


def _section(title: str, rows: Sequence[str], most: int = 10) -> Iterator[str]:
    if rows:
        more = [f"- and {len(rows) - most} more"] if len(rows) > most else []
        yield "\n".join([f"**{title}**\n", *rows[:most], *more, ""])


def _piece(piece: Piece) -> str:
    """A piece; what went is struck out and what came is bold, both without the spaces at their ends, which would undo that.

    Words of ours are escaped like any others, as the names of fields are among them, and those of tags are their authors'.
    """
    text = piece.text
    shown, start, end = escape(text), text[: len(text) - len(text.lstrip())] and " ", text[len(text.rstrip()) :] and " "
    if not shown:
        return start
    wrapped = {"old": f"~~{shown}~~", "new": f"**{shown}**", "name": f"“{shown}”"}.get(piece.style, shown)
    return f"{start}{wrapped}{end}"


def _counts(every: Sequence[Told]) -> str:
    signs = [told.sign for told in every]
    return ", ".join(f"{signs.count(each)} {each}" for each in ("breaking", "worse", "better") if each in signs)


def _ahead(lead: float | None) -> str:
    return "–" if lead is None else signed(lead)
