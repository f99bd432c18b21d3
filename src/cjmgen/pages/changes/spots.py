"""spots: the ids that changes have in the page that tells them."""

import re

from cjmgen.diff.change import Place


def spot_of(place: Place) -> str:
    """The id that a change has in the page."""
    words = [place.kind, place.id, *(word for step in place.way for word in step)]
    return "c-" + "--".join(name_in_page(word) for word in words if word)


def name_in_page(word: str) -> str:
    """A word that an id in a page and its address may hold; what is no part of an id is a colon."""
    return re.sub(r"[^a-z0-9._-]+", ":", word)
