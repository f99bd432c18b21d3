"""opportunities: what could be done for customers, and why in this order."""
