"""handing: the files of one folder, handed to a browser over an address of this machine that is there for as long as it looks.

A page of a stranger's templates that came from the disk could show, run and follow whatever else lies on the disk. One that came over
an address gets nothing but what lies below that address.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class _Handler(SimpleHTTPRequestHandler):
    """Hands over files without a word, each named the same on every system."""

    extensions_map = {  # noqa: RUF012
        "": "application/octet-stream", ".css": "text/css", ".gif": "image/gif", ".html": "text/html", ".jpeg": "image/jpeg",
        ".jpg": "image/jpeg", ".js": "text/javascript", ".png": "image/png", ".svg": "image/svg+xml", ".webp": "image/webp",
    }  # fmt: skip

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


class _Server(ThreadingHTTPServer):
    """Hands over to a browser that may be gone at any moment."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that stops listening has seen enough."""


@contextmanager
def handed(folder: Path) -> Iterator[str]:
    """Host and port at which the files of a folder can be had."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
