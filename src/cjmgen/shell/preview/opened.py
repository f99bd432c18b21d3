"""opened: the place of a part of a page, as a browser is told of it: its name, and the address that opens it in the editor."""

from collections.abc import Sequence

from cjmgen.shell.preview.editor import link
from cjmgen.shell.preview.origin import origin
from cjmgen.shell.preview.sight import Sight
from cjmgen.shell.wrong import Refused


def opened(sight: Sight, page: str, ids: Sequence[str] = (), words: str = "") -> dict[str, str] | None:
    """Name and address; None without an editor, and for what no file in particular makes."""
    if not sight.editor or sight.editor == "none" or not sight.good:
        return None
    try:
        spot = origin(sight.good, page, ids, words)
    except (OSError, KeyError, Refused):
        # what was looked at may have changed since, and be gone; then there is no link until the next look
        return None
    return {"name": spot.name, "href": link(sight.editor, sight.root, spot)} if spot else None
