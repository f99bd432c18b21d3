"""curve: where a value of the emotion scale lies in the view box of 1000 × 200 that all emotion charts share."""

WIDTH, HEIGHT = 1000, 200
_TOP, _RANGE = 0.17, 0.7
"""+2 lies at 17 % of the height and -2 at 87 %: the margins hold the notes."""

NEUTRAL = 0.2
"""A score nearer to zero than this is neither good nor bad."""


def across(stage: int, stages: int, at: int = 0, of: int = 1) -> float:
    """The x of touchpoint `at` of `of` in a stage, all counted from 0; without these, the stage's centre."""
    return round(WIDTH * (stage + (at + 0.5) / of) / stages, 1)


def height(emotion: float) -> float:
    """The y of an emotion, -2 … +2."""
    return round(HEIGHT * (_TOP + _RANGE * (2 - emotion) / 4), 1)


def tone(score: float | None) -> str:
    """pos, neg, or "" for neutral and unknown."""
    return "" if score is None or abs(score) < NEUTRAL else "pos" if score > 0 else "neg"
