"""corpus: maps and personas that belong to no tool, as plain values, for the comparison with others; the same seed, the same values."""

import random
from collections.abc import Iterator
from typing import Any

from corpus_words import CHANNELS, NAMES, OWNERS, ROLES, TAGS, UNITS, WORDS, Words

SEVERITIES = ("low", "medium", "high", "critical")
REVISION = "Revision r0"
"""Stands once in the text of every map and is what an edit changes."""


class Author:
    """Somebody with a vocabulary and a fixed fate."""

    def __init__(self, seed: str) -> None:
        self.fate = random.Random(seed)
        self.language = "ru" if self.fate.random() < 0.4 else "en"
        self.words: Words = WORDS[self.language]

    def sentence(self) -> str:
        """Who does what to what, and how; three in five with inline Markdown."""
        pick, words = self.fate.choice, self.words
        who, does, what, how = pick(words.who), pick(words.does), pick(words.what), pick(words.how)
        match self.fate.randrange(5):
            case 0:
                return f"{who} {does} **{what}** {how}"
            case 1:
                return f"{who} *{does}* {what} {how}, see `ref-{self.fate.randrange(9999)}`"
            case 2:
                return f"{who} {does} [{what}](https://example.org/{pick(TAGS)}/{self.fate.randrange(999)}) {how}"
            case _:
                return f"{who} {does} {what} {how}"

    def some(self, texts: tuple[str, ...], low: int, high: int) -> list[str]:
        """A few different ones."""
        return self.fate.sample(texts, self.fate.randint(low, high))

    def figure(self, low: int) -> float:
        """One decimal, never .0, so that every tool prints the same characters."""
        return float(f"{self.fate.randrange(low, low + 30)}.{self.fate.randrange(1, 10)}")


def maps(count: int, seed: str = "1") -> Iterator[dict[str, Any]]:
    """So many maps of about 9 KB."""
    return (_map(number, people(count), seed) for number in range(1, count + 1))


def personas(count: int, seed: str = "1") -> Iterator[dict[str, Any]]:
    """The personas of so many maps."""
    return (_persona(number, seed) for number in range(1, people(count) + 1))


def people(count: int) -> int:
    """A persona for twenty maps."""
    return max(1, count // 20)


def _map(number: int, among: int, seed: str) -> dict[str, Any]:
    author = Author(f"{seed}/map/{number}")
    fate, words = author.fate, author.words
    channels = fate.sample(CHANNELS, fate.randint(4, 6))
    title = f"{fate.choice(words.who)} {fate.choice(words.does)} {fate.choice(words.what)} {fate.choice(words.how)} (map {number})"
    made = {
        "id": f"map-{number:05d}",
        "title": title,
        "owner": fate.choice(OWNERS),
        "updated": f"2026-{fate.randint(1, 11):02d}-{fate.randint(1, 20):02d}",
        "tags": fate.sample(TAGS, 3),
        "personas": [f"persona-{n:04d}" for n in sorted(fate.sample(range(1, among + 1), min(among, fate.randint(1, 3))))],
        "description": _description(author),
        "stages": [_stage(author, at, channels) for at in sorted(fate.sample(range(9), fate.randint(5, 7)))],
    }
    first = made["stages"][0]["touchpoints"][0]
    first["description"] += f". {REVISION}"
    return made


def _description(author: Author) -> str:
    points = "\n".join(f"- {author.sentence()}" for _ in range(3))
    return f"{author.sentence()}. {author.sentence()}.\n\n{points}\n\n> {author.fate.choice(author.words.quotes)}\n\n{author.sentence()}.\n"


def _stage(author: Author, at: int, channels: list[str]) -> dict[str, Any]:
    fate, words = author.fate, author.words
    return {
        "id": f"stage-{at}",
        "title": words.stages[at],
        "goals": author.some(words.goals, 1, 3),
        "touchpoints": [_touchpoint(author, fate.choice(channels)) for _ in range(fate.choice((2, 2, 2, 3, 3, 4, 5)))],
        "pain_points": [{"text": text, "severity": fate.choice(SEVERITIES)} for text in author.some(words.pains, 1, 2)],
        "opportunities": [
            {"text": text, "impact": fate.randint(1, 5), "effort": fate.randint(1, 5)} for text in author.some(words.ideas, 1, 2)
        ],
        "metrics": [_metric(author, name) for name in fate.sample(words.figures, fate.choice((1, 1, 2)))],
    }


def _touchpoint(author: Author, channel: str) -> dict[str, Any]:
    fate = author.fate
    return {
        "channel": channel,
        "owner": fate.choice(OWNERS),
        "description": author.sentence(),
        "emotion": fate.randint(-5, 5),
        "quote": fate.choice(author.words.quotes),
    }


def _metric(author: Author, name: str) -> dict[str, Any]:
    low = author.fate.randrange(5, 60)
    return {
        "name": name,
        "value": author.figure(low),
        "target": author.figure(low),
        "unit": author.fate.choice(UNITS),
        "series": [author.figure(low) for _ in range(12)],
    }


def _persona(number: int, seed: str) -> dict[str, Any]:
    author = Author(f"{seed}/persona/{number}")
    fate, words = author.fate, author.words
    return {
        "id": f"persona-{number:04d}",
        "name": fate.choice(NAMES),
        "role": fate.choice(ROLES),
        "age": fate.randint(18, 79),
        "quote": fate.choice(words.quotes),
        "bio": f"{author.sentence()}. {author.sentence()}.\n\n{author.sentence()}.\n",
        "goals": fate.sample(words.goals, 3),
        "frustrations": fate.sample(words.pains, 3),
        "channels": fate.sample(CHANNELS, 3),
    }
