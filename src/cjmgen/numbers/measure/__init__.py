"""measure: the figures of a journey, each from what was counted, asked or timed."""
