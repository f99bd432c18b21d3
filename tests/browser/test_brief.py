"""test_brief: the sheet for a director is one sheet, however long its texts and however little there is to say."""

import datetime
import re
from pathlib import Path

import pytest

from cjmgen import pipeline
from cjmgen.shell import disk
from cjmgen.tree import Tree

ROOT = Path(__file__).parent.parent.parent
TODAY = datetime.date(2026, 11, 21)
LONG = "Согласование условий обслуживания корпоративных клиентов с учётом региональных особенностей и исключений"


def stage(number: int) -> str:
    title = f"{LONG} {number}"
    return f"""- title: "{title}"
  emotion: {-1.5 + number / 4}
  pains: [{{id: p, title: "{title}. {LONG}", severity: critical, evidence: [talks]}}]
  opportunities: [{{title: "{title}. {LONG}", impact: 5, effort: 1, owner: team, due: 2026-12-30, pains: [p]}}]
"""


def told(stages: str) -> dict[str, str]:
    return {
        "cjmgen.yml": f'title: "{LONG}"\nlanguages: [ru, en]\nnotice: "{LONG}. {LONG}. {LONG}."\n',
        "maps/teams.yml": f'team: {{title: "{LONG}"}}\n',
        "maps/evidence/talks.yml": f'title: "{LONG}"\nkind: interview\nn: 12\n',
        "maps/journeys/a.yml": f'title: "{LONG}"\nstages:\n{stages}',
        "maps/journeys/b.yml": f'title: "{LONG} B"\nstages:\n{stages}',
    }


PROJECTS = {
    "long": told("".join(map(stage, range(9)))),
    "bare": told("- {title: Этап, actions: [Смотрит]}\n"),
    "nothing-counted": told("".join(map(stage, range(3)))) | {"maps/journeys/b.yml": "title: B\nstatus: draft\nstages: []\n"},
}


def sheets(page) -> int:
    """How many sheets the page prints on."""
    paper = page.pdf(prefer_css_page_size=True, print_background=True)
    boxes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", paper)
    assert {(round(float(wide)), round(float(high))) for wide, high in boxes} == {(595, 842)}, "A4, upright"
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize("path", ["brief/index.html", "ru/brief/index.html"])
def test_the_brief_of_our_own_maps_is_one_sheet(visit, path: str) -> None:
    assert sheets(visit().go(path)) == 1


@pytest.mark.parametrize("name", PROJECTS)
def test_the_brief_is_one_sheet_whatever_it_says(browser, tmp_path: Path, name: str) -> None:
    files = Tree.of({path: text.encode() for path, text in PROJECTS[name].items()})
    built = pipeline.build(files, disk.folder(ROOT / "themes" / "default"), TODAY).value
    for path, content in built.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    context = browser.new_context(viewport={"width": 320, "height": 900})
    page = context.new_page()
    for path in ("brief/index.html", "en/brief/index.html"):
        page.goto((tmp_path / path).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "no sideways scroll"
        assert sheets(page) == 1, path
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 680, "height": 960})
        box, last = (page.locator(each).bounding_box() for each in (".brief", ".trusted"))
        assert last["y"] + last["height"] <= box["y"] + box["height"] + 1, "how far to trust it is never cut off"
        page.emulate_media(media="null")
        page.set_viewport_size({"width": 320, "height": 900})
    context.close()
