"""tags: by what journeys can be told apart, and the journeys of each tag."""
