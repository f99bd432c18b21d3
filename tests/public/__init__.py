"""public: what may be published of a project, and that nothing else is told. A package, so that none of this name that is installed stands for it."""
