"""code: templates as compiled code, kept from one run to the next as Python keeps that of its modules."""

import marshal
import sys
from collections.abc import Callable
from types import CodeType
from typing import Protocol

from cjmgen.digest import Digest, digest


class Codes(Protocol):
    """Where code is kept. It is run as it comes, so nobody but the user may write there."""

    def get(self, name: Digest) -> bytes | None:
        """What was kept, to the last byte; None where nothing was."""

    def put(self, name: Digest, code: bytes) -> None:
        """Keep code."""


class Unkept:
    """Keeps nothing."""

    def get(self, name: Digest) -> bytes | None:
        """Nothing."""

    def put(self, name: Digest, code: bytes) -> None:
        """Let it go."""


UNKEPT = Unkept()


def compiled(codes: Codes, made_of: tuple[object, ...], make: Callable[[], CodeType]) -> CodeType:
    """The code of a template, compiled if it isn't kept. `made_of` is all that it depends on beside cjmgen and its libraries."""
    name = digest((sys.implementation.cache_tag, *made_of))
    kept = codes.get(name)
    if kept is not None:
        code: CodeType = marshal.loads(kept)  # noqa: S302 - whoever keeps it answers for it, as the system does for __pycache__
        return code
    code = make()
    codes.put(name, marshal.dumps(code))
    return code
