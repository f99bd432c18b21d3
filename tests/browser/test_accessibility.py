"""test_accessibility: axe-core finds nothing against WCAG 2.2 A and AA or good practice, in both themes, at three widths."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def findings(page) -> list[str]:
    """What axe-core complains about, a line an element."""
    options = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"], "preload": False}
    result = page.evaluate("options => axe.run(document, options)", options)
    return [f"{found['id']}: {node['target']}: {node['failureSummary']}" for found in result["violations"] for node in found["nodes"]]


def window(visit, width: int, dark: bool):
    """A window that has axe-core in it."""
    if not AXE.is_file():
        pytest.skip("axe-core is missing: npm ci --ignore-scripts")
    visitor = visit(width=width, dark=dark)
    visitor.context.add_init_script(path=AXE)
    return visitor


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_kind_of_page_is_accessible(visit, samples, width: int, dark: bool) -> None:
    visitor = window(visit, width, dark)
    found = {sample.path: findings(visitor.go(sample.path)) for sample in samples}
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_every_page_is_accessible(visit, pages) -> None:
    visitor = window(visit, 1440, False)
    found = {page.path: findings(visitor.go(page.path)) for page in pages}
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_axe_would_find_a_mistake(visit, samples) -> None:
    page = window(visit, 1440, False).go(samples[0].path)
    page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\"><button></button>')")
    assert {found.split(":")[0] for found in findings(page)} >= {"image-alt", "button-name"}


def test_what_unfolds_is_accessible(visit, journey: str) -> None:
    page = window(visit, 1440, False).go(journey)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert findings(page) == []
