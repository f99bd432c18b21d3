"""pulled: what is wrong with a metric's `events` before anybody is asked, and whether its snapshot was counted by these."""

from collections.abc import Iterable

from cjmgen.atlas.mistakes.finding import Finding, Findings
from cjmgen.events.question import Unclear, question
from cjmgen.events.stamp import counted_by, mapping_name
from cjmgen.model.events import Events


def of_events(id: str, events: Events, snapshots: Iterable[tuple[str, bytes]]) -> Findings:
    """A mapping that can't be asked; of one that can, the snapshots that were counted by another."""
    asked = question(events)
    if isinstance(asked, Unclear):
        yield Finding("events-unclear", asked.message, ("source", "events", *asked.keys), asked.hint)
        return
    wanted = mapping_name(events)
    for path, content in snapshots:
        counted = counted_by(content)
        if counted and counted != wanted:
            message = f"{path.rpartition('/')[2]} was counted by other `events` than these"
            yield Finding("snapshot-outdated", message, ("source", "events"), f"count it anew: `cjmgen pull {id}`", at_key=True)
