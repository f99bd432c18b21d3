"""markdown: maps and personas told in Markdown, by hand or by an assistant, read into plain data."""

from cjmgen.syntax.markdown.read import locate_markdown, read_markdown

__all__ = ["locate_markdown", "read_markdown"]
