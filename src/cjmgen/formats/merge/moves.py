"""moves: items that one side moved to another stage, moved in the other versions too, so that their edits find them there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from cjmgen.formats.merge.item import items, renamed
from cjmgen.model.journey import Journey, Stage
from cjmgen.model.shape import Part, shape_of
from cjmgen.syntax.yaml.manuscript import Conflict, Entry, Group

_STAGES = shape_of(Journey).parts["stages"]
_LISTS = {key: part for key, part in shape_of(Stage).parts.items() if part.form == "list" and part.named}

MOST = 100
"""Moves that are followed: more are no work of a person, and each costs a look at all lists of two stages."""

Places = Mapping[tuple[str, str], str]
"""The stage that each item stands in, by field and name; of items that stand in several, none."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The three versions with items where one side moved them, and the items that both sides moved to different places."""

    base: Group
    ours: Group
    theirs: Group
    torn: tuple[tuple[Entry, Entry], ...] = ()
    """Ours and theirs of each of these."""


def moved(base: Group, ours: Group, theirs: Group, language: str) -> Moved:
    """The versions of a journey, brought together."""
    versions = [base, ours, theirs]
    stages = _named_stages(versions, language)
    if stages is None:
        return Moved(base, ours, theirs)
    places = [_places(each, language) for each in stages]
    torn = []
    for item, home, goals in islice(_moves(places), MOST):
        if len(goals) > 1:
            ours_of, theirs_of = (_entry(stages[at], places[at][item], item, language) for at in (1, 2))
            torn.append((ours_of, theirs_of))
        for goal in goals if len(goals) == 1 else ():
            here = [at for at, place in enumerate(places) if place.get(item) == home]
            if all(goal in stages[at] for at in here):
                model = next(at for at, place in enumerate(places) if place.get(item) == goal)
                before = _before(stages[model][goal], item, language)
                for at in here:
                    stages[at] = _relocated(stages[at], item, home, goal, before, language)
    return Moved(_with(base, stages[0]), _with(ours, stages[1]), _with(theirs, stages[2]), tuple(torn))


def _moves(places: list[Places]) -> Iterator[tuple[tuple[str, str], str, list[str]]]:
    """The items that a side moved: where each stood, and where it stands now on either side."""
    for item, home in places[0].items():
        goals = dict.fromkeys(goal for place in places[1:] if (goal := place.get(item)) is not None and goal != home)
        if goals:
            yield item, home, list(goals)


def _named_stages(versions: list[Group], language: str) -> list[dict[str, Entry]] | None:
    """The stages of each version by the names that the base has for them."""
    lists = [next((each.value for each in version.sure if each.key == "stages"), None) for version in versions]
    found = []
    for each in lists:
        if not isinstance(each, Group) or each.kind != "list":
            return None
        found.append((each, items(each, _STAGES, language)))
    first = found[0][1]
    named = [(each, renamed(first, names) if at else names.names) for at, (each, names) in enumerate(found) if first and names]
    return [dict(zip(names, each.sure, strict=True)) for each, names in named]


def _places(stages: Mapping[str, Entry], language: str) -> Places:
    places: dict[tuple[str, str], str] = {}
    twice = set()
    for stage, entry in stages.items():
        for field, _, names in _lists(entry, language):
            for name in names:
                twice |= {(field, name)} if (field, name) in places else set()
                places[field, name] = stage
    return {item: stage for item, stage in places.items() if item not in twice}


def _lists(stage: Entry, language: str) -> Iterator[tuple[str, Group, tuple[str, ...]]]:
    """The lists of a stage whose items have names."""
    for entry in stage.value.sure if isinstance(stage.value, Group) else ():
        part: Part | None = _LISTS.get(entry.key or "")
        if part and isinstance(entry.value, Group) and entry.value.kind == "list" and (found := items(entry.value, part, language)):
            yield entry.key or "", entry.value, found.names


def _before(stage: Entry, item: tuple[str, str], language: str) -> str:
    """The name of the item that an item follows; "" for none."""
    names = next((names for field, _, names in _lists(stage, language) if field == item[0]), ())
    at = names.index(item[1]) if item[1] in names else 0
    return names[at - 1] if at else ""


def _entry(stages: Mapping[str, Entry], stage: str, item: tuple[str, str], language: str) -> Entry:
    """An item of a stage, known to be there."""
    _, group, names = next(each for each in _lists(stages[stage], language) if each[0] == item[0])
    return tuple(group.sure)[names.index(item[1])]


def _relocated(
    stages: dict[str, Entry], item: tuple[str, str], home: str, goal: str, before: str, language: str
) -> dict[str, Entry]:
    field = item[0]
    _, group, _ = next(each for each in _lists(stages[home], language) if each[0] == field)
    taken = _entry(stages, home, item, language)
    left = tuple(entry for entry in group.sure if entry is not taken)
    there = next(((group, names) for key, group, names in _lists(stages[goal], language) if key == field), (Group("list", ()), ()))
    at = there[1].index(before) + 1 if before in there[1] else 0
    entries = tuple(there[0].sure)
    come = replace(there[0], entries=(*entries[:at], taken, *entries[at:]))
    return {
        **stages,
        home: _with_list(stages[home], field, replace(group, entries=left)),
        goal: _with_list(stages[goal], field, come),
    }


def _with_list(stage: Entry, field: str, made: Group) -> Entry:
    assert isinstance(stage.value, Group)
    entries = [replace(each, value=made, verbatim=()) if each.key == field else each for each in stage.value.sure]
    if not any(each.key == field for each in entries):
        entries.append(Entry(made, field))
    return replace(stage, value=replace(stage.value, entries=tuple(entries)), verbatim=())


def _with(version: Group, stages: Mapping[str, Entry]) -> Group:
    """A version with its stages, in the order they had."""
    before = next(each for each in version.sure if each.key == "stages")
    assert isinstance(before.value, Group)
    if tuple(stages.values()) == tuple(before.value.sure):
        return version
    made = replace(before, value=replace(before.value, entries=tuple(stages.values())), verbatim=())
    return replace(version, entries=tuple(made if each is before else each for each in version.sure))


def torn(root: Group, pairs: tuple[tuple[Entry, Entry], ...]) -> Group:
    """A merged journey where an item that went to two places is one to choose in each of them."""
    sides = {id(entry): ours for pair in pairs for entry, ours in zip(pair, (True, False), strict=True)}

    def apart(group: Group) -> Group:
        entries = tuple(choice(each) if isinstance(each, Entry) else each for each in group.entries)
        return group if all(new is old for new, old in zip(entries, group.entries, strict=True)) else replace(group, entries=entries)

    def choice(entry: Entry) -> Entry | Conflict:
        if id(entry) in sides:
            return Conflict((entry,), ()) if sides[id(entry)] else Conflict((), (entry,))
        value = apart(entry.value) if isinstance(entry.value, Group) else entry.value
        return entry if value is entry.value else replace(entry, value=value, verbatim=())

    return apart(root)
