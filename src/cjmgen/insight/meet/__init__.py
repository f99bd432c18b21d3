"""meet: what of several journeys corresponds, and how they differ."""
