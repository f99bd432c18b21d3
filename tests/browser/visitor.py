"""visitor: windows on a site that hear what its pages complain about, and leave nothing to those who come after."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route


@dataclass
class Visitor:
    """A browser window on the site; collects what a page complains about and asks for from outside."""

    context: BrowserContext
    page: Page
    start: str
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Listen."""
        self.page.on("console", self.hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.route(re.compile(f"^(?!{re.escape(self.start)}|data:)"), self.stay)

    def hear(self, said: ConsoleMessage) -> None:
        """Note what the page complains about."""
        if said.type in ("error", "warning"):
            self.complaints.append(f"{said.type}: {said.text}")

    def stay(self, route: Route) -> None:
        """Let nothing through that is not of this site; only that gets here."""
        if route.request.url.endswith("/favicon.ico"):
            route.fulfill(status=204)
        else:
            self.complaints.append(f"a request to the outside: {route.request.url}")
            route.abort()

    def go(self, path: str, fragment: str = "") -> Page:
        """Open a page of the site afresh, even where only the fragment is another one."""
        if self.page.url.partition("#")[0] == self.start + path:
            self.page.goto("about:blank")
        self.page.goto(f"{self.start}{path}{fragment}", wait_until="load")
        return self.page


Open = Callable[..., Visitor]


@dataclass
class Lobby:
    """A browser in which one window with scripts and one without stay open: a tab beside them costs a third of one more window."""

    browser: Browser
    contexts: dict[bool, BrowserContext] = field(default_factory=dict)
    visitors: list[Visitor] = field(default_factory=list)

    def enter(self, start: str, width: int, height: int, dark: bool, script: bool) -> Visitor:
        """A visitor of the site that starts there."""
        context = self._context(script)
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if dark else "light")
        self.visitors.append(Visitor(context, page, start))
        return self.visitors[-1]

    def _context(self, script: bool) -> BrowserContext:
        if script not in self.contexts:
            self.contexts[script] = self.browser.new_context(java_script_enabled=script, reduced_motion="reduce", service_workers="block")
            self.contexts[script].new_page()
        return self.contexts[script]

    def empty(self) -> list[str]:
        """See everybody out; what they complained about. No tab, no permission and nothing stored is left."""
        said = [complaint for visitor in self.visitors for complaint in visitor.complaints]
        starts = sorted({visitor.start for visitor in self.visitors})
        self.visitors.clear()
        for context in self.contexts.values():
            first, *others = context.pages
            for page in others:
                page.close()
            context.clear_permissions()
            context.clear_cookies()
            _clear(context, first, starts)
        return said


def _clear(context: BrowserContext, page: Page, starts: list[str]) -> None:
    session = context.new_cdp_session(page)
    for start in starts:
        origin = "file://" if start.startswith("file:") else "/".join(start.split("/")[:3])
        session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
    session.detach()
