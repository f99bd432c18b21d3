"""model: the vocabulary of a journey map as frozen types; no file in here knows a file."""
