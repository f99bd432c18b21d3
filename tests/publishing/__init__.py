"""publishing: what may be published of a project, and that nothing else is told. The name is no package that others install: Ibis needs one called `public`."""
