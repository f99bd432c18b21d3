"""stream: tells an open page of every new state: what it shows in digests, and what is wrong, as server-sent events."""

import json
import select
import socket
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs

from cjmgen.shell.preview.attach import attach
from cjmgen.shell.preview.complaints import complaints
from cjmgen.shell.preview.opened import opened
from cjmgen.shell.preview.showing import Showing
from cjmgen.shell.preview.sight import Drawn, Sight
from cjmgen.value import dataclass

TURN, QUIET = 1.0, 15
"""Seconds between two looks whether the browser is still there, and turns after which a comment keeps proxies from hanging up."""
MOST = 100
"""Files that one page may watch."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What an open page shows: its files, itself first, and the digest of the page as it was sent."""

    files: tuple[str, ...]
    shown: str = ""

    @classmethod
    def of(cls, target: str) -> "Watched":
        """As the stream's address tells it: `stream?file=index.html&file=assets/cjm.css&shown=f2ef…`."""
        asked = parse_qs(target.partition("?")[2], max_num_fields=MOST * 2, errors="replace")
        return cls(tuple(dict.fromkeys(asked.get("file", ())))[:MOST], asked.get("shown", [""])[0])


def state(sight: Sight, watched: Watched) -> tuple[bytes, str]:
    """A state as one event, and the digest of the page that it shows.

    It holds the whole truth and not what changed, so that a page that missed some is up to date with the next: its id, which comes
    back as Last-Event-ID when a connection broke, needs no history. Only the page itself is sent if it is another. `null` is a file
    that is not there, `false` one that can't be drawn.
    """
    drawn = {file: sight.draw(file) for file in watched.files}
    page = drawn[watched.files[0]] if watched.files else None
    shown = page.digest if page else ""
    told = {
        "number": sight.number,
        "files": {file: None if each is None else each.digest or False for file, each in drawn.items()},
        "page": _sent(watched.files[0], page, sight) if page and watched.shown not in ("", shown) else None,
        "source": opened(sight, watched.files[0]) if watched.files else None,
        "problems": complaints(sight, [each for each in drawn.values() if each]),
    }
    return f"id: {sight.number}\nevent: state\ndata: {json.dumps(told, ensure_ascii=False)}\n\n".encode(), shown


def _sent(path: str, page: Drawn, sight: Sight) -> str | None:
    """A page as it would be answered to a request."""
    return attach(page.content, path, page.digest, sight.number).decode("utf-8", "replace") if page.digest else None


def events(showing: Showing, watched: Watched, line: socket.socket) -> Iterator[bytes]:
    """Events for as long as the browser listens: the state now, each that follows, and a comment from time to time."""
    yield b"retry: 300\n\n"
    number = turns = 0
    while not showing.ended and not _gone(line):
        sight = showing.newer(number, TURN)
        turns += 1
        if sight:
            number, turns = sight.number, 0
            event, shown = state(sight, watched)
            # a page that can't be drawn, or is gone for the moment, is still what it was in the browser
            watched = replace(watched, shown=shown if shown and watched.shown else watched.shown)
            yield event
        elif turns % QUIET == 0:
            yield b": still here\n\n"


def _gone(line: socket.socket) -> bool:
    """Whether the other end hung up; it has nothing to say otherwise."""
    ready, _, _ = select.select([line], [], [], 0)
    return bool(ready) and not line.recv(1, socket.MSG_PEEK)
