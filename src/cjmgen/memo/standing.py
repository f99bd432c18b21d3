"""standing: what the pages of a site that stands were made of."""

from collections.abc import Mapping

from cjmgen.digest import Digest
from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """What all pages of a site were made of: the state of the world, and by id the name of what each journey says inside."""

    state: str
    inside: Mapping[str, Digest]
