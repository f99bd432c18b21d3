"""public: what of a project is shown to whom: an atlas without what is left out, so that nothing made of it can tell of that."""
