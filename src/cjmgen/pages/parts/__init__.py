"""parts: what stands on pages of several kinds: cards, cells, insights, evidence, faces."""
