"""plan: every page of the site, in every language, with its address and the way to make its view."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.brief import BRIEF
from cjmgen.pages.channel import CHANNEL
from cjmgen.pages.channels import CHANNELS
from cjmgen.pages.compare.comparable import COMPARABLE
from cjmgen.pages.compare.index import COMPARE
from cjmgen.pages.compare.roll import ROLL
from cjmgen.pages.comparison.page import COMPARISON
from cjmgen.pages.data import DATA
from cjmgen.pages.edition import Edition
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
from cjmgen.pages.reading import READING
from cjmgen.pages.redirect import REDIRECT
from cjmgen.pages.search import SEARCH, SEARCH_PANEL
from cjmgen.pages.sitemap import Page, Sitemap, Subject
from cjmgen.pages.stages import STAGES
from cjmgen.pages.tag import TAG
from cjmgen.pages.tags import TAGS
from cjmgen.pages.team import TEAM
from cjmgen.pages.teams import TEAMS

KINDS: tuple[tuple[Kind, ...], ...] = (
    (HOME,),
    *((kind,) for kind in JOURNEYS.kinds()),
    (HEATMAP,),
    *((kind,) for kind in HEAT_ROWS.kinds()),
    (HEAT_GROUPS,),
    (OPPORTUNITIES,),
    *((kind,) for kind in CHANCES.kinds()),
    (JOURNEY, READING, DATA),
    (PERSONAS,),
    (PERSONA,),
    (TEAMS,),
    (TEAM,),
    (CHANNELS,),
    (CHANNEL,),
    (EVIDENCE,),
    (STAGES,),
    (TAGS,),
    (TAG,),
    (BRIEF,),
    (COMPARE,),
    (ROLL,),
    (COMPARABLE,),
    (COMPARISON,),
    (REDIRECT,),
    (MISSING,),
    (SEARCH,),
    (SEARCH_PANEL,),
)
"""Every kind of page. Kinds in one group follow one another subject by subject, so that they can share what they are made of."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The addresses of all pages, and the pages themselves."""

    sitemap: Sitemap
    pages: tuple[Page, ...]


def plan(atlas: Atlas) -> Plan:
    """All pages of an atlas, language by language; the default one stands at the root, the others in a folder each."""
    languages = atlas.settings.languages
    found = tuple(_subjects(atlas))
    paths = {
        (subject, language): ("" if language == languages[0] or kind.once else f"{language}/") + kind.path(subject.id)
        for language in languages
        for kind, subject in found
    }
    sitemap = Sitemap(paths)
    pages = [
        Page(sitemap.path(subject, language), subject, language, kind.template, partial(kind.view, edition, subject.id), kind.listed)
        for language in languages
        for edition in (Edition(atlas, sitemap, language),)
        for kind, subject in found
        if language == languages[0] or not kind.once
    ]
    return Plan(sitemap, tuple(pages))


def _subjects(atlas: Atlas) -> Iterator[tuple[Kind, Subject]]:
    for group in KINDS:
        for id in dict.fromkeys(id for kind in group for id in kind.ids(atlas)):
            yield from ((kind, Subject(kind.name, id)) for kind in group)
