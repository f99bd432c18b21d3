"""heat: the heat map, by journey and by group."""
