"""portfolio: what all journeys come down to: feelings, heat, channels, teams."""
