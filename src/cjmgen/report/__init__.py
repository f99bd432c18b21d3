"""report: problems as words for people and for programs, and what the manual says about each."""
