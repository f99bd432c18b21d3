"""tally: the records of an export to the figure of a metric: one file for each shape of records, all of them listed in `figure`."""
