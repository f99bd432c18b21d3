"""events: a table of events, wherever it is, counted into what a journey needs to know; expressions for the engine that has it."""
