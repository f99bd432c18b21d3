"""tagging: the tags of all journeys, each with an address of its own that nobody's key or value can lead astray."""

from collections import Counter
from collections.abc import Iterable, Mapping

from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.digest import digest
from cjmgen.model.slug import slug
from cjmgen.value import dataclass

LONGEST = 60
"""Letters of a key or value that stand in an address."""


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag with the journeys that carry it."""

    key: str
    value: str
    journeys: tuple[JourneyCard, ...]


def tagged(cards: Iterable[JourneyCard]) -> dict[str, Tagged]:
    """Tags by address (`product/shoes`), in the order of keys and values; journeys in the order given."""
    found: dict[str, dict[str, list[JourneyCard]]] = {}
    for card in cards:
        for key, value in card.tags:
            found.setdefault(key, {}).setdefault(value, []).append(card)
    keys = names(found)
    made: dict[str, Tagged] = {}
    for key in sorted(found):
        values = names(found[key])
        made.update({f"{keys[key]}/{values[value]}": Tagged(key, value, tuple(found[key][value])) for value in sorted(found[key])})
    return made


def names(texts: Iterable[str]) -> Mapping[str, str]:
    """A name for each text, fit for an address: its slug where no other text has the same, else with a piece of its digest.

    A text that is its own slug keeps it whatever the others are, so that an address does not depend on what else there is
    more than it must.
    """
    ordered = sorted(dict.fromkeys(texts))
    plain = {text: slug(text)[:LONGEST].strip("-") for text in ordered}
    often = Counter(plain.values())
    sure = {text: name for text, name in plain.items() if name and (often[name] == 1 or name == text)}
    taken = dict.fromkeys(sure.values())
    found = dict(sure)
    for text in ordered:
        if text not in found:
            found[text] = _apart(plain[text], digest(text), taken)
            taken[found[text]] = None
    return found


def _apart(name: str, mark: str, taken: Mapping[str, None]) -> str:
    """A name with as much of a digest as sets it apart from all others."""
    tried = (f"{name}{'-' if name else 'tag-'}{mark[:length]}" for length in range(6, len(mark) + 1))
    return next(each for each in tried if each not in taken)
