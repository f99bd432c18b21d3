"""merge: two edits of one map made one, by id and field; a conflict is left only where both changed the same field."""
