"""deal: how a deal ended, and which stages it came to, as far as its export says."""

import re
from collections.abc import Iterator, Mapping

from cjmgen.numbers.column import Value
from cjmgen.numbers.fit import plain
from cjmgen.numbers.profile import Role

WON = frozenset({
    "won", "closed won", "closedwon", "успешно реализовано", "сделка успешна", "выиграна", "выиграно", "выигранные", "успешна",
})  # fmt: skip
LOST = frozenset({
    "lost", "closed lost", "closedlost", "закрыто и не реализовано", "сделка провалена", "проиграна", "проиграно", "проигранные",
    "провалена",
})  # fmt: skip
"""How products call the ends of a deal. They stand where a stage does, and are none: what ended may have ended at any stage."""

UNENDED = frozenset({
    "не закрыта", "не закрыт", "не закрыто", "не закрыты", "нет", "открыта", "открыто", "not closed", "not set", "no", "open",
})  # fmt: skip
"""What stands in place of the day of its end where there is none yet, besides what programs write for nothing. No source documents it."""

_PIPELINE = re.compile(r"\s*\([^()]*\)$")


def bare(name: str) -> str:
    """The plain name of a stage without its pipeline, which HubSpot adds: `Closed won (Sales Pipeline)`."""
    return _PIPELINE.sub("", plain(name))


def ended(values: Mapping[Role, Value]) -> bool | None:
    """True of a deal that was won, False of one that was lost, None of an open one."""
    told = {bare(str(values[role])) for role in ("status", "stage") if role in values}
    if told & WON or "won" in values:
        return True
    return False if told & LOST or "reason" in values else None


def stood(values: Mapping[Role, Value]) -> Iterator[str]:
    """The stages that a deal is known to have come to, as the export calls them; how it ended is none."""
    entered = values.get("entered", ())
    named = (values.get("stage"), values.get("reached"), *(entered if isinstance(entered, tuple) else ()))
    for name in named:
        if isinstance(name, str) and bare(name) not in WON | LOST:
            yield name
