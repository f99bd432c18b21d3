"""links: the journeys of a project together."""
