"""desk: a project on a desk: its live preview, a browser's window on it, and edits of its maps."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Error, Page

from shell.previewing import Previewed

PAIR = "maps/journeys/first-pair.yml"
JOURNEY = "journeys/first-pair/"
MORE = "- id: size-guide\n"
"""Where a touchpoint of the journey begins."""

Windows = Callable[..., BrowserContext]


@dataclass
class Desk:
    """A project on a desk, its preview, and a window on it."""

    preview: Previewed
    page: Page
    complaints: list[str]

    @property
    def root(self) -> Path:
        """The folder of the project."""
        return self.preview.root

    def edit(self, path: str, old: str, new: str) -> None:
        """Put one text in the place of another and save."""
        place = self.root / path
        text = place.read_text("utf-8")
        assert old in text, f"{path} has no {old!r}"
        place.write_text(text.replace(old, new), "utf-8")

    def go(self, path: str) -> Page:
        """Open a page and wait until it listens; mark the window, so that a reload is noticed."""
        self.page.goto(self.preview.address + path)
        self.seen("cjmgenLive.heard")
        self.page.evaluate("window.mark = 'the same window'")
        return self.page

    def seen(self, script: str) -> Any:
        """Wait until a script finds something true in the page."""
        return waited(self.page, script)

    def shows(self, text: str) -> None:
        """Wait for a text in the main part of the page, which was not loaded anew for it."""
        self.seen(f"document.querySelector('main').textContent.includes({text!r})")
        self.same()

    def same(self) -> None:
        """The page was not loaded anew."""
        assert self.page.evaluate("window.mark") == "the same window"


def waited(page: Page, script: str, patience: float = 20_000) -> Any:
    """What a script finds, as soon as it is something; the page's policy lets no text be run in it, so that it is asked from outside."""
    for _ in range(int(patience / 5)):
        try:
            if found := page.evaluate(script):
                return found
        except Error as failure:
            # the page is just being loaded anew
            if "Execution context" not in failure.message:
                raise
        page.wait_for_timeout(5)
    raise AssertionError(f"this never came true: {script}; the page says {page.evaluate('document.body.innerText')[:500]!r}")


def sit(preview: Previewed, context: BrowserContext) -> Desk:
    """A window on a preview."""
    made = Desk(preview, context.new_page(), [])
    made.page.on("console", lambda said: made.complaints.append(said.text) if said.type in ("error", "warning") else None)
    made.page.on("pageerror", lambda error: made.complaints.append(str(error)))
    return made
