"""poster: a journey as one picture in SVG, laid out here because no browser will do it."""
