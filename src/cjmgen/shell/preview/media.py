"""media: what kind of file a path is, as browsers are told."""

TYPES = {
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8", "txt": "text/plain; charset=utf-8", "xml": "application/xml; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp", "gif": "image/gif",
}  # fmt: skip


def kind_of(path: str) -> str:
    """The media type of a file by its ending."""
    return TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream")
