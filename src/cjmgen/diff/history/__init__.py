"""history: what became of each journey from revision to revision: its figures, and who changed what in it last."""
