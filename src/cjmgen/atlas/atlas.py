"""atlas: all cards of a project, the small entities in full, and every journey and persona in full on demand."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import field

from cjmgen.atlas.cards.card import JourneyCard, PersonaCard
from cjmgen.atlas.telling import Telling
from cjmgen.digest import Digest
from cjmgen.model.comparison import Comparison
from cjmgen.model.directory import Channel, SetStage, Team
from cjmgen.model.evidence import Evidence
from cjmgen.model.journey import Actor, Journey
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.model.settings import Settings
from cjmgen.numbers.measured import Measured
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Media:
    """An image of the maps: its file in the project, and the name it gets in the site (`media/<digest>.<ext>`)."""

    file: str
    name: str


@dataclass(frozen=True)
class Atlas:
    """A project as one linked value. Mappings go from id to value, in the order of ids; phases in the order of the set."""

    settings: Settings
    today: datetime.date
    journeys: Mapping[str, JourneyCard]
    personas: Mapping[str, PersonaCard]
    evidence: Mapping[str, Evidence]
    metrics: Mapping[str, Metric]
    comparisons: Mapping[str, Comparison]
    files: Mapping[str, str]
    """The file of each comparison and each small entity, by kind and id as in `metric/nps`; cards know their own."""
    teams: Mapping[str, Team]
    channels: Mapping[str, Channel]
    """Built-in channels with the project's laid over them."""
    actors: Mapping[str, Actor]
    phases: Mapping[str, SetStage]
    media: Mapping[str, Media]
    """Images by their path below `maps/`."""
    journey: Callable[[str], Journey]
    """A journey in full, patches applied, by id; KeyError for an id that `journeys` doesn't hold."""
    persona: Callable[[str], Persona]
    """A persona in full, by id."""
    tellings: Mapping[str, Telling] = field(default_factory=dict)
    """What each file tells in which language; empty on a site in one language."""
    names: Mapping[str, Mapping[str, Digest]] = field(default_factory=dict)
    """Of journeys and of personas, by kind and by id: the digest of all that each says."""
    outline: str = ""
    """Names all that the atlas tells but for what its journeys say inside; empty where nobody knows."""
    histories: Mapping[str, object] = field(default_factory=dict)
    """What became of each journey from revision to revision, by its id; rooms above lay it beside the maps."""
    pairs: Mapping[str, object] = field(default_factory=dict)
    """Pairs of revisions whose differences are told, by the name of their page; laid beside the maps likewise."""
    measured: Mapping[str, Measured] = field(default_factory=dict)
    """What the exports of metrics say, by the metric's id; of a metric whose figures were typed there is nothing."""
    news: Mapping[str, object] = field(default_factory=dict)
    """What rooms above lay beside the maps to be told with them, by the name of its page: what changed since an earlier version."""
