"""filters: by what the cards of the home page can be narrowed down; a filter with one value is none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cjmgen.atlas.card import JourneyCard, Text
from cjmgen.model.slug import slug
from cjmgen.pages.card import teams
from cjmgen.pages.edition import Edition
from cjmgen.pages.view import Said

TAGS = 3
"""Most kinds of tags that become filters: more would be a form, not a bar."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One select box. `name` stands in the address, `field` is what it looks at on a card; options are (value, words)."""

    name: str
    field: str
    label: Said
    """A tag's own name; "" for the kinds that the theme has words for."""
    options: tuple[tuple[str, Said], ...]


def filters(edition: Edition, journeys: Sequence[JourneyCard]) -> tuple[Filter, ...]:
    """The filters of these journeys."""
    atlas = edition.atlas
    made = (
        _by_title(edition, "persona", (id for card in journeys for id in card.personas), _titles(atlas.personas)),
        _by_title(edition, "channel", (point.channel for card in journeys for point in card.touchpoints), _titles(atlas.channels)),
        _by_title(edition, "team", (id for card in journeys for id in teams(card)), _titles(atlas.teams)),
        _by_word("state", (card.state for card in journeys), ("current", "future", "competitor")),
        _by_word("status", (card.status for card in journeys), ("live", "review", "draft", "retired")),
        *_by_tag(journeys),
    )
    return tuple(each for each in made if len(each.options) > 1)


def _titles(entities: Mapping[str, object]) -> dict[str, Text]:
    return {id: entity.title for id, entity in entities.items()}  # type: ignore[attr-defined]


def _by_title(edition: Edition, name: str, ids: Iterable[str | None], titles: Mapping[str, Text]) -> Filter:
    used = {id: edition.say(titles[id]) for id in dict.fromkeys(ids) if id is not None and id in titles}
    return Filter(name, name, Said(""), tuple(sorted(used.items(), key=lambda option: (option[1].text.casefold(), option[0]))))


def _by_word(name: str, used: Iterable[str], order: Sequence[str]) -> Filter:
    found = set(used)
    return Filter(name, name, Said(""), tuple((value, Said("")) for value in order if value in found))


def _by_tag(journeys: Sequence[JourneyCard]) -> tuple[Filter, ...]:
    values: dict[str, dict[str, str]] = {}
    for card in journeys:
        for key, value in card.tags:
            values.setdefault(key, {})[f"{slug(key)}:{slug(value)}"] = value
    several = sorted(key for key, found in values.items() if len(found) > 1)[:TAGS]
    return tuple(
        Filter(f"tag-{slug(key)}", "tag", Said(key), tuple((id, Said(text)) for id, text in sorted(values[key].items()))) for key in several
    )
