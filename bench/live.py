"""live: how long a saved edit takes to be served, and to be seen in a browser, with the builders that have a live preview."""

import contextlib
import http.client
import math
import os
import shutil
import socket
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from builders import Builder, environment

EDITS = 30
_PATIENCE = 20.0
_EVERY = 0.002
_READY = 600.0


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds from save to effect, of the edits that had one; how many had none however long one waited."""

    median: float
    late: float
    """The 95th percentile."""
    missed: int


def served(builder: Builder, place: Path) -> Delay:
    """From the save until the page is served anew."""
    with _serving(builder, place) as address:
        return _delays(builder, place, lambda words: _came(lambda: words in _page(address)))


def seen(builder: Builder, place: Path) -> Delay | None:
    """From the save until an open page shows it; none without a browser."""
    with contextlib.ExitStack() as stack:
        browser = _browser(stack)
        if not browser:
            return None
        page = browser.new_page()
        page.goto(stack.enter_context(_serving(builder, place)))
        time.sleep(1)  # a page that has just come may still be about to listen
        return _delays(builder, place, lambda words: _shows(page, words))


def _shows(page: Any, words: str) -> bool:
    """Whether the page comes to show the words by itself; one that doesn't is loaded anew for the next edit."""
    look = "words => document.body && document.body.textContent.includes(words)"
    try:
        page.wait_for_function(look, arg=words, polling="raf", timeout=1000 * _PATIENCE)
    except _timeout():
        page.reload()
        return False
    return True


def _timeout() -> type[Exception]:
    from playwright.sync_api import TimeoutError as Late

    return Late


def _delays(builder: Builder, place: Path, comes: Callable[[str], bool]) -> Delay:
    found, missed = [], 0
    for _ in range(EDITS):
        began = time.perf_counter()
        if comes(builder.edit("text", place)):
            found.append(time.perf_counter() - began)
        else:
            missed += 1
        time.sleep(0.3)
    if len(found) < 2:
        return Delay(math.inf, math.inf, missed)
    return Delay(statistics.median(found), statistics.quantiles(found, n=20)[-1], missed)


@contextlib.contextmanager
def _serving(builder: Builder, place: Path) -> Iterator[str]:
    """The builder's server, from when it serves the page, by the page's address."""
    assert builder.serve
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = builder.serve(place, port)
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/{builder.page}"
    try:
        if not _came(lambda: _page(address) != "", _READY):
            raise SystemExit(f"{' '.join(command)} never served {address}")
        time.sleep(3)  # let a first build that goes on behind it come to its end
        yield address
    finally:
        process.terminate()
        process.wait()


def _came(true: Callable[[], bool], patience: float = _PATIENCE) -> bool:
    """Whether something came true in time."""
    end = time.monotonic() + patience
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(_EVERY)
    return True


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, http.client.HTTPException, OSError):
        return ""


def _browser(stack: contextlib.ExitStack) -> Any | None:
    """An installed Chromium, driven by Playwright; CHROMIUM=path names one."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = os.environ.get("CHROMIUM") or next((found for name in names if (found := shutil.which(name))), None)
    if not path:
        return None
    browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=path, args=["--no-sandbox"])
    stack.callback(browser.close)
    return browser
