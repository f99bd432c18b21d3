"""cards: what other pages may see of journeys and personas, with their scores."""
