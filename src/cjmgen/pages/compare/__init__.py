"""compare: the list of comparisons, and what a reader needs to compare any journeys in the browser."""
