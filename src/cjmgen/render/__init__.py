"""render: how it looks: theme, templates, prose, charts as paths; a view in, bytes out."""
