"""kept: entities and cards as compact texts, opened on demand and from one run to the next."""
