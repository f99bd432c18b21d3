"""rounded: whether shares that came ready made are those of the counts beside them, rounded: then the counts say more."""

from collections.abc import Iterator

from cjmgen.numbers.profile import Role
from cjmgen.numbers.tally.figure import Records

_FEWEST, _MOST = 2, 9
"""Decimals of a share: whole percent at least."""
_ALMOST = 1e-12
"""What floats miss by."""


def is_rounded(every: Records, of: Role) -> bool:
    """Whether each share of all periods is so many of its visits, else of its people, in the decimals that the column has.

    What products call goals may be something else: a person can reach one several times, or the share is of people and not of visits.
    """
    rated = [record for record in every if record.values.get("rate")]  # a share of nobody is no share
    found = list(_counted(rated, of))
    if not found or len(found) < len(rated):
        return False
    half = 10.0 ** -max(_decimals(rate) for rate, _ in found) / 2
    return all(abs(rate - counted) <= half + _ALMOST for rate, counted in found)


def _counted(rated: Records, of: Role) -> Iterator[tuple[float, float]]:
    """The shares with those by the counts, of the rows that have these."""
    for record in rated:
        rate, some = record.values["rate"], record.values.get(of)
        whole = record.values.get("visits", record.values.get("people"))
        if isinstance(rate, float) and isinstance(some, float) and isinstance(whole, float) and whole:
            yield rate, some / whole


def _decimals(share: float) -> int:
    return next((at for at in range(_FEWEST, _MOST) if abs(round(share, at) - share) < _ALMOST), _MOST)
