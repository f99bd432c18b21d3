"""intake: reads what a connection sends, so much for a request and no more, and for so long and no longer."""

import io
import socket
import time

PATIENCE = 15.0
"""Seconds from the end of an answer to the end of the next request; a browser opens another connection when it needs one."""
LARGEST = 32_768
"""Bytes of a request, all its headers together."""


class TooMuch(OSError):
    """A request is longer than any that a browser sends."""


class Intake(io.RawIOBase):
    """The readable end of a connection. `renew` before each request."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self.renew()

    def renew(self) -> None:
        """The next request has all of its time and space."""
        self._until = time.monotonic() + PATIENCE
        self._left = LARGEST

    def readable(self) -> bool:
        """For the buffer around it."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """What came, at most what is left. Raises TooMuch, and TimeoutError once the time is over, however often a byte came."""
        if self._left <= 0:
            raise TooMuch
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._line.settimeout(left)
        got = self._line.recv_into(buffer[: self._left])
        self._left -= got
        return got
