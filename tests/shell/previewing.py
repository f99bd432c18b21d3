"""previewing: a live preview inside the test's process, and raw connections to it."""

import http.client
import json
import os
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cjmgen.shell.clock import Day, today
from cjmgen.shell.look import Lookout
from cjmgen.shell.preview.bell import Bell
from cjmgen.shell.preview.rounds import Rounds
from cjmgen.shell.preview.server import Preview, listen
from cjmgen.shell.preview.showing import Showing
from cjmgen.shell.preview.told import Told
from cjmgen.shell.preview.watch import watch

PATIENCE = 20.0


def until(condition: Callable[[], object], patience: float = PATIENCE) -> Any:
    """Wait for something to be so, and fail if it never is."""
    end = time.monotonic() + patience
    while not (found := condition()):
        assert time.monotonic() < end, f"this never came true: {condition}"
        threading.Event().wait(0.002)
    return found


def save(place: Path, text: str) -> None:
    """Save a file in one step, so that it is seen in one step however busy the machine is."""
    beside = place.with_name(f".{place.name}")
    beside.write_text(text, "utf-8")
    os.replace(beside, place)


@dataclass
class Previewed:
    """A running preview: what it shows, what it said, and how to ask it."""

    root: Path
    server: Preview
    showing: Showing
    bell: Bell
    said: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Where it listens."""
        return self.server.server_port

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.port}/"

    def raw(self, sent: bytes) -> bytes:
        """Everything that is answered to these bytes until the preview hangs up."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as line:
            got = b""
            # a preview that has heard enough hangs up in the middle
            with suppress(ConnectionResetError, BrokenPipeError):
                line.sendall(sent)
            with suppress(OSError):
                line.shutdown(socket.SHUT_WR)
            with suppress(ConnectionResetError):
                while more := line.recv(65536):
                    got += more
            return got

    def ask(self, target: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers by their names in lower case, and body of one answer."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            line.putrequest(method, target, skip_host=True)
            for name, value in {"Host": f"127.0.0.1:{self.port}", **{key.replace("_", "-"): value for key, value in headers.items()}}.items():
                line.putheader(name, value)
            line.endheaders()
            answer = line.getresponse()
            return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
        finally:
            line.close()

    @contextmanager
    def stream(self, *files: str, shown: str = "", **headers: str) -> Iterator[Iterator[dict[str, Any]]]:
        """The states that the stream tells of."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            asked = "&".join((f"shown={shown}", *(f"file={file}" for file in files)))
            line.request("GET", f"/_cjmgen/stream?{asked}", headers={key.replace("_", "-"): value for key, value in headers.items()})
            with line.getresponse() as answer:
                yield _states(answer)
        finally:
            line.close()

    def newer(self, number: int) -> int:
        """The number of the next state after this one, once it is there."""
        return int(until(lambda: self.showing.now.number > number and self.showing.now.number))


def _states(answer: http.client.HTTPResponse) -> Iterator[dict[str, Any]]:
    assert answer.status == 200
    id = b""
    while line := answer.readline():
        if line.startswith(b"id: "):
            id = line[4:].strip()
        if line.startswith(b"data: "):
            state = json.loads(line[6:])
            assert id == b"%d" % state["number"]
            yield state


@contextmanager
def previewed(root: Path, poll: bool = False, day: Day | None = None, looking: bool = True) -> Iterator[Previewed]:
    """A preview of a project for as long as it is needed; not `looking`, it is one whose first look is never through."""
    showing, bell, said = Showing(), Bell(), []
    lookout = Lookout(root, day or today())
    watcher = watch(lookout.root, bell, "", poll)
    server = listen("127.0.0.1", 0, showing)
    rounds = Rounds(lookout, showing, bell, watcher, Told(said.append, False))
    thread = threading.Thread(target=rounds.run, args=(lambda: showing.ended,))
    try:
        with server, server.serving():
            preview = Previewed(root, server, showing, bell, said)
            if looking:
                thread.start()
                preview.newer(0)
            yield preview
    finally:
        bell.ring("cjmgen.yml")
        watcher.stop()
        if looking:
            thread.join(PATIENCE)
        assert not thread.is_alive()


def number_in(page: bytes) -> int:
    """The number of the state that a page was sent in."""
    found = re.search(rb'data-number="(\d+)"', page)
    assert found
    return int(found[1])
