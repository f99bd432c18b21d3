"""The preview reads maps to their author and to nobody else: whatever a stranger sends is refused, and nothing ends it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from email.message import Message
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.shell.preview import intake, server
from cjmgen.shell.preview.address import goal, read_target
from cjmgen.shell.preview.guard import Guard
from shell.conftest import MAP
from shell.previewing import Previewed, previewed, until


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    """One preview for all attacks: each has to leave it as it was."""
    root = tmp_path_factory.mktemp("attacked") / "shop"
    (root / "maps" / "journeys").mkdir(parents=True)
    (root / "maps" / "personas").mkdir()
    (root / "cjmgen.yml").write_text("title: Northstep journeys\n", "utf-8")
    (root / "secret.txt").write_text("hush", "utf-8")
    (root / "maps" / "journeys" / "first-pair.yml").write_text(MAP, "utf-8")
    (root / "maps" / "personas" / "anna.yml").write_text("title: Anna\n", "utf-8")
    with previewed(root) as running:
        yield running


@pytest.fixture(autouse=True)
def still_there(preview: Previewed) -> Iterator[None]:
    """After every attack the site is there, and every connection given back."""
    yield
    assert preview.ask("/")[0] == 200
    until(lambda: preview.server._places._value == server.CONNECTIONS)  # type: ignore[attr-defined]


STREAM = "/_cjmgen/stream?file=index.html"
HOSTS = (
    "evil.example", "evil.example:{port}", "127.0.0.1.evil.example", "localhost.evil.example:{port}", "evil.example#127.0.0.1", "evil.example@127.0.0.1",
    "127.0.0.1@evil.example", "127.0.0.1:{port}@evil.example", "0.0.0.0:{port}", "192.168.1.5:{port}", "[::2]:{port}", "[::1", "::1", "localhost:99999999", "localhost:x",
    "localhost:", "", " ", "localhost, evil.example", "%6cocalhost", "loc\xe4lhost", "[" * 100, "127.1", "2130706433", "0x7f000001",
)  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_a_name_that_is_not_ours_gets_nothing(preview: Previewed, host: str) -> None:
    status, headers, body = preview.ask("/journeys/first-pair/", Host=host.format(port=preview.port))
    assert status in (400, 403)
    assert b"Northstep" not in body
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("host", ["localhost", "LocalHost:{port}", "127.0.0.1:{port}", "[::1]:{port}", "127.0.0.1:9000"])
def test_our_own_names_are_answered(preview: Previewed, host: str) -> None:
    assert preview.ask("/", Host=host.format(port=preview.port))[0] == 200


FOREIGN = [
    ("/", {"Origin": "http://evil.example"}, 403),
    ("/", {"Origin": "null"}, 403),
    ("/", {"Origin": "http://127.0.0.1:1"}, 403),
    ("/index.json", {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors"}, 403),
    ("/assets/cjm.js", {"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"}, 403),
    ("/", {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}, 200),
    (STREAM, {"Origin": "http://evil.example"}, 403),
    (STREAM, {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "cors"}, 403),
    (STREAM, {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}, 403),
    (STREAM, {"Sec_Fetch_Site": "same-site"}, 403),
    (STREAM, {"Host": "evil.example"}, 403),
]


@pytest.mark.parametrize(("target", "headers", "status"), FOREIGN)
def test_pages_from_elsewhere_read_nothing(preview: Previewed, target: str, headers: dict[str, str], status: int) -> None:
    got, told, body = preview.ask(target, **headers)
    assert got == status
    assert not [name for name in told if name.startswith("access-control")]
    assert status == 200 or b"Northstep" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW", "get"])
def test_nothing_can_be_written(preview: Previewed, method: str) -> None:
    status, headers, body = preview.ask("/", method)
    assert status in (405, 501)
    assert headers.get("allow", "GET, HEAD") == "GET, HEAD"
    assert b"Northstep" not in body


TRAVERSAL = (
    "/../secret.txt", "/../../../../etc/passwd", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/..%5csecret.txt", "/..\\secret.txt",
    "/assets/../../secret.txt", "/assets/..%2f..%2fsecret.txt", "/journeys%2ffirst-pair%2findex.html", "/journeys\\first-pair\\index.html", "/./index.html",
    "/secret.txt", "/cjmgen.yml", "/maps/journeys/first-pair.yml", "/C:/secret.txt", "/index.html%00.txt", "/index.html%0d%0aX-Evil:%201", "/%ff%fe", "/%c0%ae%c0%ae/secret.txt",
    "/_cjmgen/../index.html", "/_cjmgen/live.css/..", "/_cjmgen/10-shadow.js", "/_cjmgen/__init__.py", "/_cjmgen/", "/index.html/", "/index.html/..",
    "//evil.example/", "//evil.example/%2e%2e", "///", "/file:///etc/passwd", "/index.htmlx", "/%", "/%zz", "/~root", "/index.html::$DATA", "/con", "/aux.html",
)  # fmt: skip


@pytest.mark.parametrize("target", TRAVERSAL)
def test_nothing_but_the_site_can_be_had(preview: Previewed, target: str) -> None:
    status, headers, body = preview.ask(target)
    assert b"hush" not in body
    assert b"root:" not in body
    assert b"personas: [anna]" not in body
    assert "x-evil" not in headers
    assert "evil" not in headers.get("location", "")
    # two slashes at the start are read as one, which is the home page and no way out
    assert status in (400, 404) or target == "///"


WHOLE = b"GET / HTTP/1.1\r\nHost: localhost\r\n"
MALFORMED = {
    "nothing": b"",
    "an empty line": b"\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "no target": b"GET\r\n\r\n",
    "another protocol": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)),
    "SSH": b"SSH-2.0-OpenSSH_9.6\r\n",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "a version beyond": b"GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
    "a version that is none": b"GET / HTTP/1.x\r\nHost: localhost\r\n\r\n",
    "a version of nines": b"GET / HTTP/" + b"9" * 300 + b".1\r\nHost: localhost\r\n\r\n",
    "four words": b"GET / index.html HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "an absolute address": b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "an absolute address of ours": b"GET http://localhost/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "a star": b"GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "two hosts": b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    "the same host twice": WHOLE + b"Host: localhost\r\n\r\n",
    "a folded host": b"GET / HTTP/1.1\r\nHost: localhost\r\n evil.example\r\n\r\n",
    "a header without a colon": WHOLE + b"what is this\r\n\r\n",
    "two origins": WHOLE + b"Origin: http://localhost\r\nOrigin: http://evil.example\r\n\r\n",
    "a body": WHOLE + b"Content-Length: 5\r\n\r\nhello",
    "a body in chunks": WHOLE + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "a length that is none": WHOLE + b"Content-Length: -1\r\n\r\n",
    "a hundred and one headers": WHOLE + b"".join(b"X-%d: a\r\n" % n for n in range(120)) + b"\r\n",
    "a huge header": WHOLE + b"X-Large: " + b"a" * 100_000 + b"\r\n\r\n",
    "huge headers": WHOLE + b"".join(b"X-%d: " % n + b"a" * 1000 + b"\r\n" for n in range(90)) + b"\r\n",
    "a huge address": b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "noughts": b"\0" * 5000,
    "a line without end": b"A" * 200_000,
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_no_request_is_no_end(preview: Previewed, name: str) -> None:
    answered = preview.raw(MALFORMED[name])
    assert not answered.startswith(b"HTTP/1.1 200"), answered[:200]
    assert b"Northstep" not in answered
    assert b"<html" not in answered


def test_a_refused_body_is_not_read_as_the_next_request(preview: Previewed) -> None:
    hidden = b"GET /journeys/first-pair/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    answered = preview.raw(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(hidden) + hidden)
    assert answered.count(b"HTTP/1.1 ") == 1
    assert answered.startswith(b"HTTP/1.1 405")


def test_a_slow_sender_is_hung_up_on(preview: Previewed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "PATIENCE", 0.3)
    with socket.create_connection(("127.0.0.1", preview.port), timeout=20) as line:
        over = threading.Event()

        def drip() -> None:
            try:
                while not over.wait(0.05):
                    line.sendall(b"X")
            except OSError:
                pass

        dripping = threading.Thread(target=drip)
        dripping.start()
        try:
            assert _hung_up(line)
        finally:
            over.set()
            dripping.join()


def _hung_up(line: socket.socket) -> bool:
    try:
        return line.recv(65536) == b""
    except ConnectionResetError:
        return True


def test_many_connections_leave_room_for_the_next(preview: Previewed) -> None:
    lines: list[socket.socket] = []
    try:
        lines.extend(socket.create_connection(("127.0.0.1", preview.port), timeout=20) for _ in range(server.CONNECTIONS + 40))
        until(lambda: preview.server._places._value == 0)  # type: ignore[attr-defined]
        assert _hung_up(lines[-1])
        assert threading.active_count() < server.CONNECTIONS + 20
    finally:
        for line in lines:
            line.close()
    until(lambda: preview.server._places._value > 0)  # type: ignore[attr-defined]


def test_streams_are_counted_and_given_back(preview: Previewed) -> None:
    with ExitStack() as stack:
        for states in [stack.enter_context(preview.stream("index.html")) for _ in range(server.STREAMS)]:
            next(states)
        assert preview.ask(STREAM)[0] == 503
    until(lambda: preview.server.streams._value == server.STREAMS)  # type: ignore[attr-defined]
    with preview.stream("index.html") as states:
        assert next(states)["number"] == preview.showing.now.number


def test_everything_that_is_answered_keeps_to_itself(preview: Previewed) -> None:
    for target in ("/", "/assets/cjm.css", "/nowhere", "/_cjmgen/live.js", "/index.json"):
        _, headers, _ = preview.ask(target)
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["server"] == "cjmgen"


@given(st.text(max_size=80), st.text(max_size=40))
def test_no_host_and_no_address_is_beyond_reading(target: str, host: str) -> None:
    headers = Message()
    headers.add_header("X-Other", "1")
    headers._headers.append(("Host", host))  # type: ignore[attr-defined]
    refusal = Guard.of("127.0.0.1").refuse("GET", target, headers, False)
    assert refusal or target.startswith("/")
    path = read_target(target)
    assert path is None or goal(path, ("index.html", "a/index.html"), "https://example.org/base/").path is not None


def test_an_address_in_figures_is_fine_only_where_the_preview_listens_everywhere() -> None:
    headers = Message()
    headers["Host"] = "192.168.1.5:8000"
    assert Guard.of("0.0.0.0").refuse("GET", "/", headers, False) is None
    assert Guard.of("127.0.0.1").refuse("GET", "/", headers, False)
    assert Guard.of("192.168.1.5").refuse("GET", "/", headers, False) is None
    headers.replace_header("Host", "rebound.example")
    assert Guard.of("0.0.0.0").refuse("GET", "/", headers, False)


def test_the_project_is_where_it_was(preview: Previewed) -> None:
    assert isinstance(preview.root, Path)
    assert {place.name for place in preview.root.iterdir()} - {".cjmgen"} == {"cjmgen.yml", "maps", "secret.txt"}
