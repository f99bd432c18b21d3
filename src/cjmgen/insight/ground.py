"""ground: what the insights of one journey are drawn from: its card, itself in full where a kind asks, and what it is compared with."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import ClaimCard, JourneyCard, StageCard, Text
from cjmgen.atlas.cards.score import expired
from cjmgen.insight.flow.beside import ALONE, Beside
from cjmgen.insight.flow.gap import Gap, gaps
from cjmgen.insight.insight import Clue, Number, Period, Sentence, Spot, says
from cjmgen.model.evidence import Evidence
from cjmgen.model.journey import Journey
from cjmgen.model.metric import StageMetric


@dataclass(frozen=True)
class Ground:
    """A journey of an atlas, and how it looks beside the others. `journey` opens it, so kinds that only look at cards cost a portfolio
    nothing."""

    atlas: Atlas
    card: JourneyCard
    beside: Beside = ALONE
    metric: str = ""
    """The one metric that is asked about; "" for all."""

    @cached_property
    def journey(self) -> Journey:
        """The journey in full."""
        return self.atlas.journey(self.card.id)

    def measured(self) -> Iterator[tuple[StageCard, StageMetric]]:
        """The metrics of its stages. Where one alone is asked about, the card says where that one is shown."""
        if self.metric:
            shown = {stage for stage, id in self.card.measures if id == self.metric}
            yield from ((card, StageMetric.model_construct(metric=self.metric)) for card in self.card.stages if card.id in shown)
            return
        for card, stage in zip(self.card.stages, self.journey.stages, strict=True):
            yield from ((card, written) for written in stage.metrics)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The steps of its funnel that have a goal and miss it."""
        return gaps(self.card, self.currency)

    @property
    def currency(self) -> str:
        """The project's currency."""
        return self.atlas.settings.currency or ""

    @cached_property
    def others(self) -> tuple[JourneyCard, ...]:
        """Other journeys that stand in a comparison with this one."""
        ids = {
            id: None
            for comparison in self.atlas.comparisons.values()
            if self.card.id in comparison.journeys
            for id in comparison.journeys
            if id != self.card.id
        }
        return tuple(self.atlas.journeys[id] for id in sorted(ids) if id in self.atlas.journeys)

    @cached_property
    def stages(self) -> Mapping[str, StageCard]:
        """Its stages by id."""
        return {stage.id: stage for stage in self.card.stages}

    def at(self, stage: str, kind: str = "", id: str = "", title: Text = "") -> Spot:
        """A place in the journey."""
        return Spot(self.card.id, stage, kind, id, title or (self.stages[stage].title if stage in self.stages else ""))  # type: ignore[arg-type]

    def claim(self, claim: ClaimCard) -> Spot:
        """A pain, a gain or a quote as a place, with what it says."""
        said = self.card.said(claim)
        return self.at(claim.stage, claim.kind, said.id, said.text)

    def whole(self) -> Spot:
        """The journey as a place."""
        return Spot(self.card.id, title=self.card.title)

    def team(self, id: str) -> Text:
        """What a team or an actor is called."""
        cast: Mapping[str, Text] = {actor.id: actor.title for actor in self.card.cast}
        if id in self.atlas.teams:
            return self.atlas.teams[id].title
        return cast.get(id) or (self.atlas.actors[id].title if id in self.atlas.actors else id)

    def verbatim(self, name: str) -> Text:
        """A name as it stands in an export: it is in no language, and so the same in all of them."""
        return dict.fromkeys(self.atlas.settings.languages, name)

    def pain(self, claim: ClaimCard) -> Iterator[Clue]:
        """A pain as a reason: how severe it is, who said so, in whose words, and what is done about it."""
        spot = self.claim(claim)
        yield Clue(says(f"clue.pain.{claim.severity}", title=spot.title), spot)
        for id, n in claim.evidence:
            known = self.atlas.evidence.get(id)
            if known is not None:
                yield Clue(self._leans(known, n), Spot(kind="evidence", id=id, title=known.title))
        yield from self._words(claim)
        for chance in self.card.opportunities:
            if (claim.stage, claim.id) in chance.pains and chance.status != "dropped":
                place = self.at(chance.stage, "opportunity", chance.id, chance.title)
                yield Clue(says(f"clue.chance.{chance.status}", title=chance.title), place)

    def _leans(self, piece: Evidence, n: int | None) -> Sentence:
        """What a claim leans on, with how many said so; of what has expired that it has, as it counts no more."""
        key, told = ("said", {"n": Number(n, "count")}) if n else ("leans", {})
        day = expired(piece, self.atlas.today)
        if day is None:
            return says(f"clue.{key}", **told, title=piece.title)
        return says(f"clue.{key}_expired", **told, day=Period(day.isoformat()), title=piece.title)

    def _words(self, claim: ClaimCard) -> Iterator[Clue]:
        """A quote of the same touchpoint."""
        for quote in self.card.claims:
            if quote.kind == "quote" and quote.stage == claim.stage and claim.touchpoint and quote.touchpoint == claim.touchpoint:
                spot = self.claim(quote)
                yield Clue(says("clue.quote", words=spot.title), spot)
                return
