"""mistakes: what an author got wrong, in their words, and what they meant."""
