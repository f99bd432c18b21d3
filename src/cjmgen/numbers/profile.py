"""profile: what a product calls the columns of an export. Each profile is one file of data in `profiles/`."""

from collections.abc import Mapping
from typing import Literal

from cjmgen.numbers.days import Order
from cjmgen.value import dataclass

Shape = Literal["steps", "figures", "answers", "deals", "events", "tickets"]
"""What a row is: a step of a funnel, figures of a day or a group, an answer to a survey, a deal, an event, or a request to support."""

Role = Literal[
    "step", "people", "rate", "bounce", "lost", "visits", "views", "clicks", "goals", "time", "depth", "revenue", "cost",
    "date", "period", "segment", "person", "event", "score", "answer",
    "deal", "stage", "status", "amount", "created", "won", "closed", "reason", "reached", "entered", "ticket", "topic",
]  # fmt: skip
"""What a column is to us. `rate` looks forward: the share of a step's people who take the next. `closed`: when a deal was lost or ended,
and of an open one when that is hoped for. `reached`: the stage in which it stood before. `entered`: the stages that it came to."""

Kind = Literal["count", "number", "signed", "share", "time", "date", "period", "text"]

KINDS: Mapping[Role, Kind] = {
    **dict.fromkeys(("people", "lost", "visits", "views", "clicks"), "count"),
    **dict.fromkeys(("goals", "depth", "revenue", "cost", "amount"), "number"),
    "score": "signed",
    "rate": "share",
    "bounce": "share",
    "time": "time",
    "period": "period",
    **dict.fromkeys(("date", "created", "won", "closed"), "date"),
}
"""What the cells of a role hold; those of all others are text."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What one product's export of one shape looks like."""

    name: str
    product: str
    shape: Shape
    columns: Mapping[Role, tuple[str, ...]]
    """By role: what the column is called, in lower case, the usual name first; `*` at the end stands for anything."""
    needs: tuple[Role, ...]
    """The roles without which there is nothing to read."""
    marks: tuple[str, ...] = ()
    """Columns, in lower case, that we have no use for and that give the product away."""
    totals: tuple[str, ...] = ()
    """Cells, in lower case, that mark a row as the total of others beside the words that everybody uses; it is told, and never summed."""
    entered: tuple[str, ...] = ()
    """How the names of columns begin, in lower case, that say when a deal came to a stage; the name of the stage follows."""
    pipeline: tuple[str, ...] = ()
    """The stages of deals that the product begins with, in lower case and in their order; most who use it add to them or take some away."""
    heads: int = 1
    """Rows of the header. The second tells the parts of a question, and stands for the first where that is empty."""
    order: Order = "dmy"
    """In which order the product writes day and month, where a file could mean either."""
    wide: bool = False
    """Whether every column that nobody knows is a question of a survey."""
    seen: str = ""
    """Where the names of the columns are known from; "" where no source documents them: then the profile is unverified."""
