"""strangers: comparisons of journeys that have no stage in common: a page can show them, but hardly compare them."""

from collections.abc import Iterator

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.meet.contest import contests
from cjmgen.insight.meet.meeting import meet
from cjmgen.problem import Keys, Place, Problem, problem


def strangers(atlas: Atlas) -> Iterator[Problem]:
    """A note on each comparison file whose journeys nowhere meet."""
    for contest in contests(atlas) if atlas.comparisons else ():
        if not contest.file or contest.kind != "journeys":
            continue
        cards = tuple(atlas.journeys[contender.journey] for contender in contest.contenders)
        if all(card.stages for card in cards) and not any(sum(map(bool, row.members)) > 1 for row in meet(cards, contest.given)):
            names = tuple(card.id for card in cards)
            hint = f"say which correspond: `align: [{{title: …, {names[0]}: …, {names[1]}: …}}]`, or compare others"
            message = "these journeys share no stage, so each stands in columns of its own"
            yield problem("nothing-shared", message, Place(contest.file, Keys(("journeys",))), hint, data=names[:2])
