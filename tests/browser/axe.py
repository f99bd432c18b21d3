"""axe: axe-core in a browser window, against WCAG 2.2 A and AA and good practice."""

from functools import cache
from pathlib import Path

import pytest

AXE = Path(__file__).parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


@cache
def _source() -> str:
    return AXE.read_text("utf-8")


def window(visit, width: int = 1440, dark: bool = False, script: bool = True, http: bool = False):
    """A window for pages that are to be looked at by axe-core.

    Without script means without the site's: axe-core is a script itself, so the window runs scripts and gets empty ones.
    """
    if not AXE.is_file():
        pytest.skip("axe-core is missing: npm ci --ignore-scripts")
    visitor = visit(width=width, dark=dark, http=http)
    visitor.page.add_init_script(_source())
    if not script:
        visitor.page.route("**/*.js", lambda route: route.fulfill(content_type="text/javascript", body=""))
    return visitor


def findings(page) -> list[str]:
    """What axe-core complains about, a line an element."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_source())
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    result = page.evaluate("options => axe.run(document, options)", options)
    return [f"{found['id']}: {node['target']}: {node['failureSummary']}" for found in result["violations"] for node in found["nodes"]]
