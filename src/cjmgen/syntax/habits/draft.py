"""draft: a stage in the making, whatever form it is told in: lanes filled item by item, then turned into a stage's plain data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from cjmgen.model.builtin import channel_named
from cjmgen.model.slug import ID_PATTERN, slug
from cjmgen.problem import Place, Problem, Span, problem
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits import feelings
from cjmgen.syntax.habits.items import TEXTS, Entry, text_of
from cjmgen.syntax.habits.labels import Lane, any_lane
from cjmgen.syntax.habits.said import Node, Said

_MARKS = "\"“”„«»'‘’"


@dataclass(slots=True, eq=False)
class Draft:
    """A stage in the making. `direct` are the lanes that were named by a known label right in it."""

    title: Said
    fields: dict[str, Plain] = field(default_factory=dict)
    lanes: dict[str, list[Entry]] = field(default_factory=dict)
    names: dict[str, Said | str] = field(default_factory=dict)
    """The labels of free lanes, by lane."""
    direct: set[str] = field(default_factory=set)
    at: dict[str, Span] = field(default_factory=dict)
    """Where the fields stand."""
    unknown: dict[str, Said] = field(default_factory=dict)
    """Labels that named nothing known, with their places, by lane."""

    def add(self, lane: Lane, entries: Iterable[Entry], label: Said | None = None) -> None:
        """Put items into a lane."""
        found = list(entries)
        self.lanes.setdefault(lane.field, []).extend(found)
        if lane.is_free and found:
            self.names.setdefault(lane.field, lane.title)
        if not lane.known and label is not None and found:
            self.unknown.setdefault(lane.field, label)

    @property
    def known(self) -> set[str]:
        """Lanes with something in them that a known label named."""
        return {name for name in self.direct if self.lanes.get(name)}


ACTIONS = Lane("actions", "Actions")
DESCRIPTION = Lane("description", "Description")


def finish(draft: Draft, people: frozenset[str], file: str, problems: list[Problem]) -> Node:
    """A draft as the plain data of a stage. `people` are the ids that `Olga: calls` may name."""
    stage = Node(draft.title.span, {"title": draft.title})
    stage.update(draft.fields)
    stage.at.update(draft.at)
    lanes = {name: entries for name, entries in draft.lanes.items() if entries}
    for name in TEXTS & lanes.keys():
        stage.setdefault(name, _one_text(lanes.pop(name), "\n\n" if name in ("description", "notes") else ";\n"))
    _feel(stage, lanes.pop("emotion", []), file, problems)
    _own(stage, lanes, draft)
    _reach(stage, lanes, draft)
    for name, entries in lanes.items():
        lane = any_lane(str(draft.names.get(name, name)))
        items: list[Plain] = [_item(name, entry, people) for entry in entries]
        if name in draft.names or (name == lane.field and lane.is_free):
            free = stage.setdefault("lanes", Node(draft.title.span))
            assert isinstance(free, dict)
            free[name] = items
        else:
            before = stage.get(name)
            stage[name] = [*_list(before), *items]
    return stage


def _one_text(entries: list[Entry], between: str) -> Said:
    first = entries[0]
    if len(entries) == 1 and isinstance(first, Said):
        return first
    texts = [text_of(entry) for entry in entries]
    joined = "".join(f"{text.rstrip(';')}{between.lstrip(';') if text.endswith(':') else between}" for text in texts[:-1]) + texts[-1]
    return Said(joined, first.span)


def _feel(stage: Node, entries: list[Entry], file: str, problems: list[Problem]) -> None:
    """Emotions give words to `feelings` and their mean to `emotion`; a bare score gives the number alone."""
    scores, words = [], []
    for entry in entries:
        text = text_of(entry)
        found = feelings.score(text)
        if found is None and text[:1] in _MARKS:
            stage["thoughts"] = [*_list(stage.get("thoughts")), entry]
            continue
        if found is not None:
            scores.append(found)
        elif re.search(r"\w", text):
            note = "kept as a word; the emotion is not guessed"
            problems.append(
                problem("unknown-feeling", f"'{text[:40]}' is no known feeling", Place(file, entry.span), note, data=(text[:40],))
            )
        if not (found is not None and feelings.is_number(text)):
            words.append(entry)
    if scores and "emotion" not in stage:
        stage["emotion"] = round(sum(scores) / len(scores), 1) + 0.0
        stage.at["emotion"] = entries[0].span
    if words:
        before = stage.get("feelings")
        stage["feelings"] = [*_list(before), *words]


def _list(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []


def _own(stage: Node, lanes: dict[str, list[Entry]], draft: Draft) -> None:
    """An owner is a team's id; any other words about teams are a free lane."""
    entries = lanes.get("owner", [])
    if len(entries) == 1 and re.match(ID_PATTERN, text_of(entries[0])) and "owner" not in stage:
        stage["owner"] = lanes.pop("owner")[0]
    elif entries:
        draft.names.setdefault("owner", "Owner")


def _reach(stage: Node, lanes: dict[str, list[Entry]], draft: Draft) -> None:
    """Channels beside touchpoints are a free lane; alone they are the touchpoints, each in its channel."""
    entries = lanes.pop("channels", [])
    if entries and lanes.get("touchpoints"):
        lanes["channels"] = entries
        draft.names.setdefault("channels", "Channels")
    elif entries:
        lanes["touchpoints"] = [_touchpoint(entry) for entry in entries]


def _touchpoint(entry: Entry) -> Entry:
    channel = channel_named(re.sub(r"[*_`]", "", text_of(entry)))
    if not channel or isinstance(entry, Node):
        return entry
    return Node(entry.span, {"title": entry, "channel": channel})


_SHORTHAND = {"quotes": "text", "personalization": "text"}


def _item(lane: str, entry: Entry, people: frozenset[str]) -> Plain:
    """An item as its lane has it: quotes without marks, metrics as titles, `Olga: calls` with who it is."""
    entry = _who(entry, people)
    if lane in _SHORTHAND:
        entry = _spoken(entry, lane)
    if lane == "metrics" and isinstance(entry, Said):
        return Node(entry.span, {"title": entry})
    return entry


def _who(entry: Entry, people: frozenset[str]) -> Entry:
    text = entry if isinstance(entry, Said) else entry.get("title")
    if not people or not isinstance(text, Said) or ":" not in text:
        return entry
    name, rest = text.split(":", 1)
    who = slug(re.sub(r"[*_`]", "", name))
    if who not in people or not rest.strip() or (isinstance(entry, Node) and "who" in entry):
        return entry
    whole = entry if isinstance(entry, Node) else Node(entry.span)
    ids: list[Plain] = [who]
    return whole.but({**whole, "title": text.but(rest.strip()), "who": ids})


def _spoken(entry: Entry, lane: str) -> Entry:
    if isinstance(entry, Node):
        fields = dict(entry)
        title = fields.pop("title", None)
        return entry.but({"text": title, **fields} if title is not None else fields)
    inner = entry.strip()
    whole = len(inner) > 2 and inner[0] in _MARKS and inner[-1] in _MARKS and not set(inner[1:-1]) & set(_MARKS[:6])
    return entry.but(inner[1:-1].strip()) if whole and lane == "quotes" else entry
