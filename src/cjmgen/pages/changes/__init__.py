"""changes: the page of what changed since an earlier version: what leads, the maps with their changes in place, people to ask."""
