"""settings: cjmgen.yml, how a project wants to be read, checked and shown."""

import re
from typing import Annotated, Any, Literal

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema

from cjmgen.model.amount import read_duration
from cjmgen.model.field import LANGUAGE, Link, LongText, Text, Texts, located, wrong
from cjmgen.model.item import Entity, Named
from cjmgen.model.lane import Lane

StageSetName = Literal["five", "seven", "four", "e-commerce", "b2b", "saas", "service"]


MOST_LANGUAGES = 40


def _languages(value: Any) -> tuple[str, ...]:
    tags = [value] if isinstance(value, str) else value
    if not isinstance(tags, list | tuple) or not tags:
        raise wrong("a list of languages such as [en, ru]", value)
    if len(tags) > MOST_LANGUAGES:
        raise wrong(f"at most {MOST_LANGUAGES} languages", value, "every page is made once in each of them")
    once: dict[str, str] = {}
    for at, tag in enumerate(tags):
        language = located(_language, tag, at)
        once.setdefault(language.lower(), language)  # `en-US` and `en-us` are one language, and on many disks one folder
    return tuple(once.values())


def _language(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(LANGUAGE, value):
        return value
    raise wrong("a language code such as en, ru or pt-BR", value, "languages are written as codes: en, ru, pt-BR")


Languages = Annotated[
    tuple[str, ...],
    PlainValidator(_languages),
    PlainSerializer(list),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": LANGUAGE},
                {"type": "array", "minItems": 1, "maxItems": MOST_LANGUAGES, "items": {"type": "string", "pattern": LANGUAGE}},
            ]
        }
    ),
]


def _age(value: Any) -> str:
    if isinstance(value, str) and read_duration(value) is not None:
        return value
    raise wrong("a span of time such as 365d or 12 months", value)


Age = Annotated[str, PlainValidator(_age), WithJsonSchema({"type": "string"})]


class Gate(Entity):
    """What has to be behind a pain of one severity; `cjmgen check` fails where it is not."""

    n: Annotated[int, Field(ge=1)] | None = Field(None, description="Least number of people who said so.")
    max_age: Age | None = Field(None, description="Older evidence doesn't count, as in `365d` or `12 months`; nor does any without a date.")


class Gates(Entity):
    """How much evidence a claim needs."""

    critical: Gate | None = Field(None, description="What has to be behind a critical pain: {n, max_age}.")
    high: Gate | None = Field(None, description="The same behind a high pain.")
    medium: Gate | None = Field(None, description="The same behind a medium pain.")
    low: Gate | None = Field(None, description="The same behind a low pain.")
    severe: int | None = Field(None, description="Least number of people behind a high or critical pain.")
    coverage: float | None = Field(None, description="Least share of validated claims of a live journey, 0 … 1.")


class Settings(Entity):
    """The settings of a project, in cjmgen.yml."""

    title: Text = Field("Customer journeys", description="The name of the site.")
    summary: LongText | None = Field(None, description="What the maps are about.")
    url: Link | None = Field(None, description="Where the site is published.")
    languages: Languages = Field(("en",), description="Languages of the site; the first is the default.")
    theme: str = Field("default", pattern=r"^[a-z0-9][a-z0-9-]*$", description="The theme.")
    accent: str | None = Field(None, pattern=r"^#[0-9a-fA-F]{6}$", description="The colour of links and actions, as in '#4341c0'.")
    logo: str | None = Field(None, description="An image for the page head, svg too: beside cjmgen.yml, in maps/ or in themes/.")
    currency: str | None = Field(None, pattern=r"^[A-Z]{3}$", description="ISO 4217 code, as in EUR, of amounts that name no currency.")
    edit_url: Link | None = Field(None, description="Address of a file's editor, with {path}.")
    issue_url: Link | None = Field(None, description="Address where a problem can be reported; may hold {url}, {path} and {title}.")
    editor: Literal["vscode", "vscodium", "cursor", "zed", "idea", "sublime", "none"] | None = Field(
        None, description="The editor that links of the live preview open; none without it."
    )
    stages: StageSetName | None = Field(None, description="The stage set that journeys share, unless maps/stages.yml says another.")
    lanes: Annotated[tuple[Lane, ...], Named("id")] = Field((), description="Lanes in their order, free ones too; lanes to hide.")
    rules: dict[str, Literal["error", "warning", "info", "off"]] = Field({}, description="Severity by problem code.")
    evidence: Gates | None = Field(None, description="How much evidence claims need.")
    emotion_words: Texts = Field((), description="Words for -2, -1, 0, 1 and 2, beside the curves.")
    review_every: Text | None = Field(None, description="How long a review lasts, as in `6 months`.")
    period: Literal["day", "week", "month", "quarter", "year"] | None = Field(None, description="The usual period of counts; not used yet.")
    output: str = Field("site", description="The folder the site is written to.")
    print: Literal["a3", "a4", "wall"] = Field("a3", description="The paper that pages print on.")
    robots: Literal["index", "noindex"] | None = Field(None, description="Whether search engines may list the site.")
    requires: str | None = Field(None, description='The cjmgen versions this project works with, as in ">=0.3,<0.4".')
    notice: Text | None = Field(None, description="A line for the foot of every page, such as where figures come from.")
