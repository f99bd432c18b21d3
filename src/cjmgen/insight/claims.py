"""claims: how well claims are backed, as plain data in the same words for commands and for the data beside the pages."""

from typing import Any

from cjmgen.atlas.cards.card import Coverage
from cjmgen.model.amount import kept


def backed(found: Coverage) -> dict[str, Any]:
    """The share of claims that are validated, and what all of them weigh on average; null without claims."""
    return {"evidence": _share(found.share), "evidence_by_weight": _share(found.by_weight)}


def proven(found: Coverage) -> dict[str, Any]:
    """The same, and how many claims there are by how sure we are."""
    return {**backed(found), "claims": {"validated": found.validated, "reasoned": found.reasoned, "assumed": found.assumed}}


def _share(value: float | None) -> float | None:
    return None if value is None else kept(value)
