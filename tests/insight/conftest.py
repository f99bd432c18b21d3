"""conftest: the theme that ships, whose words insights are told in."""

from render.conftest import files, theme

__all__ = ["files", "theme"]
