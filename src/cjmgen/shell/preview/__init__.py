"""preview: the site served while it is edited: who may ask, what is answered, and how an open page learns of a change."""
