"""home: the home page: what the portfolio comes down to."""
