"""gather: the exports of a metric together: their records by period, and the figures that these come to."""
