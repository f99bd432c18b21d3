"""uncounted: the evidence that claims lean on without saying how many said so, and what it would bring to say it."""

from collections.abc import Iterable, Mapping

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.backed import card_weight, uncounted, weight
from cjmgen.atlas.cards.card import ClaimCard
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Uncounted:
    """So many claims lean on a piece without saying how many said so. They would weigh `most` more together if all who were asked did,
    0 where nobody noted how many that were."""

    claims: int = 0
    most: float = 0.0

    def __add__(self, other: "Uncounted") -> "Uncounted":
        return Uncounted(self.claims + other.claims, self.most + other.most)


def uncounted_in(claims: Iterable[ClaimCard], atlas: Atlas) -> Mapping[str, Uncounted]:
    """The pieces of evidence by id, those that would bring the most first."""
    found = dict[str, Uncounted]()
    for claim in claims:
        for id in uncounted(claim, atlas.evidence, atlas.today):
            found[id] = found.get(id, Uncounted()) + Uncounted(1, _most(claim, id, atlas))
    return dict(sorted(found.items(), key=lambda each: (-each[1].most, -each[1].claims, each[0])))


def _most(claim: ClaimCard, id: str, atlas: Atlas) -> float:
    """What a claim would weigh more if everybody who was asked for a piece had said so."""
    asked = atlas.evidence[id].n
    if not asked:
        return 0.0
    uses = tuple((each, asked if each == id else n) for each, n in claim.evidence)
    return weight(False, claim.confidence, uses, atlas.evidence, atlas.today) - card_weight(claim, atlas.evidence, atlas.today)
