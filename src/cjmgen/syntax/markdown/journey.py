"""journey: a Markdown document put together as the plain data of its journeys."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cjmgen.model.slug import slug
from cjmgen.problem import Place, Problem, Span, problem
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits.attributes import split
from cjmgen.syntax.habits.draft import Draft, finish
from cjmgen.syntax.habits.items import bad_attribute, places, tidy
from cjmgen.syntax.habits.labels import bare
from cjmgen.syntax.habits.said import Node, Said
from cjmgen.syntax.markdown import front
from cjmgen.syntax.markdown.around import Surroundings
from cjmgen.syntax.markdown.blocks import Block, blocks_of
from cjmgen.syntax.markdown.candidate import Candidate, overlap
from cjmgen.syntax.markdown.candidates import candidates
from cjmgen.syntax.markdown.content import Filler
from cjmgen.syntax.markdown.front import Front
from cjmgen.syntax.markdown.label import label_of
from cjmgen.syntax.markdown.loose import loosened
from cjmgen.syntax.markdown.plan import Map, is_named, journeys, plain_title
from cjmgen.syntax.markdown.sections import Section, outline


@dataclass(slots=True, eq=False)
class Reading:
    """One document being read."""

    file: str
    front: Front
    problems: list[Problem]
    source: list[str]
    root: Section
    shared: frozenset[str] = frozenset()
    """Labels that several sections have."""
    fences: dict[int, Node | None] = field(default_factory=dict)
    drafts: dict[Section, tuple[Draft, list[Problem]]] = field(default_factory=dict)

    def fill(self, section: Section) -> Draft:
        """What a section says as a stage; its problems are told when it turns out to be one."""
        if section not in self.drafts:
            problems: list[Problem] = []
            self.drafts[section] = self._fill(section, problems), problems
        return self.drafts[section][0]

    def told(self, section: Section) -> Draft:
        """What a section says, once it is a stage."""
        draft = self.fill(section)
        self.problems += self.drafts[section][1]
        return draft

    def _fill(self, section: Section, problems: list[Problem]) -> Draft:
        heading = section.heading
        if heading.wrong:
            problems.append(bad_attribute(heading.said, heading.wrong, self.file))
        draft = Draft(heading.title, dict(heading.fields), at=places(heading.said, split(heading.said)))
        if heading.duration:
            draft.fields.setdefault("duration", heading.duration)
        filler = Filler(draft, self.file, problems, self._fence, self.source, self.shared)
        filler.section(section)
        return draft

    def _fence(self, block: Block) -> Node | None:
        if block.line not in self.fences:
            self.fences[block.line] = front.block(self.file, block, self.problems, ())
        return self.fences[block.line]


def read(file: str, text: str, problems: list[Problem]) -> Node:
    """The data of a document: a journey, or `{journeys: […]}` where it tells several."""
    text = _unwrapped(text)
    taken = front.take(file, text, "journey", problems)
    blocks = loosened(blocks_of(taken.body, taken.first_line))
    last = text.count("\n") + 2
    root = outline(blocks, taken.first_line, last)
    reading = Reading(file, taken, problems, text.split("\n"), root, _shared(blocks))
    found = candidates(root, reading.fill, _is_ours(taken, root))
    maps = journeys(found, root)
    if not maps:
        return _without(reading)
    made = [_journey(reading, one, at == 0, len(maps) > 1, maps) for at, one in enumerate(maps)]
    if len(made) == 1:
        return made[0]
    return Node(made[0].span, {"journeys": list[Plain](made)})


def _unwrapped(text: str) -> str:
    """A document that is nothing but one fence, as assistants answer, without it; lines keep their numbers."""
    found = re.fullmatch(r"\s*(?:```|~~~)(?:markdown|md)[ \t]*\n(?P<body>.*)\n(?:```|~~~)\s*", text, re.DOTALL)
    return "\n" * text.count("\n", 0, found.start("body")) + found["body"] if found else text


def _is_ours(taken: Front, root: Section) -> bool:
    return taken.is_ours or any("id" in section.heading.fields for section in root.walk())


def _shared(blocks: Sequence[Block]) -> frozenset[str]:
    """Labels in bold that stand in three places or more: they name lanes even where no table knows them."""
    counts: Counter[str] = Counter()
    stack = list(blocks)
    while stack:
        block = stack.pop()
        stack += block.children
        counts.update(bare(label.words).lower() for line in block.lines if (label := label_of(line.but(tidy(line)))) and label.sure)
    return frozenset(words for words, count in counts.items() if count > 2)


def _without(reading: Reading) -> Node:
    """A document that tells no stages: a problem, unless its front matter does."""
    journey = Node(Span(1, 1), reading.front.data)
    journey.at = dict(reading.front.data.at)
    if "stages" not in journey and "extends" not in journey:
        hint = "write a heading for each stage, `## Decision`, and its lanes below; or a table with the stages as columns"
        reading.problems.append(problem("no-stages", "no stages were found in this file", Place(reading.file, Span(1, 1)), hint))
    _title(reading, journey, reading.root, None)
    Surroundings(reading.file, reading.source, reading.problems, journey, None, []).place(reading.root)
    journey.setdefault("stages", [])
    return journey


def _journey(reading: Reading, one: Map, first: bool, several: bool, maps: list[Map]) -> Node:
    problems = reading.problems
    people = _people(reading.front.data)
    journey = Node(_place(one, several))
    if first or not several:
        journey.update(reading.front.data)
        journey.at = dict(reading.front.data.at)
    if several:
        journey.pop("title", None)
    _title(reading, journey, one.scope, one.parts[0].title)
    drafts = _merged(reading, one)
    stages = [finish(draft, people, reading.file, reading.problems) for draft in drafts]
    for draft in drafts:
        _unknown(reading, draft)
    _actors(journey, one)
    others = [other for other in maps if other is not one]
    scope = reading.root if first else one.scope
    Surroundings(reading.file, reading.source, problems, journey, one, others).place(scope)
    if names := _names(drafts):
        given = journey.get("lanes")
        journey["lanes"] = {**names, **given} if isinstance(given, dict) else names
    given = journey.pop("stages", None)
    journey["stages"] = [*(given if isinstance(given, list) else []), *stages]
    return journey


def _place(one: Map, several: bool) -> Span:
    said = one.scope.heading.said
    return said.span if several and said else Span(1, 1)


def _people(data: Node) -> frozenset[str]:
    """The ids that may stand before an item, as in `Olga: calls`."""
    found = [name for name in _list(data.get("personas")) if isinstance(name, str)]
    for actor in _list(data.get("actors")):
        if isinstance(actor, str):
            found.append(slug(actor))
        elif isinstance(actor, dict):
            name = actor.get("id") or actor.get("title")
            found += [slug(str(name))] if name and not isinstance(name, dict) else []
    return frozenset(found)


def _list(value: Plain) -> list[Plain]:
    return value if isinstance(value, list) else []


def _title(reading: Reading, journey: Node, scope: Section, told: Said | None) -> None:
    """The title: of the front matter, else of the journey's heading, else of the document's, of a diagram, of the file."""
    if "title" in journey:
        return
    tops = [section for section in reading.root.sections if section.heading.said]
    lone = tops[0] if len(tops) == 1 and tops[0].heading.is_journey and is_named(tops[0]) else None
    top = next((section for section in tops if section.level == 1), lone)
    heading = scope.heading if scope.level else top.heading if top and (len([s for s in tops if s.level == 1]) == 1 or not told) else None
    if heading and heading.numbered != "stage":
        title = plain_title(heading.title)
        journey["title"] = heading.said.but(_JOURNEY_IN_FRONT.sub("", title) if scope.level else title)
    elif told:
        journey["title"] = told
    elif line := _first_line(reading.root):
        journey["title"] = line.but(line.rstrip(":").strip())
    else:
        stem = reading.file.rpartition("/")[2].rsplit(".", 1)[0]
        journey["title"] = " ".join(re.split(r"[-_\s]+", stem)).strip().capitalize() or "Journey"


_JOURNEY_IN_FRONT = re.compile(r"^(?:(?:customer|user)\s+)*journey(?:\s+map)?\s*:\s*(?=\S)", re.IGNORECASE)


def _first_line(root: Section) -> Said | None:
    """The first paragraph, where it is a line like a title: short, and no sentence."""
    first = root.blocks[0] if root.blocks else None
    if first is None or first.kind != "text" or len(first.lines) > 1 or label_of(first.lines[0]):
        return None
    line = first.lines[0]
    return line if len(line) <= 100 and not re.search(r"[.!?…]\s|[.!?…]$", line) else None


# What is told twice


def _merged(reading: Reading, one: Map) -> list[Draft]:
    """The stages of a journey. Lanes that only a repetition tells are taken from it; the rest of it is kept in the notes."""
    problems = reading.problems
    drafts = [draft for part in one.parts for draft in _told(reading, part)]
    for again in one.again:
        place = Place(reading.file, again.drafts[0].title.span)
        problems.append(
            problem(
                "same-map-twice",
                f"these stages are told a second time: '{again.drafts[0].title[:60]}' …",
                place,
                "keep the telling you care for, and delete the other",
            )
        )
        if len(again.lanes) * 2 < len({name for draft in again.drafts for name in draft.lanes}):
            continue
        have = {name for draft in drafts for name, entries in draft.lanes.items() if entries}
        for mine, theirs in overlap([bare(draft.title).lower() for draft in drafts], again.names):
            source = again.drafts[theirs]
            for name in [
                name
                for name in source.lanes
                if name in again.lanes and name not in have and not (name == "touchpoints" and "channels" in have)
            ]:
                drafts[mine].lanes[name] = list(source.lanes[name])
                if name in source.names:
                    drafts[mine].names[name] = source.names[name]
    return drafts


def _told(reading: Reading, part: Candidate) -> list[Draft]:
    return [reading.told(member) for member in part.members] if part.members else list(part.drafts)


def _unknown(reading: Reading, draft: Draft) -> None:
    for label in draft.unknown.values():
        words = bare(label)[:40]
        if not any(found.code == "unknown-label" and found.data == (words,) for found in reading.problems):
            reading.problems.append(
                problem(
                    "unknown-label",
                    f"'{words}' is no lane that is known: kept as a lane of your own",
                    Place(reading.file, label.span),
                    data=(words,),
                )
            )


def _names(drafts: list[Draft]) -> Node | None:
    """The titles of free lanes, where they say more than their ids."""
    names = Node(drafts[0].title.span)
    for draft in drafts:
        for name, title in draft.names.items():
            if str(title) != name and draft.lanes.get(name):
                names.setdefault(name, str(title))
    return names or None


def _actors(journey: Node, one: Map) -> None:
    """Who takes part by a diagram and isn't declared yet."""
    told = {name: title for part in one.parts for name, title in part.actors.items()}
    known = {
        slug(str(actor.get("id") or actor.get("title"))) if isinstance(actor, dict) else slug(str(actor))
        for actor in _list(journey.get("actors"))
    }
    known |= {str(name) for name in _list(journey.get("personas"))}
    new: list[Plain] = [Node(title.span, {"id": name, "title": title}) for name, title in told.items() if name not in known]
    if new:
        journey["actors"] = [*_list(journey.get("actors")), *new]
