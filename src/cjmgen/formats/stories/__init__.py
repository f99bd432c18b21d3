"""stories: the example journeys of new projects, one a stage set, each told anew in English and Russian."""
