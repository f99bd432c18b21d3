"""syntax: text, bytes to documents and back; knows the form of a file and nothing of what it means."""
