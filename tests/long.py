"""long: how thorough the tests are that repeat themselves: `make test-long` sets CJMGEN_LONG and has them do far more."""

import os

LONG = os.environ.get("CJMGEN_LONG", "") in ("true", "1")


def times(usually: int, long: int) -> int:
    """How often to repeat something at random."""
    return long if LONG else usually
