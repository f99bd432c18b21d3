"""journey: the journey page, everything the map shows with its addresses and without any HTML."""

import datetime
from dataclasses import dataclass

from cjmgen.insight.ranking import open_and_rated
from cjmgen.pages import journey_notes as read
from cjmgen.pages.edition import Edition
from cjmgen.pages.frame import frame
from cjmgen.pages.journey_channels import Channels, channels
from cjmgen.pages.journey_curve import Emotion, emotion
from cjmgen.pages.journey_feelings import series
from cjmgen.pages.journey_head import StageHead, Vitals, stage_heads, story, vitals
from cjmgen.pages.journey_items import Badge, Chance, Claim, Item, Picture, Quote
from cjmgen.pages.journey_lanes import Lane
from cjmgen.pages.journey_legend import legend, lenses
from cjmgen.pages.journey_notes import lane
from cjmgen.pages.journey_numbers import Figure, Funnel, figure, funnel
from cjmgen.pages.journey_people import Strip, strips
from cjmgen.pages.journey_scene import Scene
from cjmgen.pages.journey_sources import Research, research
from cjmgen.pages.journey_teams import Teams, teams
from cjmgen.pages.sitemap import Subject
from cjmgen.pages.view import Anchor, Frame, Said


@dataclass(frozen=True, slots=True)
class JourneyView:
    """A journey map. Lanes are absent (empty tuple or None) when no stage fills them; all cells follow `stages`."""

    frame: Frame
    id: str
    title: Said
    summary: Said
    state: str
    status: str
    owner: Said
    reviewed: datetime.date | None
    period: str
    base: Anchor | None
    """The journey this one is a patch over."""
    parent: Anchor | None
    reading: str
    """The address of the reading version, or ""."""
    story: tuple[tuple[str, Said], ...]
    """scenario, trigger, end, notes: those that are filled, by key; block Markdown."""
    expectations: tuple[Item, ...]
    tags: tuple[tuple[str, str], ...]
    vitals: Vitals
    strips: tuple[Strip, ...]
    actors: tuple[Badge, ...]
    stages: tuple[StageHead, ...]
    lenses: tuple[str, ...]
    """The lane switch: all, experience, numbers, insights, blueprint, overview; none when there is no choice."""
    notes: tuple[Lane[Item], ...]
    """goal, actions, thoughts, questions: lanes above the pictures, in order."""
    gains: Lane[Claim] | None
    pictures: Lane[Picture] | None
    tailored: Lane[Item] | None
    """Personalisation."""
    emotion: Emotion | None
    feelings: Lane[Item] | None
    voice: Lane[Quote] | None
    channels: Channels | None
    funnel: Funnel | None
    metrics: Lane[Figure] | None
    pains: Lane[Claim] | None
    chances: Lane[Chance] | None
    teams: Teams | None
    blueprint: tuple[Lane[Item], ...]
    """physical_evidence, actions, frontstage, backstage, support, policies: those filled, in this order."""
    free: tuple[Lane[Item], ...]
    next: tuple[Chance, ...]
    """What to do next: open opportunities, most impact for least effort first."""
    legend: tuple[str, ...]
    """The glyphs this page uses: severity, validated, reasoned, assumed, effort, truth, band, wait, automated, detail, way."""
    evidence: tuple[Research, ...]

NEXT = 3
"""How many steps the page suggests."""


def journey_view(edition: Edition, id: str) -> JourneyView:
    """The page of a journey in one language."""
    subject, journey, card = Subject("journey", id), edition.atlas.journey(id), edition.atlas.journeys[id]
    scene = Scene(edition, id, journey, edition.sitemap.path(subject, edition.language))
    title, summary, heads = scene.say(journey.title), scene.say(journey.summary), stage_heads(scene)
    contacts = tuple(head.contacts for head in heads)
    felt, counted, owned = emotion(series(scene), len(heads)), funnel(scene), teams(scene)
    metrics = lane("metrics", scene, lambda stage: (figure(scene, each) for each in stage.metrics))
    pains = lane("pains", scene, lambda stage: read.pains(scene, stage))
    gains = lane("gains", scene, lambda stage: (read.claim(scene, stage, each) for each in stage.gains))
    voice = lane("voice", scene, lambda stage: (read.quote(scene, each) for each in stage.quotes))
    chances = lane("chances", scene, lambda stage: (read.chance(scene, stage, each) for each in stage.opportunities))
    blueprint = read.blueprint(scene)
    groups = (
        ("experience", True),
        ("numbers", bool(counted or metrics)),
        ("insights", bool(pains or chances or owned)),
        ("blueprint", bool(blueprint)),
    )
    return JourneyView(
        # a title in another language means that most of the page is: then the page says so once
        frame=frame(edition, subject, title, summary, "home", card.file, bool(title.lang)),
        id=id,
        title=title,
        summary=summary,
        state=journey.state,
        status=journey.status,
        owner=scene.team(journey.owner),
        reviewed=journey.reviewed,
        period=journey.period or "",
        base=scene.journey_link(journey.extends),
        parent=scene.journey_link(journey.parent),
        reading=_reading(edition, scene),
        story=tuple(story(scene, journey)),
        expectations=tuple(read.note(scene, each) for each in journey.expectations),
        tags=tuple((key, str(value)) for key, value in journey.tags.items()),
        vitals=vitals(scene),
        strips=strips(scene),
        actors=tuple(scene.people[actor.key] for actor in journey.actors),
        stages=heads,
        lenses=lenses(len(heads), groups),
        notes=_notes(scene),
        gains=gains,
        pictures=lane("pictures", scene, lambda stage: read.pictures(scene, stage)),
        tailored=lane("tailored", scene, lambda stage: (read.tailored(scene, each) for each in stage.personalization)),
        emotion=felt,
        feelings=read.notes(scene, "feelings"),
        voice=voice,
        channels=channels(scene, contacts),
        funnel=counted,
        metrics=metrics,
        pains=pains,
        chances=chances,
        teams=owned,
        blueprint=blueprint,
        free=read.free(scene),
        next=open_and_rated(each for cell in chances.cells for each in cell)[:NEXT] if chances else (),
        legend=legend(pains, gains, voice, chances, contacts, bool(felt and any(each.bands for each in felt.series))),
        evidence=research(scene),
    )


def _notes(scene: Scene) -> tuple[Lane[Item], ...]:
    goals = lane("goal", scene, lambda stage: read.goals(scene, stage))
    lanes = (goals, *(read.notes(scene, key) for key in ("actions", "thoughts", "questions")))
    return tuple(each for each in lanes if each)


def _reading(edition: Edition, scene: Scene) -> str:
    subject = Subject("reading", scene.id)
    return edition.sitemap.link(scene.path, subject, edition.language) if edition.sitemap.has(subject, edition.language) else ""
