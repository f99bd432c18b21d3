"""test_journey_page: the view drawn by the default theme: every glyph and word there, one table, safe and small."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cjmgen.pages.journey.page import JourneyView
from cjmgen.render.template import environment
from cjmgen.render.theme import Theme
from cjmgen.tree import Tree

Tell = Callable[..., JourneyView]
ROOT = Path(__file__).parents[3] / "themes" / "default"

FULL = [
    {
        "title": f"Stage {at}",
        "goal": "Know",
        "description": "What happens",
        "duration": "1–3 days",
        "wait": "2 days",
        "optional": True,
        "entry": {"people": 1000 // (at + 1), "of": "visitors", "target": "60%"},
        "actions": ["a", "b", {"title": "c", "who": "olga"}, "d"],
        "thoughts": [{"title": "Hm", "description": "More", "link": "https://example.org"}],
        "questions": ["Why?"],
        "feelings": ["curious"],
        "touchpoints": [
            {
                "title": "Size guide",
                "channel": "online-shop",
                "emotion": {"anna": -1 + at, "olga": {"mean": 1 - at, "n": 9, "sd": 0.6}},
                "moment": "truth",
                "why": "They leave",
                "automated": True,
                "wait": "1 day",
                "duration": "9 min",
                "cost": "little",
                "link": "https://example.org",
                "journey": "detail",
                "next": [{"to": "leave", "share": "40%", "when": "no size"}, {"to": "stage-0"}],
                "backstage": [{"title": "Types", "who": "olga", "system": "mis", "wait": "1 h"}],
            },
            "Unfelt",
        ],
        "pains": [
            {"title": str(n), "severity": "high", "cause": "c", "frequency": "f", "evidence": [{"id": "interviews", "n": 3}]}
            for n in range(5)
        ],
        "gains": [{"title": "Works", "evidence": ["report"]}],
        "quotes": [{"text": "Oh", "speaker": "I-1", "evidence": "old"}, {"text": "Ah"}],
        "opportunities": [
            {
                "title": f"Do {status}",
                "status": status,
                "impact": 4,
                "effort": 2,
                "pains": ["0"],
                "due": "2027-01-01",
                "link": "https://example.org",
            }
            for status in ("idea", "planned", "in-progress", "done", "dropped")
        ],
        "metrics": ["nps", {"title": "Exits", "value": "41%", "target": "25%", "better": "lower"}],
        "personalization": [{"persona": "maxim", "text": "Other"}],
        "lanes": {"legal": ["Consent"]},
        "physical_evidence": ["Form"],
        "frontstage": ["Greets"],
        "support": ["Helps"],
        "policies": ["Law"],
    }
    for at in range(3)
]
EXTRA = {
    "personas": ["anna"],
    "actors": [{"id": "olga", "title": "Olga", "kind": "companion"}],
    "owner": "shop",
    "reviewed": "2026-10-01",
    "period": "2026-10",
    "target": "50%",
    "scenario": "One\n\nTwo",
    "trigger": "t",
    "end": "e",
    "notes": "n",
    "expectations": ["x"],
    "parent": "detail",
    "handoffs": [
        {"from": "shop", "to": "service", "at": f"stage-{at}", "what": "w", "works": works, "how": "h"}
        for at, works in enumerate(("yes", "partly", "no"))
    ],
}


@pytest.fixture(scope="module")
def theme() -> Theme:
    checked = Theme.read(Tree.of({str(path.relative_to(ROOT)): path.read_bytes() for path in ROOT.rglob("*") if path.is_file()}))
    assert checked.problems == ()
    return checked.value


@pytest.fixture(params=["en", "ru"])
def draw(theme: Theme, request: pytest.FixtureRequest, tell: Tell) -> Callable[..., str]:
    """Draw a journey as the page's HTML in either language; an unknown word or field is an error here."""
    made = environment(theme, theme.speaker(request.param))

    def draw(stages: list[object], **fields: object) -> str:
        view = tell(stages, language=request.param, **fields)
        return made.get_template("journey.html").render(view=view, frame=view.frame)

    return draw


class Outline(HTMLParser):
    """Counts what a page is made of, and holds that tags close in order."""

    VOID = frozenset({"meta", "link", "img", "br", "input", "col", "hr"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.columns: list[int] = []
        self.images: list[dict[str, str | None]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids += [known["id"] or ""] if "id" in known else []
        self.hrefs += [known["href"] or ""] if "href" in known else []
        self.images += [known] if known.get("role") == "img" else []
        if tag == "tr":
            self.columns.append(0)
        if tag in ("td", "th"):
            self.columns[-1] += int(known.get("colspan") or 1)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag


def test_every_row_of_the_table_has_a_cell_for_every_stage(draw: Callable[..., str]) -> None:
    outline = Outline(draw(FULL, **EXTRA))
    assert outline.open == []
    assert set(outline.columns) == {4}


def test_ids_are_unique_and_links_inside_the_page_lead_somewhere(draw: Callable[..., str]) -> None:
    outline = Outline(draw(FULL, **EXTRA))
    assert sorted(set(outline.ids)) == sorted(outline.ids)
    assert {href[1:] for href in outline.hrefs if href.startswith("#") and not href.startswith("#i-")} <= set(outline.ids)
    assert {"s-stage-0", "t-stage-1-size-guide", "p-stage-2-4", "o-stage-0-do-idea", "e-interviews"} <= set(outline.ids)


def test_every_image_says_what_it_shows(draw: Callable[..., str]) -> None:
    images = Outline(draw(FULL, **EXTRA)).images
    assert images
    assert all(image.get("aria-label") for image in images)


def test_a_cell_shows_three_items_and_keeps_the_rest_at_hand(draw: Callable[..., str]) -> None:
    page = draw([{"title": "A", "actions": ["one", "two", "three", "four", "five"]}])
    cell = re.search(r'<tbody class="lane g-x doing">.*?<td>(.*?)</td>', page, re.DOTALL)
    assert cell
    shown, rest = cell[1].split('<details class="more">')
    assert [word in shown for word in ("one", "three", "four")] == [True, True, False]
    assert "four" in rest
    assert "five" in rest


def test_authors_cannot_write_html(draw: Callable[..., str]) -> None:
    evil = '"><script>alert(1)</script><!--symbols-->'
    stage = {
        "title": evil,
        "goal": evil,
        "touchpoints": [{"title": evil, "emotion": 1, "moment": "turn", "why": evil, "next": [{"to": "leave", "when": evil}]}],
        "pains": [{"title": evil, "cause": evil}],
        "quotes": [{"text": evil, "speaker": evil}],
        "metrics": [{"title": evil, "value": 1, "series": [1, 2], "unit": evil}],
        "entry": {"people": 5, "of": evil},
        "lanes": {"x": [evil]},
    }
    page = draw([stage, {"title": "B", "entry": 2}], summary=evil, actors=[{"title": evil}])
    assert "<script>alert" not in page
    assert page.count("<!--symbols-->") == 1
    assert Outline(page).open == []


def test_a_page_of_fifteen_touchpoints_is_small(draw: Callable[..., str]) -> None:
    touchpoint = {"title": "A touchpoint", "channel": "site", "emotion": 0.5, "description": "What happens here, told in one sentence."}
    stage = {
        "title": "Stage",
        "actions": ["Does one thing in a dozen words, as such sentences on maps go"],
        "touchpoints": [touchpoint] * 3,
        "pains": [{"title": "It hurts in about forty characters, so", "severity": "high", "evidence": ["interviews"]}],
        "quotes": [{"text": "Who on earth would do that?", "speaker": "I-1"}],
        "opportunities": [{"title": "Make it better in forty characters or so", "impact": 3, "effort": 3}],
        "metrics": ["nps"],
        "entry": 100,
    }
    assert len(draw([stage] * 5, personas=["anna"]).encode()) < 60_000


def test_the_numbers_are_in_the_page_as_the_language_writes_them(draw: Callable[..., str], request: pytest.FixtureRequest) -> None:
    page = draw([{"title": "A", "entry": 120000, "emotion": -0.8}, {"title": "B", "entry": 26400}])
    english = '<html lang="en">' in page
    assert ("120,000" if english else "120\xa0000") in page
    assert ("−0.8" if english else "−0,8") in page
    assert ("22%" if english else "22\xa0%") in page
