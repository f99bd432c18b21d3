"""review: what changed between two versions of a project, for people and for programs: terminal, Markdown, JSON."""
