"""written: a project in which every field that can hold a text holds words of its own, so that a site can be searched for each of them."""

import json
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

from cjmgen.tree import Tree

Data = dict[str, Any]
Word = Callable[[], str]

PICTURE = b"\x89PNG\r\n\x1a\n"


def words(mark: str) -> Word:
    """Words that nothing else holds: a mark and a number."""
    numbers = count(1)
    return lambda: f"{mark}{next(numbers):04}z"


class Author:
    """Writes entities whose texts and ids are all words of its own."""

    def __init__(self, mark: str) -> None:
        self.word = words(mark)

    def text(self) -> Any:
        """A text in two languages."""
        return {"en": self.word(), "ru": self.word()}

    def note(self, **more: Any) -> Data:
        """An item that is a line."""
        return {"id": self.word(), "title": self.text(), "description": self.text(), "link": f"https://example.org/{self.word()}", **more}

    def lanes(self) -> Data:
        """The lanes of a blueprint."""
        done = {name: [self.note(system=self.text(), wait=self.text())] for name in ("frontstage", "backstage", "support")}
        return {**done, **{name: [self.note()] for name in ("physical_evidence", "policies")}}

    def image(self) -> Data:
        """A picture of its own."""
        return {"file": f"{self.word()}.png", "alt": self.text()}

    def touchpoint(self, **more: Any) -> Data:
        """A touchpoint."""
        told = {name: self.text() for name in ("why", "description", "duration", "wait", "cost")}
        own = {"id": self.word(), "title": self.text(), "emotion": 1, "moment": "truth", "image": self.image()}
        return {**own, **told, "link": f"https://example.org/{self.word()}", **self.lanes(), **more}

    def claim(self, **more: Any) -> Data:
        """A gain, or with `severity` a pain."""
        return {"id": self.word(), "title": self.text(), "description": self.text(), **more}

    def opportunity(self, **more: Any) -> Data:
        """An opportunity with a trial of it."""
        variants = [{"id": self.word(), "title": self.text()}, {"id": self.word(), "title": self.text()}]
        trial = {"id": self.word(), "title": self.text(), "hypothesis": self.text(), "variants": variants, "link": f"https://example.org/{self.word()}"}
        own = {"impact": 4, "effort": 2, "link": f"https://example.org/{self.word()}"}
        return {"id": self.word(), "title": self.text(), "description": self.text(), "experiments": [trial], **own, **more}

    def metric(self) -> Data:
        """A figure that is written where it is shown."""
        return {"id": self.word(), "title": self.text(), "description": self.text(), "unit": self.text(), "value": 4, "notes": self.text()}

    def stage(self, **more: Any) -> Data:
        """A stage with something in every lane."""
        touchpoint = self.touchpoint()
        pain = self.claim(severity="high", frequency=self.text(), cause=self.text(), touchpoint=touchpoint["id"])
        return {
            "id": self.word(), "title": self.text(), "entry": {"people": 100, "of": self.text()}, "image": self.image(),
            **{name: self.text() for name in ("goal", "description", "duration", "wait", "notes")},
            **{name: [self.note(), self.note()] for name in ("actions", "thoughts", "questions", "feelings")},
            **self.lanes(), "touchpoints": [touchpoint, self.touchpoint()],
            "pains": [pain, self.claim(severity="low")], "gains": [self.claim()],
            "quotes": [{"id": self.word(), "text": self.text(), "speaker": self.text()}],
            "opportunities": [self.opportunity(pains=[pain["id"]])], "metrics": [self.metric()],
            "personalization": [{"id": self.word(), "text": self.text()}],
            "lanes": {"legal": [self.note()]}, **more,
        }  # fmt: skip

    def journey(self, stages: int = 2, **more: Any) -> Data:
        """A journey; `more` are its references."""
        every = [self.stage() for _ in range(stages)]
        for stage in every:
            first, second = stage["touchpoints"]
            first["next"] = [{"to": second["id"], "share": 0.3, "when": self.text()}, {"to": every[-1]["id"], "when": self.text()}]
        return {
            "title": self.text(), "was": [self.word()], "tags": {self.word(): self.word()}, "target": 0.2,
            **{name: self.text() for name in ("summary", "scenario", "trigger", "end", "notes")},
            "expectations": [self.note()], "actors": [{"id": self.word(), "title": self.text(), "description": self.text(), "kind": "partner"}],
            "stages": every, **more,
        }  # fmt: skip

    def persona(self, **more: Any) -> Data:
        """A persona."""
        said = {name: [self.note()] for name in ("says", "thinks", "does", "feels", "sees", "hears", "pains", "gains")}
        return {
            **{name: self.text() for name in ("title", "role", "summary", "quote", "segment", "notes")}, "was": [self.word()],
            **{name: [self.note()] for name in ("goals", "needs", "frustrations", "behaviours", "interests")}, "photo": self.image(),
            "jobs": [{"when": self.text(), "want": self.text(), "so_that": self.text()}], "traits": [{"title": self.text(), "score": 3}],
            "demographics": {self.word(): self.text()}, "empathy": said, **more,
        }  # fmt: skip

    def evidence(self, **more: Any) -> Data:
        """A piece of evidence."""
        told = {name: self.text() for name in ("title", "method", "population", "source", "summary", "notes")}
        return {**told, "kind": "interview", "n": 12, "date": "2026-10-01", "was": [self.word()], "link": f"https://example.org/{self.word()}", **more}

    def comparison(self, **more: Any) -> Data:
        """A comparison."""
        return {"title": self.text(), "summary": self.text(), "was": [self.word()], **more}


def tree(files: dict[str, Any]) -> Tree:
    """A project of plain data: YAML is told as JSON, which it holds. Each picture that a map names is there, with bytes of its own."""
    texts = {path: json.dumps(data, ensure_ascii=False).encode() for path, data in files.items()}
    shown = {f"{path.rpartition('/')[0]}/{name}": name for path, data in files.items() for name in pictures(data)}
    return Tree.of({**texts, **{path: PICTURE + name.encode() for path, name in shown.items()}})


def pictures(data: Any) -> Iterator[str]:
    """The names of all pictures in plain data."""
    if isinstance(data, dict):
        if isinstance(data.get("file"), str):
            yield data["file"]
        yield from (name for value in data.values() for name in pictures(value))
    elif isinstance(data, list):
        yield from (name for value in data for name in pictures(value))
