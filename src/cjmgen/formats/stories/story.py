"""story: what an example journey says, before it becomes files."""

from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Contact:
    """A touchpoint: its title, a built-in channel, the id of the team that answers for it, and the emotion."""

    title: str
    channel: str
    team: str
    emotion: float


@dataclass(frozen=True, slots=True)
class Pain:
    """A pain and, where there is one, the opportunity that eases it and the team it belongs to."""

    id: str
    title: str
    severity: str
    idea: str = ""
    team: str = ""
    impact: int = 3
    effort: int = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """One stage of the example, in the order of the stage set."""

    does: str
    people: int
    contacts: tuple[Contact, ...]
    duration: str = ""
    thinks: str = ""
    pain: Pain | None = None
    gain: str = ""
    quote: str = ""
    truth: str = ""
    """Why the first contact of the stage is a moment of truth."""
    outcome: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """The persona: the name of its file and what stands in it."""

    id: str
    name: str
    role: str
    summary: str
    quote: str
    goal: str
    frustration: str
    says: str
    thinks: str
    does: str
    feels: str


@dataclass(frozen=True, slots=True)
class Story:
    """An example journey with everything it names."""

    site: str
    title: str
    summary: str
    counted: str
    """What `entry` counts: visitors, companies, clients."""
    person: Person
    teams: tuple[tuple[str, str], ...]
    """Ids and titles; the first one owns the journey."""
    interviews: str
    """The title of the evidence."""
    asked: int
    """How many people that was."""
    scenes: tuple[Scene, ...]
