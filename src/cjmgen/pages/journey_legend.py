"""journey_legend: which glyphs a journey page uses and has to explain, and which views of the map are worth a switch."""

from collections.abc import Iterable, Sequence

from cjmgen.pages.journey_channels import Contact
from cjmgen.pages.journey_items import Chance, Claim, Quote
from cjmgen.pages.journey_lanes import Lane

FEW = 9
"""Up to so many stages a map is its own overview."""


def legend(
    pains: Lane[Claim] | None, gains: Lane[Claim] | None, voice: Lane[Quote] | None, chances: Lane[Chance] | None,
    contacts: Iterable[Iterable[Contact]], banded: bool,
) -> tuple[str, ...]:  # fmt: skip
    """The names of the glyphs in use, in the order they are explained."""
    found = {claim.proof.level for each in (pains, gains, voice) if each for cell in each.cells for claim in cell}
    found |= {"severity"} if pains and any(pain.severity for cell in pains.cells for pain in cell) else set()
    found |= {"effort"} if chances and any(each.impact and each.effort for cell in chances.cells for each in cell) else set()
    found |= {"band"} if banded else set()
    for contact in (each for cell in contacts for each in cell):
        found |= {name for name, used in _marks(contact) if used}
    order = ("severity", "validated", "reasoned", "assumed", "effort", "truth", "band", "wait", "automated", "detail", "way")
    return tuple(name for name in order if name in found)


def _marks(contact: Contact) -> tuple[tuple[str, object], ...]:
    return (
        ("truth", contact.moment), ("wait", contact.wait), ("automated", contact.automated),
        ("detail", contact.detail), ("way", contact.ways),
    )  # fmt: skip


def lenses(stages: int, groups: Sequence[tuple[str, bool]]) -> tuple[str, ...]:
    """The switch: everything, then each group that shows something; none where there is nothing to choose."""
    filled = [name for name, used in groups if used]
    if len(filled) < 2:
        return ()
    return ("all", *filled, *(("overview",) if stages > FEW else ()))
