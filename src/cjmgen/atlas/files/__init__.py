"""files: which file is what, and what stands in it: sidecars, collections, patches, exports."""
