"""contest: who is compared with whom: as the comparison files say, and what belongs side by side without being asked."""

from collections.abc import Iterator, Mapping
from typing import Literal

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard, Text
from cjmgen.atlas.cards.cast import in_segment
from cjmgen.insight.meet.align import Given
from cjmgen.insight.meet.meeting import given_rows
from cjmgen.model.comparison import LEAST, MOST, Comparison, Row
from cjmgen.model.slug import slug
from cjmgen.value import dataclass

VERSIONS, PEOPLE = "auto--", "who--"
"""How the ids of comparisons begin that nobody wrote: those of a journey's versions, and of the people in one."""

Kind = Literal["journeys", "who", "segments"]
_STATES = ("current", "future", "competitor")


@dataclass(frozen=True, slots=True)
class Contender:
    """A subject of a comparison: a journey, or it as some of its people see it. `key` is what `names` calls it."""

    key: str
    journey: str
    who: tuple[str, ...] = ()


@dataclass(frozen=True)
class Contest:
    """A comparison: what a file says, or with `title` empty one that was made without being asked."""

    id: str
    kind: Kind
    contenders: tuple[Contender, ...]
    title: Text = ""
    summary: Text | None = None
    names: Mapping[str, Text] | None = None
    align: tuple[Row, ...] = ()
    given: tuple[Given, ...] = ()
    """The same rows, for `align`."""
    show: tuple[str, ...] = ()
    file: str = ""
    was: tuple[str, ...] = ()


def contests(atlas: Atlas) -> tuple[Contest, ...]:
    """All comparisons: those with a file first, then a journey's versions, then its people."""
    written = written_contests(atlas)
    ids = {each.id for each in written}
    taken = {frozenset(_subject(each) for each in contest.contenders) for contest in written}
    made = (each for each in (*_versions(atlas), *_people(atlas)) if frozenset(_subject(one) for one in each.contenders) not in taken)
    return (*written, *(each for each in made if each.id not in ids))


def written_contests(atlas: Atlas) -> tuple[Contest, ...]:
    """The comparisons that have a file."""
    return tuple(found for id, each in atlas.comparisons.items() if (found := _written(atlas, id, each)))


def _subject(contender: Contender) -> tuple[str, frozenset[str]]:
    return contender.journey, frozenset(contender.who)


def _written(atlas: Atlas, id: str, file: Comparison) -> Contest | None:
    """What a file compares, as far as that exists; None where less than two are left."""
    kind: Kind = "journeys" if file.journeys else "who" if file.who else "segments"
    found = dict.fromkeys(_contenders(atlas, file, kind))
    if len(found) < LEAST:
        return None
    kept = tuple(found)[:MOST]
    rows = file.align if kind == "journeys" else ()
    given = tuple(given_rows(file.model_copy(update={"journeys": tuple(each.journey for each in kept), "align": rows})))
    return Contest(
        id, kind, kept, file.title, file.summary, file.names, rows, given, file.show, atlas.files.get(f"comparison/{id}", ""), file.was
    )


def _contenders(atlas: Atlas, file: Comparison, kind: Kind) -> Iterator[Contender]:
    if kind == "journeys":
        yield from (Contender(id, id) for id in file.journeys if id in atlas.journeys)
        return
    id = file.journey or ""
    if id not in atlas.journeys:
        return
    if kind == "who":
        yield from (Contender(who, id, (who,)) for who in file.who)
        return
    for segment in file.segments:
        who = in_segment(segment, atlas.journeys[id].personas, atlas.personas)
        if who:
            yield Contender(slug(segment), id, who)


def _versions(atlas: Atlas) -> Iterator[Contest]:
    """A journey with everything that extends it, patches over patches among them: as it is, as it should be, elsewhere."""
    families: dict[str, list[JourneyCard]] = {}
    for card in atlas.journeys.values():
        if card.extends:
            families.setdefault(_root(card, atlas.journeys), []).append(card)
    for root, patches in families.items():
        ordered = sorted(patches, key=lambda card: (_STATES.index(card.state), card.id))
        ids = (root, *(card.id for card in ordered))
        yield Contest(VERSIONS + root, "journeys", tuple(Contender(id, id) for id in ids[:MOST]))


def _root(card: JourneyCard, journeys: Mapping[str, JourneyCard]) -> str:
    seen = {card.id}
    while card.extends and card.extends in journeys and card.extends not in seen:
        card = journeys[card.extends]
        seen.add(card.id)
    return card.id


def _people(atlas: Atlas) -> Iterator[Contest]:
    """The people of each journey that tells them apart."""
    for card in atlas.journeys.values():
        known = card.voices[:MOST]
        if len(known) >= LEAST:
            yield Contest(PEOPLE + card.id, "who", tuple(Contender(who, card.id, (who,)) for who in known))
