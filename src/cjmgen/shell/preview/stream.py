"""stream: tells an open page of every new state: what it shows in digests, and what is wrong, as server-sent events."""

import json
import select
import socket
from collections.abc import Iterator
from urllib.parse import parse_qs

from cjmgen.shell.preview.complaints import complaints
from cjmgen.shell.preview.opened import opened
from cjmgen.shell.preview.showing import Showing
from cjmgen.shell.preview.sight import Sight

TURN, QUIET = 1.0, 15
"""Seconds between two looks whether the browser is still there, and turns after which a comment keeps proxies from hanging up."""
MOST = 100
"""Files that one page may watch."""


def wanted(target: str) -> tuple[str, ...]:
    """The files that a page shows, itself first, as its address names them: `stream?file=index.html&file=assets/cjm.css`."""
    asked = parse_qs(target.partition("?")[2], max_num_fields=MOST * 2, errors="replace")
    return tuple(dict.fromkeys(asked.get("file", ())))[:MOST]


def state(sight: Sight, files: tuple[str, ...]) -> bytes:
    """A state as one event.

    It holds the whole truth and not what changed, so that a page that missed some is up to date with the next: its id, which comes
    back as Last-Event-ID when a connection broke, needs no history. `null` is a file that is not there, `false` one that can't be drawn.
    """
    drawn = {file: sight.draw(file) for file in files}
    told = {
        "number": sight.number,
        "files": {file: None if each is None else each.digest or False for file, each in drawn.items()},
        "source": opened(sight, files[0]) if files else None,
        "problems": complaints(sight, [each for each in drawn.values() if each]),
    }
    return f"id: {sight.number}\nevent: state\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode()


def events(showing: Showing, files: tuple[str, ...], line: socket.socket) -> Iterator[bytes]:
    """Events for as long as the browser listens: the state now, each that follows, and a comment from time to time."""
    yield b"retry: 300\n\n"
    number = turns = 0
    while not showing.ended and not _gone(line):
        sight = showing.newer(number, TURN)
        turns += 1
        if sight:
            number, turns = sight.number, 0
            yield state(sight, files)
        elif turns % QUIET == 0:
            yield b": still here\n\n"


def _gone(line: socket.socket) -> bool:
    """Whether the other end hung up; it has nothing to say otherwise."""
    ready, _, _ = select.select([line], [], [], 0)
    return bool(ready) and not line.recv(1, socket.MSG_PEEK)
