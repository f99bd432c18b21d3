"""shoot: a journey's page photographed or printed by a browser, from a folder that holds nothing else."""

import re
from pathlib import Path

from cjmgen.pages.site.sitemap import Page
from cjmgen.render.crop import crop
from cjmgen.render.sheet import Sheet, needed, sheet
from cjmgen.render.tiles import cut, hang
from cjmgen.shell.browser import Browser, workshop
from cjmgen.shell.project import Project
from cjmgen.shell.shown import slashed
from cjmgen.shell.wrong import Refused
from cjmgen.tree import percent

LARGEST = 16_000
"""Pixels that a picture may have along a side: more than that, and browsers draw nothing."""
_FRAME = 300
"""Pixels of a window's height that its page may not get; what is too much is cut off again."""


def photograph(browser: Browser, project: Project, page: Page, dark: bool, wide: int | None, scale: float) -> bytes:
    """The page as it stands in a window that shows all stages, without bar and foot, as PNG."""
    wide = wide or needed(_stages(page))
    with workshop(browser) as folder:
        start = _lay(folder, project, page, Sheet(True, dark))
        wide, high = _measure(browser, folder, start, wide)
        if max(wide, high + _FRAME) * scale > LARGEST:
            raise Refused(f"the picture would have {round(wide * scale)} x {round(high * scale)} pixels; take a smaller --scale")
        shot = folder / "shot.png"
        window, factor = f"--window-size={wide},{high + _FRAME}", f"--force-device-scale-factor={scale:g}"
        browser.run(folder, start, window, factor, f"--screenshot={shot}")
        return crop(_result(browser, shot), round(high * scale))


def print_out(browser: Browser, project: Project, page: Page) -> bytes:
    """The page on the project's paper, as its stylesheet prints it."""
    with workshop(browser) as folder:
        return _printed(browser, folder, _lay(folder, project, page, Sheet(False)))


def print_wall(browser: Browser, project: Project, page: Page, sheets: str) -> bytes:
    """The page as it stands in a window, at its size on a wall, in sheets to glue."""
    wide = needed(_stages(page))
    with workshop(browser) as folder:
        start = _lay(folder, project, page, Sheet(True))
        wide, high = _measure(browser, folder, start, wide)
        _lay(folder, project, page, Sheet(True, size=f"{wide}px {high + 4}px"))
        try:
            return cut(_printed(browser, folder, start), wide, high, hang(wide, high, sheets))
        except ValueError as reason:
            raise Refused(f"what {slashed(browser.path)} printed can't be cut into sheets: {reason}") from None


def _stages(page: Page) -> int:
    return len(page.view().stages)  # type: ignore[attr-defined]


def _lay(folder: Path, project: Project, page: Page, how: Sheet) -> str:
    """Lay the page's files into the folder, and the pictures it may show; its address there."""
    media = {each.name: project.files[each.file] for each in project.atlas.media.values()}
    for path, content in {**media, **sheet(page, project.theme, project.theme.speaker(page.language), how)}.items():
        place = folder / "site" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return percent(page.path)


def _measure(browser: Browser, folder: Path, start: str, wide: int) -> tuple[int, int]:
    """How wide and high the page is in a window of that width."""
    said = browser.run(folder, start, f"--window-size={wide},1200", "--dump-dom")
    found = re.search(rb'<html[^>]*\bdata-size="(\d{1,6})x(\d{1,6})"', said)
    if not found:
        raise Refused(f"the browser {slashed(browser.path)} did not say how large the page is; name another with --browser")
    return int(found[1]), int(found[2])


def _printed(browser: Browser, folder: Path, start: str) -> bytes:
    place = folder / "print.pdf"
    browser.run(folder, start, f"--print-to-pdf={place}")
    return _result(browser, place)


def _result(browser: Browser, place: Path) -> bytes:
    if not place.is_file():
        raise Refused(f"the browser {slashed(browser.path)} made no file; name another with --browser")
    return place.read_bytes()
