"""persona: a persona told in Markdown: front matter, then headings for goals, frustrations and the empathy map."""

import re

from cjmgen.model.journey import Journey
from cjmgen.model.persona import Empathy, Persona
from cjmgen.problem import KeyPath, Problem, Span
from cjmgen.syntax.document import Plain
from cjmgen.syntax.habits.items import braced, items_of, tidy
from cjmgen.syntax.habits.labels import bare
from cjmgen.syntax.habits.said import Node, Said
from cjmgen.syntax.markdown import front
from cjmgen.syntax.markdown.blocks import Block, blocks_of
from cjmgen.syntax.markdown.label import Label, label_of
from cjmgen.syntax.markdown.loose import loosened
from cjmgen.syntax.markdown.sections import Section, outline

NAMES: dict[str, str] = {
    "goals": ("goals, goal, goals and motivations, motivations, objectives, wants, цели, цель, мотивация, мотивы, задачи"),
    "needs": "needs, need, expectations, expectations and needs, потребности, нужды, ожидания",
    "jobs": "jobs, jobs to be done, jtbd, работы",
    "frustrations": (
        "frustrations, pain points, pains, pain points and frustrations, challenges, problems, barriers, fears, боли, "
        "болевые точки, разочарования, проблемы, барьеры, страхи, фрустрации, трудности"
    ),
    "behaviours": (
        "behaviours, behaviors, behaviour, behavior, habits, behaviors and patterns, usage patterns, поведение, "
        "привычки, паттерны поведения"
    ),
    "interests": "interests, hobbies, интересы, увлечения",
    "quote": "quote, key quote, in her words, in his words, цитата, цитаты, девиз",
    "summary": ("summary, bio, biography, about, story, background, description, биография, история, описание, о персоне, портрет"),
    "role": ("role, occupation, job, job title, profession, archetype, роль, профессия, должность, занятость"),
    "segment": "segment, customer segment, сегмент",
    "notes": "notes, заметки",
    "demographics": ("demographics, demographic, profile, facts, демография, профиль, данные, характеристики"),
    "empathy": "empathy map, empathy, карта эмпатии",
    "says": "says, говорит",
    "thinks": "thinks, думает",
    "does": "does, делает",
    "feels": "feels, чувствует",
    "sees": "sees, видит",
    "hears": "hears, слышит",
}
"""What the parts of a persona are called, in lower case."""

TEXTS = frozenset({"quote", "summary", "role", "segment", "notes"})
SENSES = frozenset(Empathy.model_fields)
_NAMED = {name.strip(): key for key, names in NAMES.items() for name in names.split(",")}
_IN_EMPATHY = {"pains": "pains", "pain": "pains", "боли": "pains", "gains": "gains", "gain": "gains", "выгоды": "gains"}


def is_persona_file(file: str) -> bool:
    """Whether a file is a persona, by its folder."""
    return "/personas/" in f"/{file}"


def is_persona_path(path: KeyPath) -> bool:
    """Whether a path of keys can only lead into a persona."""
    return bool(path) and path[0] in Persona.model_fields and path[0] not in Journey.model_fields


def read(file: str, text: str, problems: list[Problem]) -> Node:
    """The plain data of a persona. What fits nothing is kept in its notes."""
    taken = front.take(file, text, "persona", problems)
    persona = Node(taken.data.span, taken.data)
    persona.at = dict(taken.data.at)
    root = outline(loosened(blocks_of(taken.body, taken.first_line)), taken.first_line, text.count("\n") + 2)
    reader = _Reader(persona, file, problems, text.split("\n"))
    for section in root.walk():
        reader.section(section)
    if "title" not in persona:
        stem = file.rpartition("/")[2].rsplit(".", 1)[0]
        persona["title"] = re.sub(r"[-_]+", " ", stem).strip().capitalize() or "Persona"
    if reader.notes:
        before = persona.get("notes")
        persona["notes"] = Said("\n\n".join([before, *reader.notes] if isinstance(before, str) else reader.notes), reader.notes[0].span)
    return persona


class _Reader:
    def __init__(self, persona: Node, file: str, problems: list[Problem], source: list[str]) -> None:
        self.persona, self.file, self.problems, self.source = persona, file, problems, source
        self.notes: list[Said] = []

    def section(self, section: Section) -> None:
        said = section.heading.said
        key = _NAMED.get(bare(section.heading.title).lower()) if said else None
        if section.parent and _key(section.parent) == "empathy" and said:
            key = _sense(section.heading.title) or key
        if said and key is None and section.level == 1 and "title" not in self.persona:
            self.persona["title"] = said.but(
                re.sub(r"^(?:user )?(?:persona|персона)\s*\d*\s*[:—–-]\s*", "", section.heading.title, flags=re.IGNORECASE)
            )
        elif said and key is None and str(section.heading.title) != self.persona.get("title"):
            self.notes.append(Said(f"{'#' * section.level} {said}", said.span))
        for block in section.blocks:
            self.block(block, key)

    def block(self, block: Block, key: str | None) -> None:
        if block.kind == "list" and (key is None or key in ("empathy", "demographics")):
            for item in block.children:
                self.item(item, key)
        elif block.kind == "list" and key and key not in TEXTS:
            self.put(key, [words for item in block.children for words in self.words(item)])
        elif block.kind == "text":
            self.text(block, key)
        elif block.kind == "quote" and (key in (None, "quote")) and "quote" not in self.persona:
            lines = [line for inner in block.children if inner.kind == "text" for line in inner.lines]
            if lines:
                self.persona["quote"] = lines[0].but(" ".join(lines).strip('"“”«»'))
        elif block.kind != "rule":
            self.raw(block)

    def text(self, block: Block, key: str | None) -> None:
        left: list[Said] = []
        for line in block.lines:
            label = label_of(line)
            name = _NAMED.get(bare(label.words).lower()) if label else None
            if label and name and label.rest:
                self.labelled(name, label.rest)
            elif key == "demographics" and label and label.rest:
                self.fact(label.words, label.rest)
            else:
                left.append(line)
        if left:
            whole = Said("\n".join(left), left[0].span)
            if key in TEXTS and key not in self.persona:
                self.persona[key] = whole.but(whole.strip('"“”«»')) if key == "quote" else whole
            elif key and key not in TEXTS and key != "empathy":
                self.put(key, items_of(whole, key))
            elif key is None and "summary" not in self.persona and not self.notes:
                self.persona["summary"] = whole
            else:
                self.notes.append(whole)

    def item(self, item: Block, key: str | None) -> None:
        """A list item with a label, as `- **Goals**: to save time`, or a fact."""
        words = self.words(item)
        label = label_of(words[0]) or _plain(words[0]) if words else None
        name = (_sense(label.words) if key == "empathy" else None) or _NAMED.get(bare(label.words).lower()) if label else None
        if label and name and name != "empathy":
            self.labelled(name, label.rest, words[1:])
        elif label and label.rest and not words[1:]:
            self.fact(label.words, label.rest)
        elif words:
            self.raw(item)

    def labelled(self, name: str, rest: Said, more: list[Said] | None = None) -> None:
        if name in TEXTS and name not in self.persona and not more:
            self.persona[name] = rest.but(rest.strip('"“”«»')) if name == "quote" else rest
        elif name in TEXTS or name == "demographics":
            self.notes += [text for text in (rest, *(more or [])) if text]
        else:
            self.put(name, [*(items_of(rest, name) if rest else []), *(more or [])])

    def fact(self, name: Said, value: Said) -> None:
        facts = self.persona.setdefault("demographics", Node(name.span))
        if isinstance(facts, dict):
            facts.setdefault(bare(name), value)

    def words(self, item: Block) -> list[Said]:
        """The words of an item and of those nested in it."""
        found: list[Said] = []
        for inner in item.children:
            if inner.kind == "text":
                found.append(inner.lines[0].but(tidy(" ".join(inner.lines))))
            else:
                found += [words for child in inner.children for words in self.words(child)]
        return found

    def put(self, key: str, texts: list[Said]) -> None:
        if not texts:
            return
        entries: list[Plain] = [braced(text, self.file, self.problems) for text in texts]
        if key == "jobs":
            entries = [Node(text.span, {"want": text}) for text in texts]
        where: dict[str, Plain] = self.persona
        if key in SENSES:
            empathy = self.persona.setdefault("empathy", Node(texts[0].span))
            where = empathy if isinstance(empathy, dict) else Node(texts[0].span)
        before = where.get(key)
        where[key] = [*(before if isinstance(before, list) else []), *entries]

    def raw(self, block: Block) -> None:
        text = "\n".join(self.source[block.line - 1 : block.end - 1]).strip("\n")
        if text.strip():
            self.notes.append(Said(text, Span(block.line, 1)))


def _plain(line: Said) -> Label | None:
    found = re.match(r"^([^:*]{2,40}):\s+(\S.*)$", line)
    return Label(line.but(found[1]), line.but(found[2]), True) if found else None


def _key(section: Section) -> str | None:
    return _NAMED.get(bare(section.heading.title).lower())


def _sense(words: str) -> str | None:
    name = bare(words).lower()
    return _IN_EMPATHY.get(name) or (_NAMED.get(name) if _NAMED.get(name) in SENSES else None)
