"""journey: the journey page, a file for every part of it that can be told by itself."""
