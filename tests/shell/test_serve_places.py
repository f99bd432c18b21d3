"""From a part of a page to its line in the maps, as far as a page is made of one file."""

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cjmgen.shell.clock import today
from cjmgen.shell.look import Look, Lookout
from cjmgen.shell.preview.origin import origin
from shell.previewing import previewed, save

PAGE = "journeys/first-pair/index.html"
MARKDOWN = """---
title: Buying in the shop
personas: [anna]
---

## Arrival

**Doing**:

- Looks for the entrance

**Pain points**:

- No parking

## Fitting

**Touchpoints**:

- Fitting room
"""
PATCH = """extends: first-pair
title: Next summer
stages:
- id: decision
  goal: Find the size at once
"""


@pytest.fixture
def look(project: Path) -> Look:
    """A project with a journey in each form."""
    (project / "maps" / "journeys" / "first-pair.yml").write_text(
        "title: Buying the first pair\npersonas: [anna]\nstages:\n- title: Awareness\n  actions: [Sees a pair, Waits]\n- title: Decision\n"
        "  goal: Choose a size\n  actions:\n  - Sees a pair\n  touchpoints:\n  - {title: Size guide, channel: online-shop}\n"
        "  - {title: Chat, channel: chat}\n  pains:\n  - {title: No size fits, severity: low, evidence: [calls]}\n",
        "utf-8",
    )
    (project / "maps" / "journeys" / "shop.md").write_text(MARKDOWN, "utf-8")
    (project / "maps" / "journeys" / "next-summer.yml").write_text(PATCH, "utf-8")
    (project / "maps" / "evidence").mkdir()
    (project / "maps" / "evidence" / "calls.yml").write_text("title: Calls\nkind: interview\ndate: 2026-10-01\n", "utf-8")
    (project / "maps" / "teams.yml").write_text("- {id: shop, title: Shop}\n", "utf-8")
    (project / "maps" / "channels.yml").write_text("stall:\n  title: Stall\nkiosk:\n  title: Kiosk\n", "utf-8")
    (project / "maps" / "metrics").mkdir()
    (project / "maps" / "metrics" / "nps.yml").write_text("title: NPS\ntype: nps\nvalue: 40\n", "utf-8")
    made = Lookout(project, today()).look()
    assert not made.failed
    return made


PLACES = [
    (PAGE, [], "", "maps/journeys/first-pair.yml", 1),
    ("journeys/first-pair/read.html", [], "", "maps/journeys/first-pair.yml", 1),
    (PAGE, ["s-awareness"], "", "maps/journeys/first-pair.yml", 4),
    (PAGE, ["s-decision"], "", "maps/journeys/first-pair.yml", 6),
    (PAGE, ["s-decision"], "Choose a size", "maps/journeys/first-pair.yml", 7),
    (PAGE, ["s-awareness"], "Sees a pair", "maps/journeys/first-pair.yml", 5),
    (PAGE, ["s-decision"], "Sees  a\n pair", "maps/journeys/first-pair.yml", 9),
    (PAGE, ["s-decision"], "Choose a shoe of any kind", "maps/journeys/first-pair.yml", 7),
    (PAGE, [], "Size guide −1.4 Lowest point", "maps/journeys/first-pair.yml", 11),
    (PAGE, ["s-decision"], "Waits", "maps/journeys/first-pair.yml", 6),
    (PAGE, ["t-decision-chat", "s-decision"], "", "maps/journeys/first-pair.yml", 12),
    (PAGE, ["nothing", "p-decision-no-size-fits"], "", "maps/journeys/first-pair.yml", 14),
    (PAGE, ["p-decision-unknown", "s-nowhere"], "", "maps/journeys/first-pair.yml", 1),
    (PAGE, ["e-calls"], "", "maps/evidence/calls.yml", 1),
    ("journeys/shop/index.html", ["s-fitting"], "", "maps/journeys/shop.md", 16),
    ("journeys/shop/index.html", ["s-arrival"], "Looks for the", "maps/journeys/shop.md", 10),
    ("journeys/next-summer/index.html", ["s-decision"], "Find the size at once", "maps/journeys/next-summer.yml", 5),
    ("journeys/next-summer/index.html", ["t-decision-chat"], "Chat", "maps/journeys/next-summer.yml", 1),
    ("personas/anna/index.html", [], "", "maps/personas/anna.yml", 1),
    ("teams/index.html", [], "", "maps/teams.yml", 1),
    ("teams/shop/index.html", [], "", "maps/teams.yml", 1),
    ("channels/kiosk/index.html", [], "", "maps/channels.yml", 3),
    ("metrics/nps/index.html", [], "", "maps/metrics/nps.yml", 1),
]


@pytest.mark.parametrize(("page", "ids", "words", "file", "line"), PLACES)
def test_a_part_of_a_page_stands_in_a_line_of_the_maps(look: Look, page: str, ids: list[str], words: str, file: str, line: int) -> None:
    spot = origin(look, page, ids, words)
    assert spot
    assert (spot.file, spot.line) == (file, line)


@pytest.mark.parametrize("page", ["", "index.html", "heatmap/index.html", "journeys/nowhere/index.html", "xx/journeys/first-pair/index.html", "../cjmgen.yml"])
def test_a_page_of_many_files_has_no_place(look: Look, page: str) -> None:
    assert origin(look, page, ["s-decision"]) is None


def test_the_preview_says_where_only_if_there_is_an_editor(look: Look, project: Path) -> None:
    asked = "/_cjmgen/place?" + urlencode({"page": PAGE, "id": "s-decision", "words": "Choose a size"})
    with previewed(project) as preview, preview.stream(PAGE) as states:
        assert next(states)["source"] is None
        assert preview.ask(asked)[2] == b"null"
        save(project / "cjmgen.yml", "editor: zed\n")
        assert next(states)["source"]["name"] == "maps/journeys/first-pair.yml:1:1"
        status, headers, body = preview.ask(asked)
        assert (status, headers["content-type"]) == (200, "application/json; charset=utf-8")
        assert json.loads(body) == {
            "name": "maps/journeys/first-pair.yml:7:3",
            "href": f"zed://file{project}/maps/journeys/first-pair.yml:7:3",
        }
        journey = project / "maps" / "journeys" / "first-pair.yml"
        save(journey, "# one line more, and a mistake\n" + journey.read_text("utf-8").replace("channel: chat", "channel: chatt"))
        wrong = next(states)
        assert wrong["problems"]["errors"] == 1
        assert wrong["source"]["name"] == "maps/journeys/first-pair.yml:1:1"
        assert json.loads(preview.ask(asked)[2])["name"] == "maps/journeys/first-pair.yml:8:3"
        assert preview.ask(asked, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="cors")[0] == 403
        for strange in ("", "?page=%00&id=%ff", "?page=../cjmgen.yml", "?id=t-&id=-&id=s-", "?" + "id=a&" * 30):
            assert preview.ask(f"/_cjmgen/place{strange}")[2] == b"null"
