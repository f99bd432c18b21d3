"""server: the preview's connections: each is read with patience, guarded, answered and counted."""

import errno
import io
import os
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from cjmgen.shell.preview.address import OWN
from cjmgen.shell.preview.answers import Answer, answer, plain
from cjmgen.shell.preview.guard import Guard
from cjmgen.shell.preview.intake import Intake, TooMuch
from cjmgen.shell.preview.showing import Showing
from cjmgen.shell.preview.stream import Watched, events
from cjmgen.shell.wrong import Refused

CONNECTIONS, STREAMS = 128, 48
"""Connections at once, and how many of them may be streams."""
SLOWEST = 20.0
"""Seconds that a browser may take to take an answer."""
STREAM = f"/{OWN}stream"

HEADERS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
}


class Visit(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server: "Preview"

    def setup(self) -> None:
        """Read through an intake instead of without bounds."""
        super().setup()
        self._intake = Intake(self.connection)
        self.rfile = io.BufferedReader(self._intake)

    def handle_one_request(self) -> None:
        """Read and answer one request; a connection that is slow, broken or talks too much is closed."""
        self._intake.renew()
        try:
            super().handle_one_request()
        except TooMuch:
            self.send_error(431, "Request Header Fields Too Large")
        except OSError:
            self.close_connection = True

    def do_GET(self) -> None:
        """Any method: the guard tells them apart."""
        self.connection.settimeout(SLOWEST)
        target = self.path
        streaming = target.split("?")[0] == STREAM
        refusal = self.server.guard.refuse(self.command, target, self.headers, streaming)
        if refusal:
            self.close_connection = True
            self._send(plain(refusal.status, refusal.words))
        elif streaming and self.command == "GET":
            self._stream(Watched.of(target))
        else:
            self._send(answer(target, self.server.showing.now))

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = do_GET

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the standard library finds wrong with a request, in one plain sentence that repeats nothing of it."""
        self.close_connection = True
        self.__dict__.setdefault("request_version", "HTTP/1.0")
        self._send(plain(int(code), "This request can't be understood."))

    def _send(self, made: Answer) -> None:
        # a request that could not be read has no headers
        asked: Message = getattr(self, "headers", None) or Message()
        same = made.status == 200 and asked.get("If-None-Match") == made.tag
        self.send_response(304 if same else made.status)
        for name, value in {**HEADERS, **_more(made)}.items():
            self.send_header(name, value)
        if not same:
            self.send_header("Content-Length", str(len(made.body)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if not same and getattr(self, "command", None) != "HEAD":
            self.wfile.write(made.body)

    def _stream(self, watched: Watched) -> None:
        self.close_connection = True
        if not self.server.streams.acquire(blocking=False):
            self._send(plain(503, "Too many pages are open."))
            return
        try:
            self.send_response(200)
            for name, value in {**HEADERS, "Content-Type": "text/event-stream", "Cache-Control": "no-store", "Connection": "close"}.items():
                self.send_header(name, value)
            self.end_headers()
            for event in events(self.server.showing, watched, self.connection):
                self.wfile.write(event)
        finally:
            self.server.streams.release()

    def version_string(self) -> str:
        """No more than the name."""
        return "cjmgen"

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for updates."""


def _more(made: Answer) -> dict[str, str]:
    """The headers that an answer of this kind has beyond those of all."""
    more = {"Content-Type": made.kind}
    if made.status == 200:
        more["ETag"] = made.tag
    if made.moved:
        more["Location"] = made.moved
    if made.status == 405:
        more["Allow"] = "GET, HEAD"
    if made.status == 503:
        more["Retry-After"] = "1"
    if made.kind == "image/svg+xml":
        more["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return more


class Preview(ThreadingHTTPServer):
    """The server: as many connections as a few browsers open, and no more."""

    daemon_threads = True
    request_queue_size = 64
    # elsewhere it would let two previews share one port
    allow_reuse_address = os.name == "posix"

    def __init__(self, host: str, port: int, showing: Showing) -> None:
        self.showing, self.guard = showing, Guard.of(host)
        self.streams = threading.BoundedSemaphore(STREAMS)
        self._places = threading.BoundedSemaphore(CONNECTIONS)
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        self.address_family = family
        super().__init__((str(address[0]), int(address[1])), Visit)

    def server_bind(self) -> None:
        """Bind without asking the network for a name, which can take seconds and is never used."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Answer, in a thread of its own, for as long as this lasts."""
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, name="cjmgen-serve", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.showing.end()
            self.shutdown()
            thread.join()

    def process_request(self, request: Any, client_address: Any) -> None:
        """A thread for each connection, while there is room."""
        if not self._places.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except BaseException:
            self._places.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Give the place free again, whatever happened."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that breaks is none of anybody's business."""


def listen(host: str, port: int, showing: Showing, tries: int = 20) -> Preview:
    """A preview at this port, or at the next that is free."""
    last = min(port + tries, 65_535) if port else 0
    for number in range(port, last + 1):
        try:
            return Preview(host, number, showing)
        except socket.gaierror:
            raise Refused(f"there is no address {host} on this machine") from None
        except OSError as failure:
            if number == last or not _taken(failure):
                raise Refused(f"can't listen at {host}, port {number}: {failure.strerror or failure}") from None
    raise AssertionError("unreachable")


def _taken(failure: OSError) -> bool:
    return failure.errno in (errno.EADDRINUSE, errno.EACCES)
