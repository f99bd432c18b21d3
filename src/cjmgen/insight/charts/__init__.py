"""charts: where the marks of a chart lie."""
