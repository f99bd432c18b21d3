"""priority: what to do first: scores of opportunities by the usual models, and how far their ranks can be trusted."""
