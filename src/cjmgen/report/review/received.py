"""received: the JSON of a review as a stranger may hand it in: what shape it has, and how much of it there may be."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field

from cjmgen.numbers.estimate import Noise
from cjmgen.report.review.bounded import Called, Count, Data, Language, Number, Plain, Strict, Title, Word, Words
from cjmgen.report.review.counted import Counts, Measured

MOST = 32_000_000
"""Bytes of a report: that of a project of a thousand journeys which are all new."""


class Step(Called):
    """A step into an entity."""

    list: Word


class Place(Called):
    """An entity, or something in it."""

    kind: Word
    path: Annotated[tuple[Step, ...], Field(max_length=10)]


class Inside(Place):
    """Something in an entity."""

    path: Annotated[tuple[Step, ...], Field(min_length=1, max_length=10)]


class Pair(Strict):
    """A value on both sides."""

    old: Plain
    new: Plain


class Part(Pair):
    """A field with its value on both sides."""

    field: Word


class Broken(Strict):
    """A reference that leads nowhere now."""

    file: Word
    message: Words


class _Change(Strict):
    meaning: Literal["better", "worse", "neutral"]
    owner: Word | None
    also: Annotated[tuple[Called, ...], Field(max_length=10_000)]
    breaks: Annotated[tuple[Broken, ...], Field(max_length=10_000)]


class Added(_Change):
    """Something new; `eased` is told of pains."""

    act: Literal["added"]
    new: Place
    position: Count
    value: Data
    eased: bool = False


class Removed(_Change):
    """Something that is gone."""

    act: Literal["removed"]
    old: Place
    value: Data


class _Stayed(_Change):
    old: Place
    new: Place


class Moved(_Change):
    """Something that stands elsewhere now."""

    act: Literal["moved"]
    old: Inside
    new: Inside
    position: Count


class Renamed(_Stayed):
    """Something that is called otherwise now."""

    act: Literal["renamed"]
    fields: Annotated[tuple[Part, ...], Field(max_length=10)]


class Updated(_Stayed):
    """Something with another value in a field."""

    act: Literal["updated"]
    field: Word
    value: Pair
    measured: Measured | None = None


class Reordered(_Stayed):
    """A list in another order."""

    act: Literal["reordered"]
    list: Word
    order: Annotated[tuple[Word, ...], Field(max_length=50_000)]
    moved: Annotated[tuple[Called, ...], Field(max_length=50_000)]


Change = Added | Removed | Moved | Renamed | Updated | Reordered


class Figures(Strict):
    """A journey in figures; `coverage` is the share of `claims` that are validated, `coverage_by_weight` what all of them weigh."""

    score: Number | None
    conversion: Number | None
    severe: Count
    coverage: Number | None
    claims: Count
    coverage_by_weight: Number | None = None
    """Of reports that know of it."""


class Scores(Strict):
    """A figure on both sides."""

    old: Number | None
    new: Number | None


class Stage(Called):
    """A stage with its score on both sides."""

    score: Scores


Share = Annotated[float, Field(ge=0, le=1)]


class Shares(Strict):
    """A share on both sides."""

    old: Share
    new: Share


class Passing(Strict):
    """A way from one stage to another, with the share of people who take it."""

    start: Called = Field(alias="from")
    to: Called
    share: Shares
    n: Counts
    noise: Noise
    goal: Number | None
    ours: bool


class Journey(Called):
    """A journey that was touched, or has other figures."""

    state: Word
    old: Figures | None
    new: Figures | None
    stages: Annotated[tuple[Stage, ...], Field(max_length=2_000)]
    steps: Annotated[tuple[Passing, ...], Field(max_length=2_000)] = ()
    whole: Passing | None = None


class Ranks(Strict):
    """A rank on both sides."""

    old: Count | None
    new: Count | None


class Rank(Called):
    """An opportunity that ranks otherwise now."""

    journey: Word
    stage: Word
    rank: Ranks
    of: Count


class Lead(Strict):
    """How far somebody is ahead."""

    of: Word
    title: Title
    lead: Scores


class Comparison(Called):
    """A comparison in which somebody's lead changed."""

    leads: Annotated[tuple[Lead, ...], Field(max_length=100)]


class Reason(Place):
    """Why somebody should look."""

    why: Literal["owns", "refers"]


class Ask(Strict):
    """A team that should look."""

    team: Word
    title: Title
    github: Word | None
    reasons: Annotated[tuple[Reason, ...], Field(max_length=50_000)]


class Unread(Strict):
    """What one side could not read."""

    kind: Word
    id: Word


class Gap(Strict):
    """A file with an error."""

    side: Words
    file: Words
    code: Word
    message: Words


class Summary(Strict):
    """Of what is counted in a report only what its parts don't tell: how many figures were tested together."""

    tested: Count = 0


class Report(Strict):
    """All of it."""

    version: Literal[1]
    base: Words
    head: Words
    language: Language
    changes: Annotated[tuple[Annotated[Change, Discriminator("act")], ...], Field(max_length=50_000)]
    journeys: Annotated[tuple[Journey, ...], Field(max_length=50_000)]
    opportunities: Annotated[tuple[Rank, ...], Field(max_length=50_000)]
    comparisons: Annotated[tuple[Comparison, ...], Field(max_length=50_000)]
    ask: Annotated[tuple[Ask, ...], Field(max_length=5_000)]
    unread: Annotated[tuple[Unread, ...], Field(max_length=50_000)]
    errors: Annotated[tuple[Gap, ...], Field(max_length=1_000)]
    summary: Summary = Summary()
