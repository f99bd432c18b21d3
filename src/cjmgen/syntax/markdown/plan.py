"""plan: which of a document's candidates are its journeys, and which tell the same map again."""

import re
from dataclasses import dataclass, field

from cjmgen.syntax.markdown.candidate import Candidate, overlap
from cjmgen.syntax.markdown.sections import Section


@dataclass(slots=True, eq=False)
class Map:
    """One journey: where it stands, what tells it, in order, and what tells it once more."""

    scope: Section
    parts: list[Candidate]
    again: list[Candidate] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """The stages' titles, for comparing."""
        return tuple(name for part in self.parts for name in part.names)

    @property
    def lanes(self) -> frozenset[str]:
        """The known lanes that are told."""
        return frozenset(lane for part in self.parts for lane in part.lanes)


def journeys(found: list[Candidate], root: Section) -> list[Map]:
    """The journeys of a document in order. Best candidates choose first; the others join them, repeat them, or are none."""
    maps: list[Map] = []
    found = _outermost(found)
    telling = [section for candidate in found for section in candidate.within.above()]
    for candidate in sorted(found, key=lambda one: (-one.score, one.first)):
        scope = _scope(candidate, root, telling)
        if not _joins(candidate, scope, maps):
            if maps and not _is_another(candidate, scope, maps):
                continue
            maps.append(Map(scope, [candidate]))
    for one in maps:
        one.parts.sort(key=lambda part: part.first)
    return sorted(_scoped(maps), key=lambda one: one.parts[0].first)


def _outermost(found: list[Candidate]) -> list[Candidate]:
    """Without the tables, lists and headings that are the content of better candidates' stages, and without weaker frames."""
    kept = list(found)
    for outer in found:
        if outer.kind != "headings":
            continue
        inner = [one for one in kept if one is not outer and any(_is_in(one.within, member) for member in outer.members)]
        rivals = [one for one in inner if one.kind == "headings"]
        if (rivals and max(one.score for one in rivals) > outer.score + 1 and _bare_frame(outer)) or _is_outline(outer, inner):
            kept = [one for one in kept if one is not outer]
        else:
            kept = [one for one in kept if one not in inner]
    return kept


def _is_outline(outer: Candidate, inner: list[Candidate]) -> bool:
    """Whether numbered headings are those of a document, and whole maps stand below them: in one of many, or in each its own."""
    named = sum(heading.is_named_stage or heading.numbered == "stage" for heading in outer.headings)
    whole = [one for one in inner if one.whole]
    better = any(one.score > outer.score + 1 for one in whole)
    each = sum(one.score > outer.score - 1 for one in whole) * 2 > len(outer.headings)
    return (better or each) and named * 2 < len(outer.headings)


def _bare_frame(outer: Candidate) -> bool:
    """Whether candidates' stages tell little of their own, so that they only group what stands in them."""
    return len(outer.lanes) < 2


def _is_in(section: Section, member: Section) -> bool:
    return any(above is member for above in section.above())


def _scope(candidate: Candidate, root: Section, telling: list[Section]) -> Section:
    """The section that the journey is: the nearest whose heading names a journey or a persona, if it has sisters that do."""
    for section in candidate.within.above():
        if section.parent and _names_journey(section):
            sisters = [other for other in telling if _names_journey(other) and not _is_in(other, section) and not _is_in(section, other)]
            if sisters:
                return section
    return root


def _names_journey(section: Section) -> bool:
    heading = section.heading
    return (heading.is_journey or heading.is_persona) and not heading.is_around


def _joins(candidate: Candidate, scope: Section, maps: list[Map]) -> bool:
    """Let a candidate go on with, or repeat, a journey that was found before; False where it does neither."""
    for one in maps:
        if scope is not one.scope and not (_is_in(scope, one.scope) or _is_in(one.scope, scope)):
            continue
        same = len(overlap(candidate.names, one.names)) * 2 >= min(len(candidate.names), len(one.names))
        if same and not _is_twin(candidate, one):
            told = sum(part.richness for part in one.parts)
            if len(one.parts) == 1 and candidate.richness > told and len(candidate.names) >= len(one.names):
                one.again, one.parts = [*one.again, *one.parts], [candidate]
            else:
                one.again.append(candidate)
            return True
        if not same and _goes_on(candidate, one):
            one.parts.append(candidate)
            return True
    return False


def _is_twin(candidate: Candidate, one: Map) -> bool:
    """Whether it is another customer's journey through the same stages: told alike, under a heading of the same rank."""
    first = one.parts[0]
    if candidate.kind != first.kind or not _are_sisters(candidate, first):
        return False
    around = candidate.within.heading.is_around or first.within.heading.is_around
    if candidate.kind == "table" and not overlap(candidate.names, one.names) and len(candidate.lanes & one.lanes) < 3:
        return False
    return not around and len(candidate.lanes & one.lanes) * 2 >= len(candidate.lanes | one.lanes)


def _goes_on(candidate: Candidate, one: Map) -> bool:
    """Whether it is the rest of a map that was cut: numbers that go on, or one more table of the same lanes beside the first."""
    for part in one.parts:
        if candidate.kind != part.kind or candidate.within.heading.is_around:
            continue
        if candidate.kind == "headings" and candidate.within.parent is part.within.parent and candidate.within is not part.within:
            return _follows(part, candidate) or _follows(candidate, part) or _unnumbered(part, candidate)
        if (
            candidate.kind == "table"
            and candidate.within is part.within
            and candidate.lanes
            and len(candidate.lanes & part.lanes) * 2 >= len(candidate.lanes)
        ):
            return True
    return False


def _follows(one: Candidate, other: Candidate) -> bool:
    before, after = one.headings[-1].number, other.headings[0].number
    return before is not None and after is not None and 0 < after - before <= 1


def _unnumbered(one: Candidate, other: Candidate) -> bool:
    return one.headings[0].number is None and other.headings[0].number is None


def _is_another(candidate: Candidate, scope: Section, maps: list[Map]) -> bool:
    """Whether a candidate is a journey of its own beside those found: under its own heading, and as well told."""
    best = max(part.score for one in maps for part in one.parts)
    if candidate.score < best * 0.5:
        return False
    apart = all(scope is not one.scope and not _is_in(scope, one.scope) for one in maps) and scope.level > 0
    return apart or any(_is_twin(candidate, one) or _restarts(candidate, one) or _is_beside(candidate, one) for one in maps)


def _is_beside(candidate: Candidate, one: Map) -> bool:
    """Whether it is a whole table of other stages in a section of its own, with most of the lanes of the one found."""
    first = one.parts[0]
    if not (candidate.kind == first.kind == "table" and candidate.whole and candidate.within is not first.within):
        return False
    shared = candidate.lanes & one.lanes
    heading = candidate.within.heading
    around = heading.is_around and "blueprint" not in heading.words
    return len(shared) >= 3 and len(shared) * 2 >= len(candidate.lanes | one.lanes) and not around


def _restarts(candidate: Candidate, one: Map) -> bool:
    """Whether its numbers begin again under a sister's heading."""
    first = one.parts[0]
    from_one = candidate.headings[0].number == first.headings[0].number == 1
    shared = bool(candidate.lanes & one.lanes) or not candidate.lanes
    told_alike = candidate.kind == first.kind == "headings" and shared
    return told_alike and from_one and _are_sisters(candidate, first) and not candidate.within.heading.is_around


def _are_sisters(one: Candidate, other: Candidate) -> bool:
    """Whether they stand under two headings of the same rank."""
    return one.within is not other.within and one.within.level == other.within.level > 0


def _scoped(maps: list[Map]) -> list[Map]:
    """Where there are several, each stands in a section of its own; where there is one, it is the whole document."""
    if len(maps) > 1:
        for one in maps:
            if one.scope.level == 0 and one.parts[0].within.level > 0:
                one.scope = one.parts[0].within
        for one in maps:
            one.scope = _named(one, [above for other in maps if other is not one for above in other.scope.above()])
    return maps


def _named(one: Map, others: list[Section]) -> Section:
    """A journey's own section; where its heading says no more than `Journey stages`, the one above that says whose, and is its alone."""
    for section in one.scope.above():
        if section in others or not section.level:
            break
        if is_named(section):
            return section
    return one.scope


def is_named(section: Section) -> bool:
    """Whether a heading says more than that a journey's stages stand below it."""
    return not set(re.findall(r"\w+", section.heading.words)) <= _SAYS_NOTHING


_PLAIN_WORDS = (
    "the a user customer client detailed full journey journeys cjm map maps mapping stage stages phase phases step steps table details and "
    "этап этапы карта таблица путь пути клиента пользователя клиентского опыта шаги описание по"
)
_SAYS_NOTHING = frozenset(_PLAIN_WORDS.split())
"""Words of headings that name no journey of their own."""


def plain_title(text: str) -> str:
    """The name in a journey's heading: `Journey 2: A return` is `A return`."""
    found = re.match(
        r"^(?:(?:customer |user )*(?:journey|scenario|flow|cjm)|путь|сценарий)\s*(?:#|№)?\s*\d+\s*[:.)—–-]+\s*(\S.*)$",
        text.strip(),
        re.IGNORECASE,
    )
    return found[1].strip() if found else text.strip()
