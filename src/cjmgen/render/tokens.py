"""tokens: the colours of a theme, for pictures that know no stylesheet."""

import re
from collections.abc import Mapping

from cjmgen.render.theme import STYLE, Theme

_TOKEN = re.compile(r"--([a-z0-9-]+):\s*(?:light-dark\(\s*(#[0-9a-fA-F]{3,8})\s*,\s*(#[0-9a-fA-F]{3,8})\s*\)|(#[0-9a-fA-F]{3,8}))\s*;")
_RULES = r"\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}"


def tokens(theme: Theme, dark: bool = False) -> Mapping[str, str]:
    """The colours by name, light or dark; what a project lays over the theme comes later and wins."""
    style = without_media(theme.assets[STYLE].decode("utf-8", "replace"))
    return {found[1]: found[4] or found[3 if dark else 2] for found in _TOKEN.finditer(style)}


def without_media(style: str, kind: str = "") -> str:
    """A stylesheet without what holds for some media only: of one kind, or of any."""
    return re.sub(rf"@media {kind}[^{{]*{_RULES}", "", style)
