"""brought: what closing a gap of a funnel brings, as figures and as a sentence that says no more than they do."""

from collections.abc import Mapping, Sequence

from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, OpportunityCard
from cjmgen.insight.flow.gap import Gap, gap_at, gaps
from cjmgen.insight.insight import Number, Sentence, Value, says
from cjmgen.insight.ranking import CLOSED


def people(gap: Gap) -> Number:
    """How many more it carries on."""
    return Number.of(gap.worth.carried, "people")


def money(gap: Gap) -> Number | None:
    """What they are worth; None where nobody said."""
    return Number.of(gap.worth.money, "money", gap.currency) if gap.worth.money else None


def brings(gap: Gap) -> Sentence:
    """What closing the gap brings, with its interval."""
    return _said(gap, "leak.people", "leak.worth")


def at_stake(gap: Gap) -> Sentence:
    """What is at stake where something is one reason of the gap among others: closing all of it, and no more than that."""
    return _said(gap, "gap.people", "gap.worth", start=gap.step.start.title, stage=gap.step.end.title)


def in_short(gap: Gap) -> Sentence:
    """The same in a few words, where the gap is plain from what stands around."""
    return _said(gap, "gap.short_people", "gap.short")


def largest(found: Sequence[Gap]) -> Gap | None:
    """Of gaps of one journey the one that is worth most; they can't be added up, as each is reckoned with all others as they are."""
    return max(found, key=lambda gap: (gap.worth.money.value if gap.worth.money else 0.0, gap.worth.carried.value), default=None)


def gaps_by_stage(card: JourneyCard, currency: str) -> Mapping[str, Gap]:
    """The gaps of a journey, each by the stage that people leave; none of a plan and of a competitor, which are nobody's to mend."""
    return {gap.step.start.id: gap for gap in gaps(card, currency)} if _is_ours(card) else {}


def gap_behind(card: JourneyCard, pain: ClaimCard, currency: str) -> Gap | None:
    """The gap of the stage that a pain stands in."""
    return gap_at(card, pain.stage, currency) if _is_ours(card) else None


def gaps_eased(card: JourneyCard, chance: OpportunityCard, currency: str) -> tuple[Gap, ...]:
    """The gaps of the stages whose pains an opportunity would ease, in their order; none of one that is done or dropped."""
    if not _is_ours(card) or not chance.pains or chance.status in CLOSED:
        return ()
    there = {(claim.stage, claim.id) for claim in card.claims if claim.kind == "pain"}
    eased = {pain[0] for pain in chance.pains if pain in there}
    found = (gap_at(card, stage.id, currency) for stage in card.stages if stage.id in eased)
    return tuple(gap for gap in found if gap)


def _is_ours(card: JourneyCard) -> bool:
    return card.state == "current"


def _said(gap: Gap, bare: str, valued: str, **more: Value) -> Sentence:
    carried, worth = people(gap), money(gap)
    if worth is None or carried.low is None:
        return says(bare, **more, people=carried, end=gap.until.title, **_ends(carried))
    return says(f"{valued}.{gap.period or 'period'}", **more, people=carried, end=gap.until.title, money=worth, **_ends(worth))


def _ends(of: Number) -> dict[str, Number]:
    return {"low": Number(of.low or 0.0, of.unit, of.code), "high": Number(of.high or 0.0, of.unit, of.code)}
