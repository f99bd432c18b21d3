"""evidence: what claims lean on, with its kind, its size and its age."""

from typing import Literal

from pydantic import Field

from cjmgen.model.field import Audience, Link, LongText, Refs, Text
from cjmgen.model.item import Entity
from cjmgen.model.quantity import Count, Date

EvidenceKind = Literal["interview", "survey", "analytics", "support", "review", "field", "desk", "competitor"]

FROM_CUSTOMERS: frozenset[str] = frozenset({"interview", "survey", "analytics", "support", "review", "field"})
"""Kinds that come from customers or from data about them; a live one of these validates a claim."""


class Evidence(Entity):
    """A piece of research."""

    title: Text = Field(description="What was done, as in `14 interviews with buyers`.")
    kind: EvidenceKind | None = Field(None, description="interview, survey, analytics, support, review, field, desk or competitor.")
    method: Text | None = Field(None, description="How it was done.")
    n: Count | None = Field(None, description="How many people, sessions or tickets.")
    population: Text | None = Field(None, description="Whom they stand for.")
    date: Date | None = Field(None, description="When it was done; the last day.")
    valid_for: Text | None = Field(None, description="How long it may be relied on, as in `12 months`.")
    source: Text | None = Field(None, description="Where it is kept: a document, a system, a link.")
    summary: LongText | None = Field(None, description="What it found.")
    notes: LongText | None = Field(None, description="Anything else worth knowing.")
    status: Literal["asked", "heard", "acted", "told"] | None = Field(None, description="How far the feedback loop is closed.")
    link: Link | None = Field(None, description="Where to read it.")
    audience: Audience = Field("public", description="`internal` evidence is left out of a public build.")
    was: Refs = Field((), description="Earlier ids.")
