"""legend: which glyphs a journey page uses and has to explain, and which views of the map are worth a switch."""

from collections.abc import Iterable, Mapping

from cjmgen.pages.journey.channels import Contact
from cjmgen.pages.journey.curve import Emotion
from cjmgen.pages.journey.items import Chance, Claim, Quote
from cjmgen.pages.journey.lanes import Lane

ORDER = ("severity", "validated", "reasoned", "assumed", "effort", "truth", "band", "wait", "automated", "detail", "way")
"""The glyphs a legend may explain, in its order."""

FEW = 9
"""Up to so many stages a map is its own overview."""


def legend(
    claims: Iterable[Lane[Claim] | Lane[Quote] | None],
    chances: Lane[Chance] | None,
    contacts: Iterable[Iterable[Contact]],
    felt: Emotion | None,
) -> tuple[str, ...]:
    """The names of the glyphs in use, in the order they are explained."""
    found: set[str] = set()
    for claim in (claim for lane in claims if lane for cell in lane.cells for claim in cell):
        found.add(claim.proof.level)
        if isinstance(claim, Claim) and claim.severity:
            found.add("severity")
    if chances and any(each.impact and each.effort for cell in chances.cells for each in cell):
        found.add("effort")
    if felt and any(series.bands for series in felt.series):
        found.add("band")
    if felt and any(dot.moment for series in felt.series for dot in series.dots):
        found.add("truth")
    for contact in (each for cell in contacts for each in cell):
        found |= {name for name, used in _marks(contact) if used}
    return tuple(name for name in ORDER if name in found)


def _marks(contact: Contact) -> tuple[tuple[str, object], ...]:
    return (
        ("truth", contact.moment), ("wait", contact.wait), ("automated", contact.automated),
        ("detail", contact.detail), ("way", contact.ways),
    )  # fmt: skip


def lenses(stages: int, groups: Mapping[str, object]) -> tuple[str, ...]:
    """The switch: everything, then each group that shows something; none where there is nothing to choose."""
    filled = [name for name, used in groups.items() if used]
    if len(filled) < 2:
        return ()
    return ("all", *filled, *(("overview",) if stages > FEW else ()))
