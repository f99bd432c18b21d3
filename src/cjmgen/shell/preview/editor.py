"""editor: links that open a file of the project in the editor that its settings name."""

from pathlib import Path
from urllib.parse import quote

from cjmgen.report.spot import Spot

EDITORS = {
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "cursor": "cursor://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
}
"""The addresses that editors answer to; nothing that a map says is ever part of one but a file's path."""


def link(editor: str | None, root: Path, spot: Spot) -> str:
    """The address that opens a place in the editor; "" if none is named."""
    pattern = EDITORS.get(editor or "")
    if not pattern or not spot.file:
        return ""
    place = (root / spot.file).as_posix()
    rooted = place if place.startswith("/") else f"/{place}"
    return pattern.format(path=quote(rooted, safe="/:"), line=max(spot.line, 1), column=max(spot.column, 1))
