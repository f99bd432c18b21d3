"""plan: every page of the site, in every language, with its address and the way to make its view."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.watched import readers, told_settings, watched
from cjmgen.digest import digest
from cjmgen.memo.recall import Recall, Table
from cjmgen.memo.remember import remembered
from cjmgen.memo.seen import named
from cjmgen.memo.store import Shortlived, Store
from cjmgen.memo.trace import Reader, Spy, World
from cjmgen.pages.brief import BRIEF
from cjmgen.pages.changes.mention import mentions
from cjmgen.pages.changes.page import CHANGES
from cjmgen.pages.channels.channel import CHANNEL
from cjmgen.pages.channels.page import CHANNELS
from cjmgen.pages.compare.comparable import COMPARABLE
from cjmgen.pages.compare.index import COMPARE
from cjmgen.pages.compare.roll import ROLL
from cjmgen.pages.comparison.page import COMPARISON
from cjmgen.pages.comparison.tabs import journeys, people
from cjmgen.pages.data.brief import BRIEF_DATA
from cjmgen.pages.data.channel import CHANNEL_DATA, CHANNELS_DATA
from cjmgen.pages.data.comparison import COMPARE_DATA, COMPARISON_DATA
from cjmgen.pages.data.evidence import EVIDENCE_DATA
from cjmgen.pages.data.experiments import EXPERIMENTS_DATA
from cjmgen.pages.data.heatmap import HEAT_GROUPS_DATA, HEATMAP_DATA
from cjmgen.pages.data.history import HISTORY_DATA
from cjmgen.pages.data.home import HOME_DATA
from cjmgen.pages.data.insights import INSIGHTS_DATA
from cjmgen.pages.data.journey import JOURNEY_DATA
from cjmgen.pages.data.metric import METRIC_DATA, METRICS_DATA
from cjmgen.pages.data.opportunities import OPPORTUNITIES_DATA
from cjmgen.pages.data.persona import PERSONA_DATA, PERSONAS_DATA
from cjmgen.pages.data.stages import STAGES_DATA
from cjmgen.pages.data.tag import TAG_DATA, TAGS_DATA
from cjmgen.pages.data.team import TEAM_DATA, TEAMS_DATA
from cjmgen.pages.evidence.badge import BADGE, JOURNEY_BADGE
from cjmgen.pages.evidence.page import EVIDENCE
from cjmgen.pages.experiments.page import EXPERIMENTS, spots
from cjmgen.pages.experiments.page import LISTING as TRIALS
from cjmgen.pages.heat.groups import HEAT_GROUPS
from cjmgen.pages.heat.page import HEATMAP
from cjmgen.pages.heat.page import LISTING as HEAT_ROWS
from cjmgen.pages.history.between import BETWEEN
from cjmgen.pages.history.page import HISTORY
from cjmgen.pages.history.revisions import REVISIONS, REVISIONS_DATA
from cjmgen.pages.home.page import HOME
from cjmgen.pages.home.page import LISTING as JOURNEYS
from cjmgen.pages.insights import INSIGHTS
from cjmgen.pages.journey.page import JOURNEY
from cjmgen.pages.journey.suppose import SUPPOSE
from cjmgen.pages.metrics.metric import METRIC
from cjmgen.pages.metrics.page import LISTING as MEASURES
from cjmgen.pages.metrics.page import METRICS
from cjmgen.pages.metrics.uses import users
from cjmgen.pages.opportunities.page import LISTING as CHANCES
from cjmgen.pages.opportunities.page import OPPORTUNITIES
from cjmgen.pages.parts.chances import places
from cjmgen.pages.parts.follows import others
from cjmgen.pages.parts.proofs import parts
from cjmgen.pages.personas.page import PERSONAS
from cjmgen.pages.personas.persona import PERSONA
from cjmgen.pages.reading import READING
from cjmgen.pages.search import SEARCH, SEARCH_PANEL
from cjmgen.pages.site.edition import Edition, table_name
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.layout import Pages, layout
from cjmgen.pages.site.missing import MISSING
from cjmgen.pages.site.redirect import REDIRECT
from cjmgen.pages.site.sitemap import Page, SeenSitemap, Sitemap
from cjmgen.pages.stages import STAGES
from cjmgen.pages.tags.page import TAGS
from cjmgen.pages.tags.tag import TAG
from cjmgen.pages.teams.page import TEAMS
from cjmgen.pages.teams.team import TEAM
from cjmgen.value import dataclass

KINDS: tuple[tuple[Kind, ...], ...] = (
    (HOME, HOME_DATA),
    *((kind,) for kind in JOURNEYS.kinds()),
    (HEATMAP, HEATMAP_DATA),
    *((kind,) for kind in HEAT_ROWS.kinds()),
    (HEAT_GROUPS, HEAT_GROUPS_DATA),
    (OPPORTUNITIES, OPPORTUNITIES_DATA),
    *((kind,) for kind in CHANCES.kinds()),
    (EXPERIMENTS, EXPERIMENTS_DATA),
    *((kind,) for kind in TRIALS.kinds()),
    (JOURNEY, READING, INSIGHTS, SUPPOSE, JOURNEY_DATA, INSIGHTS_DATA, JOURNEY_BADGE),
    (HISTORY, HISTORY_DATA),
    (REVISIONS, REVISIONS_DATA),
    (BETWEEN,),
    (PERSONAS, PERSONAS_DATA),
    (PERSONA, PERSONA_DATA),
    (TEAMS, TEAMS_DATA),
    (TEAM, TEAM_DATA),
    (CHANNELS, CHANNELS_DATA),
    (CHANNEL, CHANNEL_DATA),
    (METRICS, METRICS_DATA),
    *((kind,) for kind in MEASURES.kinds()),
    (METRIC, METRIC_DATA),
    (EVIDENCE, EVIDENCE_DATA),
    (BADGE,),
    (STAGES, STAGES_DATA),
    (TAGS, TAGS_DATA),
    (TAG, TAG_DATA),
    (BRIEF, BRIEF_DATA),
    (COMPARE, COMPARE_DATA),
    (ROLL,),
    (COMPARABLE,),
    (COMPARISON, COMPARISON_DATA),
    (CHANGES,),
    (REDIRECT,),
    (MISSING,),
    (SEARCH,),
    (SEARCH_PANEL,),
)
"""Every kind of page. Kinds in one group follow one another subject by subject, so that they can share what they are made of."""


TABLES: tuple[Callable[[Edition], Table], ...] = (places, parts, journeys, people, mentions, others, spots, users)
"""Every table that pages look single entries up in."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The addresses of all pages, the pages themselves, and what they read while they are made."""

    sitemap: Sitemap
    by_path: Pages
    """All pages, language by language; the default one stands at the root, the others in a folder each."""
    spy: Spy
    """Whoever watches the making of the pages."""
    readers: Mapping[str, Reader]
    """How what was noted is looked up again."""
    state: str
    """Names all that pages can read, but for what journeys say inside; empty where nobody knows."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """All pages."""
        return tuple(self.by_path.values())


def plan(atlas: Atlas, store: Store | None = None) -> Plan:
    """All pages of an atlas."""
    languages, spy, known, kept = atlas.settings.languages, Spy(), readers(atlas), store or Shortlived()
    seen, state = watched(atlas, spy), _state(atlas)
    laid = layout(KINDS, tuple(_ids(seen, spy, World(known, kept, state), kept)), languages)
    sitemap = SeenSitemap(laid.paths, spy)
    tables: dict[str, Callable[[], Table]] = {}
    recall = Recall(tables, spy, World({**known, "path": sitemap.read}, kept, state), kept)
    editions = {language: Edition(seen, sitemap, language, spy, recall) for language in languages}
    tables.update((table_name(make, edition.language), partial(make, edition)) for edition in editions.values() for make in TABLES)
    return Plan(sitemap, Pages(laid, editions), spy, {**known, "path": sitemap.read, "entry": recall.read}, state)


def _state(atlas: Atlas) -> str:
    past = tuple((id, named(each)) for id, each in atlas.histories.items())
    pairs = tuple((name, named(each)) for name, each in atlas.pairs.items())
    news = tuple((name, named(each)) for name, each in atlas.news.items())
    return digest((atlas.outline, told_settings(atlas.settings), past, news, pairs)) if atlas.outline else ""


def _ids(atlas: Atlas, spy: Spy, world: World, store: Store) -> Iterator[str]:
    """The ids of all pages of each kind, as JSON; what is known of a kind is not reckoned again."""
    for kind in (kind for group in KINDS for kind in group):
        yield remembered("ids", kind.name, world, spy, store, lambda kind=kind: json.dumps(list(dict.fromkeys(kind.ids(atlas)))))  # type: ignore[misc]
