"""history: how a journey came to be what it is, revision by revision, and who changed what in it last."""
