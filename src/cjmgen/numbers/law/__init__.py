"""law: the laws of chance that the formulas ask: normal, Student's t, chi-square and binomial, written out of `math` alone."""
