"""insights: what follows from the maps, for a terminal, a comment and programs."""
