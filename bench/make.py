"""make: invents a cjmgen project of N journeys, about 8 KB each, in English and Russian; the same seed gives the same bytes.

usage: python bench/make.py N OUT [--seed SEED]
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from words import CHANNELS, NAMES, PLACES, TEAMS, WORDS, Words

SAFE = re.compile(r"^[A-Za-zА-Яа-яЁё][\w ,.()«»-]*$")
SEVERITIES = ("low", "medium", "high", "critical")
KEYWORDS = {"yes", "no", "on", "off", "true", "false", "null", "y", "n"}


def quoted(text: str) -> str:
    """A YAML scalar: plain where that is safe."""
    return text if SAFE.match(text) and not text.endswith(" ") and text.lower() not in KEYWORDS else json.dumps(text, ensure_ascii=False)


def within(text: str) -> str:
    """A YAML scalar inside braces: always quoted."""
    return json.dumps(text, ensure_ascii=False)


class Author:
    """Somebody with a vocabulary and a fixed fate."""

    def __init__(self, seed: str) -> None:
        self.fate = random.Random(seed)
        self.language = "ru" if self.fate.random() < 0.4 else "en"
        self.words: Words = WORDS[self.language]

    def sentence(self) -> str:
        """Who does what to what, and how."""
        pick, words = self.fate.choice, self.words
        return f"{pick(words.who)} {pick(words.does)} {pick(words.what)} {pick(words.how)}"

    def marked(self) -> str:
        """A sentence, every third one with inline Markdown."""
        pick, words = self.fate.choice, self.words
        match self.fate.randrange(9):
            case 0:
                return f"{pick(words.who)} **{pick(words.does)}** {pick(words.what)} {pick(words.how)}"
            case 1:
                return f"{pick(words.who)} {pick(words.does)} [{pick(words.what)}](https://example.org/{self.fate.randrange(999)})"
            case 2:
                return f"{pick(words.who)} {pick(words.does)} *{pick(words.what)}*, `{self.fate.randrange(9999)}`"
            case _:
                return self.sentence()

    def some(self, texts: tuple[str, ...], low: int, high: int) -> list[str]:
        """A few different ones."""
        return self.fate.sample(texts, min(len(texts), self.fate.randint(low, high)))


def journey(number: int, people: int, seed: str) -> str:
    """One journey as YAML."""
    author = Author(f"{seed}/journey/{number}")
    fate = author.fate
    personas = [f"p{n:04d}" for n in sorted(fate.sample(range(1, people + 1), min(people, fate.randint(1, 3))))]
    lines = [
        f"title: {quoted(f'{author.sentence()} ({number})')}",
        f"summary: {quoted(author.marked())}",
        f"personas: [{', '.join(personas)}]",
        f"status: {fate.choice(('live', 'live', 'live', 'review', 'draft'))}",
        f"owner: {fate.choice(TEAMS)[0]}",
        f"reviewed: 2026-{fate.randint(5, 11):02d}-{fate.randint(1, 20):02d}",
        "period: 2026-10",
        f"tags: {{product: {fate.choice(PLACES)}, segment: {fate.choice(('b2b', 'b2c'))}}}",
        f"target: {fate.randint(1, 9)}.5%",
        "stages:",
    ]
    entry = fate.randint(5, 90) * 1000
    for phase in sorted(fate.sample(range(len(author.words.stages)), fate.randint(5, 7))):
        lines += stage(author, phase, entry, personas)
        entry = entry * fate.randint(20, 90) // 100
    return "\n".join(lines) + "\n"


def stage(author: Author, phase: int, entry: int, personas: list[str]) -> Iterator[str]:
    """One stage."""
    fate, words = author.fate, author.words
    yield f"- id: stage-{phase}\n  title: {quoted(words.stages[phase])}"
    yield f"  goal: {quoted(fate.choice(words.goals))}\n  entry: {entry}"
    yield "  actions:"
    yield from (f"  - {quoted(author.marked())}" for _ in range(fate.randint(1, 2)))
    yield "  thoughts:"
    yield f"  - {quoted(fate.choice(words.thoughts))}"
    yield "  touchpoints:"
    for n in range(fate.choice((2, 2, 2, 3, 3, 4))):
        yield from touchpoint(author, n, personas)
    yield "  pains:"
    for n, title in enumerate(author.some(words.pains, 1, 2)):
        proof = f", evidence: [{{id: study-{fate.randint(1, 9)}, n: {fate.randint(2, 20)}}}]" if fate.random() < 0.6 else ""
        yield f"  - {{id: pain-{n}, title: {within(title)}, severity: {fate.choice(SEVERITIES)}{proof}}}"
    yield "  quotes:"
    yield f"  - {{text: {within(fate.choice(words.quotes))}, speaker: I-{fate.randint(1, 40)}, evidence: study-{fate.randint(1, 9)}}}"
    yield "  opportunities:"
    for n, title in enumerate(author.some(words.ideas, 1, 2)):
        yield f"  - id: idea-{n}"
        yield f"    title: {quoted(title)}"
        yield f"    pains: [pain-0]\n    impact: {fate.randint(1, 5)}\n    effort: {fate.randint(1, 5)}\n    owner: {fate.choice(TEAMS)[0]}"
    yield "  metrics:"
    low = fate.randint(10, 50)
    series = ", ".join(f"{low + fate.randint(0, 30)}%" for _ in range(8))
    yield f"  - {{id: figure, title: {within(fate.choice(words.figures))}, value: {low + 12}%, target: {low + 20}%, series: [{series}]}}"


def touchpoint(author: Author, number: int, personas: list[str]) -> Iterator[str]:
    """One touchpoint; every fourth has an emotion by persona."""
    fate = author.fate
    channel = fate.choice(CHANNELS)

    def feeling() -> str:
        return f"{fate.randint(-20, 20) / 10:g}"

    emotion = f"{{{', '.join(f'{who}: {feeling()}' for who in personas)}}}" if fate.random() < 0.25 else feeling()
    yield f"  - id: touch-{number}"
    yield f"    title: {quoted(fate.choice(author.words.what).capitalize())}"
    yield f"    channel: {channel}\n    owner: {fate.choice(TEAMS)[0]}\n    emotion: {emotion}"
    if fate.random() < 0.5:
        yield f"    description: {quoted(author.marked())}"
    if fate.random() < 0.1:
        yield f"    moment: truth\n    why: {quoted(author.sentence())}"


def persona(number: int, seed: str) -> str:
    """One persona as YAML."""
    author = Author(f"{seed}/persona/{number}")
    fate, words = author.fate, author.words
    parts = [
        f"title: {quoted(fate.choice(NAMES))}",
        f"role: {quoted(fate.choice(words.who))}",
        f"summary: {quoted(author.marked())}",
        f"quote: {quoted(fate.choice(words.quotes))}",
        f"demographics: {{age: {fate.randint(18, 79)}}}",
        "goals:",
        *(f"- {quoted(goal)}" for goal in author.some(words.goals, 2, 3)),
        "frustrations:",
        *(f"- {quoted(pain)}" for pain in author.some(words.pains, 2, 3)),
        f"channels: [{', '.join(fate.sample(CHANNELS, 3))}]",
    ]
    return "\n".join(parts) + "\n"


def project(journeys: int, seed: str) -> Iterator[tuple[str, str]]:
    """Every file of a project, by its path."""
    people = max(1, journeys // 20)
    yield "cjmgen.yml", "title: {en: Invented journeys, ru: Выдуманные пути}\nlanguages: [en, ru]\nreview_every: 12 months\n"
    yield "maps/teams.yml", "".join(f"{id}: {{title: {{en: {en}, ru: {ru}}}}}\n" for id, en, ru in TEAMS)
    for number in range(1, 10):
        month = random.Random(f"{seed}/study/{number}").randint(1, 10)
        study = f"title: Study {number}\nkind: interview\nn: 24\ndate: 2026-{month:02d}-15\nvalid_for: 18 months\n"
        yield f"maps/evidence/study-{number}.yml", study
    for number in range(1, people + 1):
        yield f"maps/personas/p{number:04d}.yml", persona(number, seed)
    for number in range(1, journeys + 1):
        yield f"maps/journeys/{(number - 1) // 100:02d}/j{number:05d}.yml", journey(number, people, seed)


def write(journeys: int, out: Path, seed: str) -> int:
    """Write a project; the bytes of its journeys."""
    size = 0
    for path, text in project(journeys, seed):
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        written = file.write_bytes(text.encode())
        size += written if path.startswith("maps/journeys/") else 0
    return size


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Invent a cjmgen project.")
    parser.add_argument("journeys", type=int, metavar="N")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", default="1")
    given = parser.parse_args()
    size = write(given.journeys, given.out, given.seed)
    print(f"{given.journeys} journeys of {size / given.journeys / 1000:.1f} KB in {given.out}")


if __name__ == "__main__":
    main()
