"""atlas: meaning, documents become validated entities, linked into one atlas with scores and rules."""
