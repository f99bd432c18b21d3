"""asked: a question put to an engine the way `cjmgen pull` does, its answer as rows to compare."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from cjmgen.events.calendar import Stretch
from cjmgen.events.parts import asked_of, total
from cjmgen.shell.engine import Engine
from events.packs import Pack, Rows


def answered(engine: Engine, table: Any, pack: Pack, periods: Sequence[Stretch]) -> Rows:
    """What an engine answers of a table; what it laid aside for that is let go."""
    asked = pack.case.asked
    keep = engine.keep if pack.keep else lambda each: each
    rows = engine.rows(lambda: total(table, asked))
    rows += engine.rows(lambda: asked_of(table, asked, periods, keep, pack.slices))
    for each in engine.kept:
        each.release()
    engine.kept.clear()
    return Counter(tuple(row.values()) for row in rows)
