"""events: the tests of tables of events, as a package, so that an installed one of that name can't stand for it."""
