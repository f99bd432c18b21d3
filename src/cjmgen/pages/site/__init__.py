"""site: what every page has: its place and address, its frame, and its language, with the lists that are split over pages."""
