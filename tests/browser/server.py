"""server: a site under http, below a base path, as a shared host would serve it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

BASE = "/base/path/"


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the site below a base path and says nothing about it."""

    def translate_path(self, path: str) -> str:
        """A path outside the base path is nowhere, as it would be on a shared host."""
        return super().translate_path("/" + path.removeprefix(BASE)) if path.startswith(BASE) else str(Path(self.directory) / "outside")

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


class _Server(ThreadingHTTPServer):
    """Takes as many connections at once as several pages may open."""

    request_queue_size = 128


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """The address of a site for as long as it is served."""
    with _Server(("127.0.0.1", 0), partial(_Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()
