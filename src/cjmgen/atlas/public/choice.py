"""choice: which part of a project is wanted: with what is internal or without, and of which tags."""

import re
from collections.abc import Iterable, Mapping

from cjmgen.value import dataclass

_FORM = re.compile(r"tag:([^=\s][^=]*)(?:=(.+))?", re.DOTALL)

Tag = tuple[str, str]
"""A key with a value; "" stands for any."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What is wanted: `internal` for colleagues too, else for everybody; of the journeys with these tags, else of all."""

    internal: bool = False
    only: tuple[Tag, ...] = ()

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return self.internal and not self.only

    def wants(self, tags: Iterable[Tag]) -> bool:
        """Whether a journey with these tags is wanted: of each key that is asked for it has one of the values."""
        own = dict(tags)
        return all(any(_has(own, key, value) for key, value in self.only if key == asked) for asked, _ in self.only)

    def refuses(self, tags: Iterable[Tag]) -> bool:
        """Whether these tags speak against something that need not have any: a key that is asked for, with other values only."""
        own = dict(tags)
        return any(key in own for key, _ in self.only) and not self.wants((*own.items(), *((k, v) for k, v in self.only if k not in own)))


EVERYTHING = Choice(internal=True)
"""Nothing is left out: what those see who write the maps."""

PUBLIC = Choice()
"""What everybody may see."""


def _has(own: Mapping[str, str], key: str, value: str) -> bool:
    return key in own and value in ("", own[key])


def read_tag(text: str) -> Tag | None:
    """`tag:client=alpha` or `tag:client`; None for anything else."""
    found = _FORM.fullmatch(text.strip())
    return (found[1].strip(), (found[2] or "").strip()) if found else None


def written(tag: Tag) -> str:
    """A tag as it is asked for."""
    key, value = tag
    return f"tag:{key}={value}" if value else f"tag:{key}"
