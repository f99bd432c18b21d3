"""teams: who answers for what, together and each team by itself."""
