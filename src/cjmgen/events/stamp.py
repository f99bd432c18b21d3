"""stamp: the lines by which a file is known as a snapshot of ours, and by which mapping it was counted."""

import re

from cjmgen.digest import digest
from cjmgen.model.events import Events

FIRST = "# Counted by cjmgen pull. Don't change it by hand: it is written anew"
"""The line by which a file is known to be one of ours."""

_HEAD = 1000
_MAPPING = re.compile(r"^# Engine: .*; mapping: ([0-9a-f]{12})$", re.MULTILINE)


def mapping_name(events: Events) -> str:
    """A short name of all that decides what is counted; where the events lie and how they are reached is no part of it."""
    return digest(events.model_dump_json(exclude={"files", "table", "url"}, exclude_defaults=True))[:12]


def counted_by(content: bytes) -> str | None:
    """The name of the mapping that a snapshot was counted by; None for a file that is none."""
    head = content[:_HEAD].decode("utf-8", "replace").replace("\r\n", "\n")
    found = _MAPPING.search(head) if head.removeprefix("\ufeff").startswith(FIRST) else None
    return found[1] if found else None
