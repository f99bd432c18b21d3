"""references: what maps refer to by id, and whether it is there."""
