"""browser: an installed Chromium, Chrome or Edge, found, and run for one picture without network, profile or window."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from cjmgen.shell.handing import handed
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused
from cjmgen.value import dataclass

PATIENCE = 90.0
"""Seconds that a browser may take for one picture."""
NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "microsoft-edge-stable", "msedge",
)  # fmt: skip
_MAC = tuple(f"{name}.app/Contents/MacOS/{name}" for name in ("Google Chrome", "Chromium", "Microsoft Edge"))
_WINDOWS = (r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")

_QUIET = (
    "--headless", "--disable-gpu", "--hide-scrollbars", "--mute-audio", "--no-first-run", "--no-default-browser-check", "--no-pings",
    "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-domain-reliability", "--disable-breakpad", "--password-store=basic", "--use-mock-keychain", "--no-pdf-header-footer",
)  # fmt: skip
_CONTAINERS = ("/.dockerenv", "/run/.containerenv", "/run/secrets/kubernetes.io", "/var/run/secrets/kubernetes.io")
"""What Docker, Podman and Kubernetes leave inside a container."""


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser by its path."""

    path: str

    def run(self, folder: Path, start: str, *words: str) -> bytes:
        """Run it to its end on the page `start` of `folder/site`, with a profile of its own in `folder`; what it printed."""
        with handed(folder / "site") as host:
            profile = f"--user-data-dir={folder / 'profile'}"
            return self._done(folder, [*_QUIET, *_offline(host), *_sandbox(), profile, *words, f"http://{host}/{start}"])

    def _done(self, folder: Path, words: list[str]) -> bytes:
        command = [self.path, *words]
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder,
            start_new_session=os.name == "posix",
        )  # fmt: skip
        try:
            said, complaint = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            raise Refused(f"the browser {slashed(self.path)} took longer than {PATIENCE:.0f} seconds and was stopped") from None
        finally:
            _end(process)
        if process.returncode:
            raise Refused(f"the browser {slashed(self.path)} ended with {process.returncode}{_last(complaint)}")
        return said


def _offline(host: str) -> tuple[str, ...]:
    """No name is found and no address reached but that of the page: whatever else a stranger's page asks for, it gets nothing."""
    return (
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--proxy-server=http://127.0.0.1:9",
        f"--proxy-bypass-list=<-loopback>;{host}",
    )  # fmt: skip


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Stop a browser that still runs, with the processes it started: they share a group of their own."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            if os.name == "posix":
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        process.communicate()


def _last(complaint: bytes) -> str:
    """The last thing a browser said, on a line of its own."""
    lines = [line for line in complaint.decode("utf-8", "replace").splitlines() if line.strip()]
    return f"\n{''.join(sign for sign in lines[-1][:300] if sign.isprintable())}" if lines else ""


def _sandbox() -> tuple[str, ...]:
    """Chromium's own sandbox stays on, save for root in a container, where it can't start and the container is the wall."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return ()
    if any(os.path.exists(mark) for mark in _CONTAINERS):
        return ("--no-sandbox",)
    raise Refused("browsers don't run as root; run this as another user, or take --to svg, which needs no browser")


def find_browser(named: str | None = None) -> Browser:
    """The browser somebody named, else the first that is installed."""
    if named:
        found = shutil.which(os.path.expanduser(named))
        if not found:
            raise Refused(f"there is no program {slashed(named)}")
        return Browser(found)
    for name in NAMES:
        if found := shutil.which(name):
            return Browser(found)
    for place in _usual(sys.platform, os.environ):
        if place.is_file():
            return Browser(str(place))
    raise Refused("no Chromium, Chrome or Edge found\nInstall one, name one with --browser, or take --to svg, which needs none.")


def _usual(platform: str, environment: Mapping[str, str]) -> Iterator[Path]:
    """Where browsers are installed that stand on no PATH."""
    if platform == "darwin":
        yield from (folder / name for folder in (Path("/Applications"), Path.home() / "Applications") for name in _MAC)
    if platform == "win32":
        roots: Iterable[str | None] = (environment.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        yield from (Path(root) / name for root in roots if root for name in _WINDOWS)


@contextmanager
def workshop(browser: Browser) -> Iterator[Path]:
    """A folder for one picture, gone with everything in it afterwards. A browser from a snap sees only its own folders."""
    snap = Path.home() / "snap" / "chromium" / "common"
    parent = snap if "/snap/" in os.path.realpath(browser.path) + browser.path and snap.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="cjmgen-", dir=parent, ignore_cleanup_errors=True) as folder:
        yield Path(folder)
