"""within: what was spent in a period, from figures of this very period or of the shorter ones that make it up."""

from collections.abc import Mapping

MONTHS = tuple(f"{month:02}" for month in range(1, 13))


def within(amounts: Mapping[str, float], period: str) -> float | None:
    """The amount of a period, `2026-10`, `2026-Q4` or `2026`; that of shorter ones added up if none is missing, else None.

    Of a longer period no part is taken: nobody says how it was spread.
    """
    if period in amounts:
        return amounts[period]
    parts = parts_of(period)
    found = [within(amounts, part) for part in parts]
    known = [each for each in found if each is not None]
    return sum(known) if parts and len(known) == len(parts) else None


def parts_of(period: str) -> tuple[str, ...]:
    """The quarters of a year, the months of a quarter; none of a month."""
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        last = 3 * int(part[1:])
        return tuple(f"{year}-{month}" for month in MONTHS[last - 3 : last])
    return () if part else tuple(f"{year}-Q{quarter}" for quarter in range(1, 5))
