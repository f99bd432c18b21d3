"""filters: by what a list of journeys can be narrowed down; a filter with one value is none."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from cjmgen.atlas.cards.card import JourneyCard, Text
from cjmgen.model.slug import slug
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.view import Said
from cjmgen.value import dataclass

TAGS = 3
"""Most kinds of tags that become filters: more would be a form, not a bar."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One select box. `name` stands in the address; an option (value, text) wants items with the key `field:value`."""

    name: str
    field: str
    label: Said
    """A tag's own name; "" for the kinds that the theme has words for."""
    options: tuple[tuple[str, Said], ...]


def filters(edition: Edition, journeys: Sequence[JourneyCard]) -> tuple[Filter, ...]:
    """The filters of these journeys."""
    atlas = edition.atlas
    return several(
        by_title(edition, "persona", (id for card in journeys for id in card.personas), titles(atlas.personas)),
        by_title(edition, "channel", (point.channel for card in journeys for point in card.touchpoints), titles(atlas.channels)),
        by_title(edition, "team", (id for card in journeys for id in teams(card)), titles(atlas.teams)),
        by_word("state", "state", (card.state for card in journeys), ("current", "future", "competitor")),
        by_word("status", "status", (card.status for card in journeys), ("live", "review", "draft", "retired")),
        *_by_tag(journeys),
    )


def several(*filters: Filter) -> tuple[Filter, ...]:
    """Those of them that leave a choice."""
    return tuple(each for each in filters if len(each.options) > 1)


def keys(journey: JourneyCard, personas: Container[str]) -> tuple[str, ...]:
    """What these filters look at in a journey."""
    return (
        *(f"persona:{id}" for id in journey.personas if id in personas),
        *(f"channel:{id}" for id in dict.fromkeys(point.channel for point in journey.touchpoints if point.channel)),
        *(f"team:{id}" for id in teams(journey)),
        f"state:{journey.state}",
        f"status:{journey.status}",
        *(f"tag:{slug(key)}:{slug(value)}" for key, value in journey.tags),
    )


def teams(journey: JourneyCard) -> tuple[str, ...]:
    """The teams that answer for a journey or for a stage or touchpoint of it."""
    named = (journey.owner, *(stage.owner for stage in journey.stages), *(point.owner for point in journey.touchpoints))
    return tuple(dict.fromkeys(name for name in named if name))


def titles(entities: Mapping[str, object]) -> dict[str, Text]:
    """The titles of entities by id."""
    return {id: entity.title for id, entity in entities.items()}  # type: ignore[attr-defined]


def by_title(edition: Edition, name: str, ids: Iterable[str | None], titles: Mapping[str, Text]) -> Filter:
    """A filter by entities, in the order of their titles."""
    used = {id: edition.say(titles[id]) for id in dict.fromkeys(ids) if id is not None and id in titles}
    return Filter(name, name, Said(""), tuple(sorted(used.items(), key=lambda option: (option[1].text.casefold(), option[0]))))


def by_word(name: str, field: str, used: Iterable[str], order: Sequence[str]) -> Filter:
    """A filter by values that the theme has words for."""
    found = set(used)
    return Filter(name, field, Said(""), tuple((value, Said("")) for value in order if value in found))


def tag_keys(journeys: Iterable[JourneyCard]) -> tuple[str, ...]:
    """The keys of tags that leave a choice, at most TAGS of them; of those that would share an address, the first."""
    values: dict[str, dict[str, set[str]]] = {}
    for card in journeys:
        for key, value in card.tags:
            values.setdefault(slug(key), {}).setdefault(key, set()).add(slug(value))
    chosen = (min(keys) for name, keys in sorted(values.items()) if name)
    return tuple(key for key in chosen if len(values[slug(key)][key]) > 1)[:TAGS]


def _by_tag(journeys: Sequence[JourneyCard]) -> Iterator[Filter]:
    for key in tag_keys(journeys):
        found = {f"{slug(key)}:{slug(value)}": Said(value) for card in journeys for name, value in card.tags if name == key}
        yield Filter(f"tag-{slug(key)}", "tag", Said(key), tuple(sorted(found.items())))
