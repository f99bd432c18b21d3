"""site_check: what must be true of every finished site: links lead somewhere, nothing comes from outside, sizes hold."""
