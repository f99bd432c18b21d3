"""guard: who may ask the preview for what. A web page elsewhere must not read maps through its reader's browser."""

import ipaddress
import re
import socket
from email.message import Message

from cjmgen.value import dataclass

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104
"""Hosts to listen at that mean every address of the machine."""
READING = ("GET", "HEAD")

_HOST = re.compile(r"(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9._-]{1,253}))(?::([0-9]{1,5}))?")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered: an HTTP status and a sentence."""

    status: int
    words: str


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the names that the preview goes by.

    A page whose name was pointed at this machine (DNS rebinding) is found out by its `Host`. An address in figures can't be
    pointed elsewhere, so where the preview listens everywhere, every such address is fine.
    """

    names: frozenset[str]
    figures: bool

    @staticmethod
    def of(host: str) -> "Guard":
        """The guard of a preview that listens at this host."""
        if host in EVERYWHERE:
            own = socket.gethostname().lower()
            return Guard(LOCAL | {own, f"{own}.local"}, True)
        return Guard(LOCAL | {host.lower()}, False)

    def refuse(self, method: str, target: str, headers: Message, streaming: bool) -> Refusal | None:
        """What is wrong with a request, if anything is. Raises for nothing that a stranger may send."""
        if method not in READING:
            return Refusal(405, "The preview is there to be read: GET and HEAD.")
        if not target.startswith("/") or target.startswith("//"):
            return Refusal(400, "An address begins with one slash.")
        if headers.defects or headers.get_payload():
            return Refusal(400, "These headers can't be read.")
        if headers.get("Content-Length", "0") != "0" or headers.get("Transfer-Encoding"):
            return Refusal(400, "Nothing can be sent to the preview.")
        hosts = headers.get_all("Host") or []
        if len(hosts) != 1 or not self._ours(hosts[0]):
            return Refusal(403, "The preview does not go by this name. Start it with --host NAME if it should.")
        return _foreign(headers, hosts[0], streaming)

    def _ours(self, host: str) -> bool:
        found = _HOST.fullmatch(host)
        if not found:
            return False
        name = (found[1] or found[2]).lower()
        return name in self.names or (self.figures and _in_figures(name))


def _foreign(headers: Message, host: str, streaming: bool) -> Refusal | None:
    """A request that a page of another origin makes, save for a link that is followed: nobody can read what that brings."""
    origins = headers.get_all("Origin") or []
    if any(origin.lower() not in (f"http://{host.lower()}", f"https://{host.lower()}") for origin in origins):
        return Refusal(403, "Pages from elsewhere may not read the preview.")
    site, mode = headers.get("Sec-Fetch-Site", "none"), headers.get("Sec-Fetch-Mode", "")
    if site not in ("none", "same-origin") and (streaming or mode != "navigate"):
        return Refusal(403, "Pages from elsewhere may not read the preview.")
    return None


def _in_figures(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
