"""plan: every page of the site, in every language, with its address and the way to make its view."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.watched import readers, watched
from cjmgen.memo.recall import Recall, Table
from cjmgen.memo.remember import enveloped, holding
from cjmgen.memo.store import Shortlived, Store
from cjmgen.memo.trace import Reader, Spy, World
from cjmgen.pages.brief import BRIEF
from cjmgen.pages.chances import places
from cjmgen.pages.channel import CHANNEL
from cjmgen.pages.channels import CHANNELS
from cjmgen.pages.compare.comparable import COMPARABLE
from cjmgen.pages.compare.index import COMPARE
from cjmgen.pages.compare.roll import ROLL
from cjmgen.pages.comparison.page import COMPARISON
from cjmgen.pages.comparison.tabs import journeys, people
from cjmgen.pages.data.brief import BRIEF_DATA
from cjmgen.pages.data.channel import CHANNEL_DATA, CHANNELS_DATA
from cjmgen.pages.data.comparison import COMPARE_DATA, COMPARISON_DATA
from cjmgen.pages.data.evidence import EVIDENCE_DATA
from cjmgen.pages.data.heatmap import HEAT_GROUPS_DATA, HEATMAP_DATA
from cjmgen.pages.data.home import HOME_DATA
from cjmgen.pages.data.journey import JOURNEY_DATA
from cjmgen.pages.data.opportunities import OPPORTUNITIES_DATA
from cjmgen.pages.data.persona import PERSONA_DATA, PERSONAS_DATA
from cjmgen.pages.data.stages import STAGES_DATA
from cjmgen.pages.data.tag import TAG_DATA, TAGS_DATA
from cjmgen.pages.data.team import TEAM_DATA, TEAMS_DATA
from cjmgen.pages.edition import Edition, table_name
from cjmgen.pages.evidence import EVIDENCE
from cjmgen.pages.heat_groups import HEAT_GROUPS
from cjmgen.pages.heatmap import HEATMAP
from cjmgen.pages.heatmap import LISTING as HEAT_ROWS
from cjmgen.pages.home import HOME
from cjmgen.pages.home import LISTING as JOURNEYS
from cjmgen.pages.journey.page import JOURNEY
from cjmgen.pages.kind import Kind
from cjmgen.pages.missing import MISSING
from cjmgen.pages.opportunities import LISTING as CHANCES
from cjmgen.pages.opportunities import OPPORTUNITIES
from cjmgen.pages.persona import PERSONA
from cjmgen.pages.personas import PERSONAS
from cjmgen.pages.proofs import parts
from cjmgen.pages.reading import READING
from cjmgen.pages.redirect import REDIRECT
from cjmgen.pages.search import SEARCH, SEARCH_PANEL
from cjmgen.pages.sitemap import Page, SeenSitemap, Sitemap, Subject
from cjmgen.pages.stages import STAGES
from cjmgen.pages.tag import TAG
from cjmgen.pages.tags import TAGS
from cjmgen.pages.team import TEAM
from cjmgen.pages.teams import TEAMS

KINDS: tuple[tuple[Kind, ...], ...] = (
    (HOME, HOME_DATA),
    *((kind,) for kind in JOURNEYS.kinds()),
    (HEATMAP, HEATMAP_DATA),
    *((kind,) for kind in HEAT_ROWS.kinds()),
    (HEAT_GROUPS, HEAT_GROUPS_DATA),
    (OPPORTUNITIES, OPPORTUNITIES_DATA),
    *((kind,) for kind in CHANCES.kinds()),
    (JOURNEY, READING, JOURNEY_DATA),
    (PERSONAS, PERSONAS_DATA),
    (PERSONA, PERSONA_DATA),
    (TEAMS, TEAMS_DATA),
    (TEAM, TEAM_DATA),
    (CHANNELS, CHANNELS_DATA),
    (CHANNEL, CHANNEL_DATA),
    (EVIDENCE, EVIDENCE_DATA),
    (STAGES, STAGES_DATA),
    (TAGS, TAGS_DATA),
    (TAG, TAG_DATA),
    (BRIEF, BRIEF_DATA),
    (COMPARE, COMPARE_DATA),
    (ROLL,),
    (COMPARABLE,),
    (COMPARISON, COMPARISON_DATA),
    (REDIRECT,),
    (MISSING,),
    (SEARCH,),
    (SEARCH_PANEL,),
)
"""Every kind of page. Kinds in one group follow one another subject by subject, so that they can share what they are made of."""


TABLES: tuple[Callable[[Edition], Table], ...] = (places, parts, journeys, people)
"""Every table that pages look single entries up in."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The addresses of all pages, the pages themselves, and what they read while they are made."""

    sitemap: Sitemap
    pages: tuple[Page, ...]
    spy: Spy
    """Whoever watches the making of the pages."""
    readers: Mapping[str, Reader]
    """How what was noted is looked up again."""


def plan(atlas: Atlas, store: Store | None = None) -> Plan:
    """All pages of an atlas, language by language; the default one stands at the root, the others in a folder each."""
    languages, spy, known, kept = atlas.settings.languages, Spy(), readers(atlas), store or Shortlived()
    seen = watched(atlas, spy)
    found = tuple(_subjects(_ids(seen, spy, World(known, kept), kept)))
    paths = {
        (subject, language): ("" if language == languages[0] or kind.once else f"{language}/") + kind.path(subject.id)
        for language in languages
        for kind, subject in found
    }
    sitemap = SeenSitemap(paths, spy)
    tables: dict[str, Callable[[], Table]] = {}
    recall = Recall(tables, spy, World({**known, "path": sitemap.read}, kept), kept)
    editions = [Edition(seen, sitemap, language, spy, recall) for language in languages]
    tables.update((table_name(make, edition.language), partial(make, edition)) for edition in editions for make in TABLES)
    pages = [
        Page(paths[subject, language], subject, language, kind.template, partial(kind.view, edition, subject.id), kind.listed)
        for language, edition in zip(languages, editions, strict=True)
        for kind, subject in found
        if language == languages[0] or not kind.once
    ]
    return Plan(sitemap, tuple(pages), spy, {**known, "path": sitemap.read, "entry": recall.read})


def _ids(atlas: Atlas, spy: Spy, world: World, store: Store) -> dict[str, tuple[str, ...]]:
    """The ids of all pages by kind; what is known of a kind is not reckoned again."""
    names = [kind.name for group in KINDS for kind in group]
    kept, found = store.some("ids", names), dict[str, tuple[str, ...]]()
    for kind in (kind for group in KINDS for kind in group):
        answer = holding(kept.get(kind.name), world)
        if answer is None:
            with spy.watching(wide=True) as notes:
                spy.note(("settings", ""))
                answer = json.dumps(list(dict.fromkeys(kind.ids(atlas))))
            store.put("ids", kind.name, enveloped(notes, world, answer))
        found[kind.name] = tuple(json.loads(answer))
    return found


def _subjects(ids: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Kind, Subject]]:
    for group in KINDS:
        own = [(kind, frozenset(ids[kind.name])) for kind in group]
        for id in dict.fromkeys(id for kind in group for id in ids[kind.name]):
            yield from ((kind, Subject(kind.name, id)) for kind, having in own if id in having)
