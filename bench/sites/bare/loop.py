"""loop: the same site with bare hands: a loop over CSafeLoader, pydantic, markdown-it-py and Jinja2 in one process, without any memory.

usage: python loop.py SOURCE OUT
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, TypeVar

import yaml
from jinja2 import Environment, FileSystemLoader
from markdown_it import MarkdownIt
from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Touchpoint(Strict):
    channel: str
    owner: str
    description: str
    emotion: int = Field(ge=-5, le=5)
    quote: str


class PainPoint(Strict):
    text: str
    severity: Literal["low", "medium", "high", "critical"]


class Opportunity(Strict):
    text: str
    impact: int = Field(ge=1, le=5)
    effort: int = Field(ge=1, le=5)


class Metric(Strict):
    name: str
    value: float
    target: float
    unit: str
    series: list[float] = Field(min_length=2)


class Stage(Strict):
    id: str
    title: str
    goals: list[str]
    touchpoints: list[Touchpoint]
    pain_points: list[PainPoint]
    opportunities: list[Opportunity]
    metrics: list[Metric]


class Map(Strict):
    id: str
    title: str
    owner: str
    updated: str
    tags: list[str]
    personas: list[str]
    description: str
    stages: list[Stage] = Field(min_length=1)

    def channels(self) -> list[str]:
        return list(dict.fromkeys(point.channel for stage in self.stages for point in stage.touchpoints))


class Persona(Strict):
    id: str
    name: str
    role: str
    age: int
    quote: str
    bio: str
    goals: list[str]
    frustrations: list[str]
    channels: list[str]


Model = TypeVar("Model", bound=Strict)


def load(folder: Path, model: type[Model]) -> Iterator[Model]:
    return (model.model_validate(yaml.load(file.read_bytes(), yaml.CSafeLoader)) for file in sorted(folder.glob("*.yaml")))


def templates(folder: Path) -> Environment:
    markdown = MarkdownIt("commonmark")
    made = Environment(loader=FileSystemLoader(folder), autoescape=True, trim_blocks=True)
    made.filters["md"] = lambda text: Markup(markdown.render(text))
    made.filters["mdi"] = lambda text: Markup(markdown.renderInline(text))
    return made


def main(source: Path, out: Path) -> None:
    environment = templates(source / "templates")
    personas = {persona.id: persona for persona in load(source / "personas", Persona)}
    maps = list(load(source / "maps", Map))
    by_persona: dict[str, list[Map]] = {id: [] for id in personas}
    by_channel: dict[str, list[Map]] = defaultdict(list)
    for told in maps:
        for id in told.personas:
            by_persona[id].append(told)  # a KeyError is an unknown persona
        for channel in told.channels():
            by_channel[channel].append(told)

    def write(path: str, template: str, **shown: Any) -> None:
        (out / path).mkdir(parents=True, exist_ok=True)
        (out / path / "index.html").write_text(environment.get_template(template).render(shown), "utf-8")

    for told in maps:
        write(f"maps/{told.id}", "map.html", m=told, personas=[personas[id] for id in told.personas])
    for persona in personas.values():
        write(f"personas/{persona.id}", "persona.html", p=persona, maps=by_persona[persona.id])
    for channel, those in by_channel.items():
        write(f"channels/{channel}", "channel.html", channel=channel, maps=those)
    write("personas", "personas.html", personas=personas.values(), by_persona=by_persona)
    write("channels", "channels.html", channels=sorted(by_channel.items()))
    write("", "index.html", maps=maps)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
