"""story: what leads in a report of changes, and the figures of journeys before and after, in words."""

from collections.abc import Iterator, Sequence

from cjmgen.diff.change import Place
from cjmgen.diff.changes import Changes
from cjmgen.diff.effect import Shift
from cjmgen.diff.headline import Headline, headlines
from cjmgen.diff.meaning import Meaning
from cjmgen.insight.meet.spine import drift
from cjmgen.model.amount import half_up
from cjmgen.model.field import choose
from cjmgen.report.review.figure import NOISE
from cjmgen.report.review.sentence import heading
from cjmgen.report.review.value import apart, cut, percent, signed

_MEANINGS: tuple[Meaning, ...] = ("worse", "better")


def tally(changes: Changes) -> str:
    """`9 changes in 2 journeys: 1 worse and 2 better for the customer, 1 funnel step worse, 1 breaking for others`."""
    if not changes.told:
        return "no change"
    journeys = len({told.place.id for told in changes.told if told.place.kind == "journey"})
    where = f" in {_many(journeys, 'journey')}" if journeys else ""
    counts = [f"{many} {word}" for word in _MEANINGS if (many := changes.count(word))]
    steps = [f"{_many(many, 'funnel step')} {word}" for word in _MEANINGS if (many := changes.steps(word))]
    felt = [f"{' and '.join(counts)} for the customer"] if counts else [] if steps else ["none better or worse for the customer"]
    broken = [f"{changes.breaking} breaking for others"] if changes.breaking else []
    return f"{_many(len(changes.told), 'change')}{where}: {', '.join([*felt, *steps, *broken])}"


def together(changes: Changes) -> str:
    """Among how many figures it is told what is more than noise; nothing where one alone was tested."""
    return f"{changes.tested} figures were tested together for what is more than noise" if changes.tested > 1 else ""


def _many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def leads(changes: Changes, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What a reader in a hurry should know: sentences with `{}` where names stand, and the names. The worst come first."""
    return tuple(_lead(each, language) for each in headlines(changes))


def _lead(each: Headline, language: str) -> tuple[str, tuple[str, ...]]:
    journey = cut(choose(each.journey.title, language), 60)
    match each:
        case Headline(kind="pain", part=Place() as pain):
            text = f"a {each.severity} pain appeared in {{}}{'' if each.eased else ', without an opportunity'}: {{}}"
            return text, (heading(each.journey, language), cut(choose(pain.called, language), 80))
        case Headline(kind="stage", part=Place() as stage):
            text = f"{{}} of {{}} {_way(each.by)} by {abs(each.by):g} to {signed(half_up(each.new or 0.0, 1))}"
            return text, (cut(choose(stage.called, language), 60), journey)
        case Headline(kind="step", start=Place() as start, part=Place() as end):
            names = (*(cut(choose(place.called, language), 60) for place in (start, end)), journey)
            return f"{{}} → {{}} of {{}} {_way(each.by)} {_ends(each)}, more than noise", names
    return f"conversion of {{}} {_way(each.by)} {_ends(each)}, more than noise", (journey,)


def _ends(each: Headline) -> str:
    return "from {} to {}".format(*apart(each.old or 0.0, each.new or 0.0, goal=each.goal))


def _way(by: float) -> str:
    return "rises" if by > 0 else "falls"


BARS = "▁▂▃▄▅▆▇█"


def sparkline(scores: Sequence[float | None]) -> str:
    """Scores from -2 to +2 as a line of bars; a dot where nothing is felt."""
    return "".join("·" if score is None else BARS[min(7, max(0, int((half_up(score, 4) + 2) * 2)))] for score in scores)


def curves(shift: Shift) -> tuple[str, str]:
    """The emotion by stage before and after, over the same stages; a stage that one side does not have is a dot there."""
    old = [stage.old.score if stage.old else None for stage in shift.stages]
    new = [stage.new.score if stage.new else None for stage in shift.stages]
    return sparkline(old), sparkline(new)


def figures(shift: Shift) -> Iterator[tuple[str, str, str]]:
    """A journey's figures before and after, those that differ: the name and both values. One that is a single step is told as that."""
    old, new = shift.old, shift.new
    is_step = shift.whole is not None and any((step.share, step.n) == (shift.whole.share, shift.whole.n) for step in shift.told)
    rows = (
        ("emotion", *(_score(each.score if each else None) for each in (old, new))),
        *(() if is_step else (("conversion", *_conversions(shift)),)),
        ("severe pains", *(str(each.severe) if each else "–" for each in (old, new))),
        ("claims validated", *(percent(each.coverage.share if each else None) for each in (old, new))),
        ("claims by weight", *(percent(each.coverage.by_weight if each else None) for each in (old, new))),
    )
    return ((name, one, other) for name, one, other in rows if one != other)


def _conversions(shift: Shift) -> tuple[str, str]:
    """The conversion before and after, with what a test says of the difference."""
    old, new = (each.conversion if each else None for each in (shift.old, shift.new))
    if old is None or new is None or old == new:
        return percent(old), percent(new)
    before, after = apart(old, new)
    return before, f"{after} ({NOISE[shift.whole.noise]})" if shift.whole else after


def _score(score: float | None) -> str:
    return "–" if score is None else signed(drift(0.0, score) or 0.0)
