"""comparison: journeys, or the people of one, side by side, a file for every part of the page that can be told by itself."""
