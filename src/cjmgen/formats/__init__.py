"""formats: side doors, a document as a document of another form."""
