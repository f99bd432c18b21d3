"""insight: what follows from the maps: findings, curves, funnels; values of the atlas to values."""
