"""evidence: how far the maps can be trusted, and by what."""
