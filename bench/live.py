"""live: how long a saved edit takes to be served, and to be seen in a browser, with the builders that have a live preview."""

import contextlib
import http.client
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
_PATIENCE = 60.0
_EVERY = 0.002
_READY = 600.0


@dataclass(frozen=True, slots=True)
class Delay:
    """Seconds from save to effect."""

    median: float
    late: float
    """The 95th percentile."""


def served(builder: Builder, place: Path) -> Delay:
    """From the save until the page is served anew."""
    with _serving(builder, place) as address:
        return _delays(builder, place, lambda words: _until(lambda: words in _page(address)))


def seen(builder: Builder, place: Path) -> Delay | None:
    """From the save until an open page shows it; none without a browser."""
    with contextlib.ExitStack() as stack:
        browser = _browser(stack)
        if not browser:
            return None
        page = browser.new_page()
        page.goto(stack.enter_context(_serving(builder, place)))
        time.sleep(1)  # a page that has just come may still be about to listen
        look = "words => document.body && document.body.textContent.includes(words)"
        return _delays(builder, place, lambda words: page.wait_for_function(look, arg=words, polling="raf", timeout=1000 * _PATIENCE))


def _delays(builder: Builder, place: Path, wait: Callable[[str], object]) -> Delay:
    found = []
    for _ in range(EDITS):
        began = time.perf_counter()
        wait(builder.edit("text", place))
        found.append(time.perf_counter() - began)
        time.sleep(0.3)
    return Delay(statistics.median(found), statistics.quantiles(found, n=20)[-1])


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
        _until(lambda: _page(address) != "", _READY)
        time.sleep(3)  # let a first build that goes on behind it come to its end
        yield address
    finally:
        process.terminate()
        process.wait()


def _until(true: Callable[[], bool], patience: float = _PATIENCE) -> None:
    end = time.monotonic() + patience
    while not true():
        if time.monotonic() > end:
            raise SystemExit("an edit was never served")
        time.sleep(_EVERY)


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
