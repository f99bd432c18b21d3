"""proofs: evidence in the order in which it is to be read, and links to its place on the page of all evidence."""

from cjmgen.atlas.cards.score import freshness
from cjmgen.insight.leaning import Leaning, leanings
from cjmgen.memo.recall import Table
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.pager import MOST, part_of
from cjmgen.pages.view import Anchor

STEPS = ("expired", "due", "fresh")


def all_leanings(edition: Edition) -> dict[str, Leaning]:
    """Evidence by id with what leans on it: what has expired comes first, then what most leans on."""
    atlas = edition.atlas
    found = leanings(atlas.journeys.values(), atlas.personas.values(), atlas.evidence)
    order = sorted(found, key=lambda id: (STEPS.index(freshness(atlas.evidence[id], atlas.today)), -found[id].weight, id))
    return {id: found[id] for id in order}


def evidence_link(edition: Edition, start: str, id: str) -> Anchor:
    """A piece of evidence by its title."""
    part = edition.entry(parts, id)
    if not isinstance(part, int):
        raise KeyError(id)
    return edition.anchor(start, part_of("evidence", part), edition.atlas.evidence[id].title, f"e-{id}")


def parts(edition: Edition) -> Table:
    """The part of the list that each piece of evidence stands in, from 1."""
    return {id: at // MOST + 1 for at, id in enumerate(edition.once(all_leanings))}
