"""claim: what a map asserts about customers, a pain, a gain, a quote, and the evidence it leans on."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from cjmgen.model.field import Audience, Id, Ref, Refs, Text, Who
from cjmgen.model.item import Entity, Named, Titled
from cjmgen.model.quantity import Count
from cjmgen.model.written import expanded

Confidence = Literal["assumed", "reasoned", "validated"]
Severity = Literal["low", "medium", "high", "critical"]

SEVERITIES: dict[str, Severity] = {
    "low": "low", "medium": "medium", "high": "high", "critical": "critical",
    "trivial": "low", "irritating": "medium", "workaround": "high", "abandonment": "critical",
}  # fmt: skip
"""Severities as they may be written, the second four after Atlassian's play, with the one that is meant."""


def _severity(value: object) -> object:
    return SEVERITIES.get(value, value) if isinstance(value, str) else value


WrittenSeverity = Annotated[Severity, BeforeValidator(_severity), WithJsonSchema({"enum": list(SEVERITIES)})]


class EvidenceUse(Entity):
    """What of an evidence supports a claim."""

    id: Ref = Field(description="The evidence, by its file's name.")
    n: Count | None = Field(None, description="How many of that evidence's people, sessions or tickets said so.")


EvidenceUses = Annotated[tuple[EvidenceUse, ...], Named("id", named=None)]


class _OneOrMany:
    """A list that may be written as its only item."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return expanded(self._read, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        many = handler(schema)
        return {"anyOf": [*many["items"]["anyOf"], many]}

    def _read(self, value: Any) -> Any:
        return [value] if isinstance(value, str | dict) else value


class Claim(Titled):
    """Something the map says is so; without evidence or confidence it counts as assumed."""

    touchpoint: Ref | None = Field(None, description="The touchpoint it is about: its id, or stage/touchpoint.")
    evidence: EvidenceUses = Field((), description="What it leans on: ids of evidence, or {id, n}.")
    confidence: Confidence | None = Field(None, description="How sure we are; default: from the evidence.")
    description: Text | None = Field(None, description="More about it, shown on demand.")


class Pain(Claim):
    """A pain point: what hinders, annoys or drives away."""

    severity: WrittenSeverity | None = Field(
        None, description="How much it hurts: low, medium, high or critical (trivial, irritating, workaround and abandonment are read too)."
    )
    frequency: Text | None = Field(None, description="How often it happens.")
    cause: Text | None = Field(None, description="Why it happens.")


class Gain(Claim):
    """What works and should be kept."""


class Quote(Entity):
    """The customer's own words."""

    id: Id | None = Field(None, description="Name for links and comparisons; default: made from the text.")
    was: Refs = Field((), description="Earlier ids.")
    text: Text = Field(description="The words, without quotation marks.")
    speaker: Text | None = Field(None, description="Who said it, as a code such as I-11; never a name.")
    touchpoint: Ref | None = Field(None, description="The touchpoint it is about.")
    who: Who = Field((), description="Personas or actors who speak.")
    evidence: Annotated[EvidenceUses, _OneOrMany()] = Field(
        (), description="Where it was said: an evidence's id, {id, n} or a list of these."
    )
    confidence: Confidence | None = Field(None, description="How sure we are; default: from the evidence.")
    audience: Audience = Field("public", description="`internal` quotes are left out of a public build.")

    @property
    def key(self) -> str:
        """The id, always there once the quote was read as part of a list."""
        return self.id or ""


Pains = Annotated[tuple[Pain, ...], Named()]
Gains = Annotated[tuple[Gain, ...], Named()]
Quotes = Annotated[tuple[Quote, ...], Named("text", named="text")]
