"""mermaid: a `journey` diagram as the stages of a map: sections are stages, tasks are touchpoints, scores 1 … 5 are emotions."""

import re

from cjmgen.model.slug import slug
from cjmgen.problem import Span
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits.draft import Draft
from cjmgen.syntax.habits.heading import Heading, heading_of
from cjmgen.syntax.habits.labels import Lane
from cjmgen.syntax.habits.said import Node, Said
from cjmgen.value import dataclass

_TASK = re.compile(r"^(?P<task>.+?)\s*:\s*(?P<score>-?\d+(?:\.\d+)?)\s*(?::\s*(?P<who>.*))?$")
TOUCHPOINTS = Lane("touchpoints", "Touchpoints")


@dataclass(frozen=True, slots=True)
class Diagram:
    """A diagram: its title, its stages, and who takes part, by id."""

    title: Said | None
    stages: tuple[Draft, ...]
    headings: tuple[Heading, ...]
    actors: dict[str, Said]


def is_journey(code: str) -> bool:
    """Whether a fenced diagram is a journey."""
    return next(
        (line.strip() == "journey" for line in _body(code).split("\n") if line.strip() and not line.strip().startswith("%%")), False
    )


def _body(code: str) -> str:
    """A diagram without its own front matter."""
    return re.sub(r"\A\s*---\n.*?\n---\n", lambda found: "\n" * found[0].count("\n"), code, flags=re.DOTALL)


def read(code: Said) -> Diagram:
    """Read a journey diagram. Lines that are neither title, section nor task are left out."""
    title: Said | None = None
    parts: list[tuple[Heading, list[tuple[Said, str, list[str]]]]] = []
    actors: dict[str, Said] = {}
    for offset, line in enumerate(_body(code).split("\n")):
        words = line.strip()
        said = Said(words, Span(code.span.line + offset, line.find(words) + 1, max(1, len(words))))
        if words.startswith("title "):
            title = said.but(words[6:].strip())
        elif words.startswith("section "):
            parts.append((heading_of(said.but(words[8:].strip())), []))
        elif found := _TASK.match(words):
            if not parts:
                parts.append((heading_of(title or said.but(found["task"])), []))
            who = [name.strip() for name in (found["who"] or "").split(",") if slug(name)]
            actors.update({slug(name): said.but(name) for name in who if slug(name) not in actors})
            parts[-1][1].append((said.but(found["task"]), found["score"], [slug(name) for name in who]))
    told = actors if len(actors) > 1 else {}
    stages = tuple(_stage(heading, tasks, told) for heading, tasks in parts)
    return Diagram(title, stages, tuple(heading for heading, _ in parts), told)


def _stage(heading: Heading, tasks: list[tuple[Said, str, list[str]]], actors: dict[str, Said]) -> Draft:
    draft = Draft(heading.title)
    draft.direct.add("touchpoints")
    for task, score, who in tasks:
        fields: dict[str, Plain] = {"title": task}
        if 1 <= float(score) <= 5:
            fields["emotion"] = float(score) - 3
        if actors and who and set(who) != set(actors):
            fields["who"] = list(who)
        draft.add(TOUCHPOINTS, [Node(task.span, fields)])
    return draft
