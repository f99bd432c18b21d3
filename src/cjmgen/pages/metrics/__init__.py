"""metrics: measured figures, together and each by itself."""
