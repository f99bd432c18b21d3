"""experiment: what a trial with two or more variants says: uplift, chance, balance, power, and a verdict that doesn't say more."""
