"""data: what the pages show, for machines: a file of JSON beside each page, once for all languages, a module a kind of page."""
