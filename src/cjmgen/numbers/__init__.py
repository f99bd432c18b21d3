"""numbers: measurements: the bytes of an export to what was measured, and the formulas, each with its source."""
