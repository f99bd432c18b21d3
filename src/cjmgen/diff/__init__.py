"""diff: two atlases to what changed between them: things with names, matched, compared, judged; and put back together."""
