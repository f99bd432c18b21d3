"""pages: what each page of the site shows, with its address and without any HTML."""
