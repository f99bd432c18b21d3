"""page: the journey page, everything the map shows with its addresses and without any HTML."""

import datetime
from dataclasses import replace

from cjmgen.insight.ranking import open_and_rated
from cjmgen.pages.changes.mention import Mention, mentioned
from cjmgen.pages.comparison.tabs import Tab, comparing_journey
from cjmgen.pages.journey import notes as read
from cjmgen.pages.journey.channels import Channels, channels
from cjmgen.pages.journey.curve import Emotion, emotion
from cjmgen.pages.journey.feelings import series
from cjmgen.pages.journey.head import StageHead, Vitals, stage_heads, story, vitals
from cjmgen.pages.journey.items import Badge, Chance, Claim, Item, Picture, Quote
from cjmgen.pages.journey.lanes import Lane, LaneRow
from cjmgen.pages.journey.legend import legend, lenses
from cjmgen.pages.journey.numbers import Figure, Funnel, funnel, metrics
from cjmgen.pages.journey.people import Strip, strips
from cjmgen.pages.journey.rows import rows
from cjmgen.pages.journey.scene import Scene
from cjmgen.pages.journey.sources import Research, research
from cjmgen.pages.journey.suppose import Suppose, suppose
from cjmgen.pages.journey.teams import Teams, teams
from cjmgen.pages.parts.follows import Follow, follows, insights_of
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.kind import Kind
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Anchor, Frame, Said, fell_back
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Worth:
    """What one conversion is worth; `currency` is a code such as EUR, or "" where nobody said."""

    amount: float
    currency: str


@dataclass(frozen=True, slots=True)
class JourneyView:
    """A journey map. Lanes are None when no stage fills them or the project hides them; all cells follow `stages`."""

    frame: Frame
    id: str
    title: Said
    summary: Said
    state: str
    status: str
    owner: Said
    reviewed: datetime.date | None
    period: str
    worth: Worth | None
    base: Anchor | None
    """The journey this one is a patch over."""
    parent: Anchor | None
    reading: str
    """The address of the reading version, or ""."""
    compared: tuple[Tab, ...]
    """Comparisons that have it among their subjects."""
    changed: Mention | None
    """Where it is told what changed in it since an earlier version, if anything did."""
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
    lanes: tuple[LaneRow, ...]
    """The filled lanes in the order of the page, from top to bottom."""
    gains: Lane[Claim] | None
    pictures: Lane[Picture] | None
    emotion: Emotion | None
    voice: Lane[Quote] | None
    channels: Channels | None
    funnel: Funnel | None
    suppose: Suppose | None
    """What stands below the funnel: what closing its gaps brings, and where the sliders are."""
    metrics: Lane[Figure] | None
    pains: Lane[Claim] | None
    chances: Lane[Chance] | None
    teams: Teams | None
    follows: tuple[Follow, ...]
    """What follows from the map first; none for a journey that is not a current one."""
    all_follows: tuple[int, str]
    """How much follows from it, and the address where all of it is told."""
    next: tuple[Chance, ...]
    """What to do next: open opportunities, most impact for least effort first."""
    legend: tuple[str, ...]
    """The glyphs this page uses: severity, validated, reasoned, assumed, effort, truth, band, wait, automated, detail, way."""
    evidence: tuple[Research, ...]
    shades: bool
    """Whether the scale of emotions names its steps at -1 and +1 too: where the project has words of its own."""
    internal: bool = False
    """Whether the journey is for colleagues alone."""
    history: str = ""
    """The address of its history, or ""."""

FIRST = 3
"""How many insights lead the page; all of them have a page of their own, or this one would be twice as heavy."""

NEXT = 3
"""How many steps the page suggests."""


def journey_view(edition: Edition, id: str) -> JourneyView:
    """The page of a journey in one language."""
    subject, journey = Subject("journey", id), edition.atlas.journey(id)
    scene = Scene(edition, id, journey, edition.sitemap.path(subject, edition.language))
    title, summary, heads = scene.say(journey.title), scene.say(journey.summary), stage_heads(scene)
    contacts = tuple(head.contacts for head in heads)
    felt = None if "emotion" in scene.hidden else emotion(series(scene), len(heads))
    counted = None if "funnel" in scene.hidden else funnel(scene)
    met = None if "channels" in scene.hidden else channels(scene, contacts)
    figures, owned, pictures = metrics(scene), teams(scene), read.pictures(scene)
    pains, gains, voice, chances = read.pains(scene), read.gains(scene), read.voice(scene), read.chances(scene)
    drawn = {
        "emotion": felt, "voice": voice, "gains": gains, "pictures": pictures, "channels": met, "funnel": counted,
        "metrics": figures, "pains": pains, "chances": chances, "teams": owned,
    }  # fmt: skip
    shown = rows(scene, frozenset(key for key, lane in drawn.items() if lane))
    found = edition.latest(insights_of, id)
    groups = {
        "experience": True, "numbers": counted or figures, "insights": pains or chances or owned,
        "blueprint": any(each.behind for each in shown),
    }  # fmt: skip
    view = JourneyView(
        frame=frame(edition, subject, title, summary, "home", edition.atlas.journeys[id].file),
        id=id, title=title, summary=summary, state=journey.state, status=journey.status, owner=scene.team(journey.owner),
        reviewed=journey.reviewed, period=journey.period or "", worth=_worth(scene), base=scene.journey_link(journey.extends),
        parent=scene.journey_link(journey.parent), reading=_beside(edition, scene, "reading"), history=_beside(edition, scene, "history"),
        compared=comparing_journey(edition, scene.path, id),
        changed=mentioned(edition, scene.path, id),
        story=tuple(story(scene, journey)),
        expectations=tuple(read.note(scene, each) for each in journey.expectations),
        tags=tuple((key, str(value)) for key, value in journey.tags.items()), vitals=vitals(scene), strips=strips(scene),
        actors=tuple(scene.people[actor.key] for actor in journey.actors), stages=heads, lenses=lenses(len(heads), groups),
        lanes=shown, gains=gains, pictures=pictures, emotion=felt, voice=voice, channels=met, funnel=counted,
        suppose=suppose(edition, id), metrics=figures,
        pains=pains, chances=chances, teams=owned, next=_next(chances),
        follows=follows(edition, scene.path, found[:FIRST], id), all_follows=(len(found), _beside(edition, scene, "insights")),
        legend=legend((pains, gains, voice), chances, contacts if met else (), felt), evidence=research(scene),
        shades=bool(edition.atlas.settings.emotion_words), internal=journey.audience == "internal",
    )  # fmt: skip
    return replace(view, frame=replace(view.frame, fallback=True)) if fell_back(view) else view


def _worth(scene: Scene) -> Worth | None:
    value = scene.journey.value
    return Worth(value.per_conversion, value.currency or scene.edition.atlas.settings.currency or "") if value else None


def _next(chances: Lane[Chance] | None) -> tuple[Chance, ...]:
    return open_and_rated(each for cell in chances.cells for each in cell)[:NEXT] if chances else ()


def _beside(edition: Edition, scene: Scene, kind: str) -> str:
    """The address of another page about the journey, if there is one."""
    subject = Subject(kind, scene.id)
    return edition.sitemap.link(scene.path, subject, edition.language) if edition.sitemap.has(subject, edition.language) else ""


def _journey(edition: Edition, id: str) -> JourneyView:
    return edition.latest(journey_view, id)


JOURNEY = Kind("journey", "journey.html", lambda atlas: atlas.journeys, "journeys/{}/index.html".format, _journey)
