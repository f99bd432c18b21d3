"""test_plan: every page in every language, under addresses that never collide."""

import json

from cjmgen.pages.plan import plan
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.frame import frame
from cjmgen.pages.site.sitemap import Subject
from cjmgen.pages.view import Report, Said
from pages.atlases import atlas, journey, project

PERSONA = {"personas__anna": "title: Anna\n"}


def test_the_default_language_has_no_prefix() -> None:
    made = plan(project({"a": journey("A", 1), "b2b/order": journey("B", 1)}, "languages: [en, ru]\n", **PERSONA))
    assert sorted(page.path for page in made.pages if page.language == "en") == [
        "404.html",
        "brief/index.html",
        "brief/index.json",
        "compare/index.html",
        "compare/index.json",
        "compare/journeys.js",
        "heatmap/index.html",
        "heatmap/index.json",
        "index.html",
        "index.json",
        "journeys/a/compare.js",
        "journeys/a/index.html",
        "journeys/a/index.json",
        "journeys/a/insights.html",
        "journeys/a/insights.json",
        "journeys/a/read.html",
        "journeys/b2b/order/compare.js",
        "journeys/b2b/order/index.html",
        "journeys/b2b/order/index.json",
        "journeys/b2b/order/insights.html",
        "journeys/b2b/order/insights.json",
        "journeys/b2b/order/read.html",
        "personas/anna/index.html",
        "personas/anna/index.json",
        "personas/index.html",
        "personas/index.json",
        "search/panel.js",
        "search/steps-1.js",
        "search/titles.js",
        "search/voices-1.js",
        "stages/index.html",
        "stages/index.json",
    ]
    english = {page.path for page in made.pages if page.language == "en" and page.path.endswith((".html", ".js"))} - {"404.html"}
    assert {page.path for page in made.pages if page.language == "ru"} == {f"ru/{path}" for path in english}


def test_addresses_are_unique_and_match_the_sitemap() -> None:
    made = plan(project({f"j{at:02}": journey("J", 1) for at in range(65)}, "languages: [en, ru]\n", **PERSONA))
    paths = [page.path for page in made.pages]
    assert len(set(paths)) == len(paths)
    assert all(made.sitemap.path(page.subject, page.language) == page.path for page in made.pages)


def test_without_personas_there_is_no_page_of_them() -> None:
    made = plan(project({"a": journey("A", 1)}))
    assert not any("personas" in page.path for page in made.pages)
    around = frame(Edition(project({}), made.sitemap, "en"), Subject("home"), Said("x"), Said(""), "home")
    assert [kind for kind, _ in around.nav] == ["home", "brief"]


def test_a_frame_knows_its_way_around() -> None:
    settings = "edit_url: https://example.com/edit/{path}\nissue_url: https://example.com/new\nnotice: Made up\n"
    shop = project({"a": journey("A", 1)}, f"languages: [en, ru]\n{settings}", **PERSONA)
    around = frame(Edition(shop, plan(shop).sitemap, "ru"), Subject("journey", "a"), Said("A"), Said(""), "home", "maps/journeys/a.yml")
    assert (around.path, around.root, around.home) == ("ru/journeys/a/index.html", "../../../", "../../index.html")
    assert around.nav == (("home", "../../index.html"), ("brief", "../../brief/index.html"), ("personas", "../../personas/index.html"))
    assert [(other.lang, other.href, other.current) for other in around.alternates] == [
        ("en", "../../../journeys/a/index.html", False),
        ("ru", "index.html", True),
    ]
    assert around.edit == "https://example.com/edit/maps/journeys/a.yml"
    assert (around.report, around.logo) == (Report("https://example.com/new", "", "ru/journeys/a/index.html"), "")
    assert (around.notice.text, around.notice.lang) == ("Made up", "en")


def test_pages_of_one_file_lead_to_it() -> None:
    small = {"metrics__nps": "type: nps\nvalue: 40\n", "channels": "kiosk: {title: Kiosk}\n", "teams": "desk: {title: Desk}\n"}
    shop = project({"a": journey("A", 1, more="owner: desk\n") + "  touchpoints: [{title: Map, channel: kiosk}]\n"}, "edit_url: https://example.com/edit/{path}\n", **PERSONA, **small)
    shown = {page.subject: page.view() for page in plan(shop).pages}
    for kind, id, file in (("metric", "nps", "metrics/nps.yml"), ("channel", "kiosk", "channels.yml"), ("team", "desk", "teams.yml")):
        (view,) = (view for subject, view in shown.items() if (subject.kind, subject.id) == (kind, id))
        assert view.frame.edit == f"https://example.com/edit/maps/{file}", kind  # type: ignore[attr-defined]


def test_a_logo_stands_on_every_page() -> None:
    png = b"\x89PNG\r\n\x1a\n"
    files: dict[str, str | bytes] = {"cjmgen.yml": "title: Shop\nlogo: ./logo.png\n", "logo.png": png, "maps/logo.png": png + b"other"}
    made = atlas({**files, "maps/journeys/a.yml": journey("A", 1)})
    assert list(made.media) == ["../logo.png"]
    around = frame(Edition(made, plan(made).sitemap, "en"), Subject("journey", "a"), Said("A"), Said(""), "home")
    assert around.logo == "../../" + made.media["../logo.png"].name


def test_data_is_the_map_and_what_follows_from_it() -> None:
    lanes = "  metrics: [{title: Visits, value: 9400, target: 9000}]\n  pains: [{title: P, severity: high}]\n"
    text = journey("A", -1, more="x-note: ignored\n") + lanes
    made = plan(project({"a": text}))
    (page,) = (page for page in made.pages if page.path == "journeys/a/index.json")
    data = json.loads(json.dumps(page.view()))
    assert (data["version"], data["id"], data["kind"]) == (1, "a", "journey")
    (stage,) = data["journey"]["stages"]
    assert (stage["title"], stage["emotion"], stage["metrics"][0]["value"]) == ("Awareness", -1, 9400)
    assert (data["computed"]["score"], data["computed"]["pains"]["high"]) == (-1.0, 1)
    backed = {"evidence": 0.0, "evidence_by_weight": 0.0, "claims": {"validated": 0, "reasoned": 0, "assumed": 1}}
    head = {"id": "awareness", "phase": "awareness", "score": -1.0, "people": None, "owner": None}
    assert data["computed"]["stages"] == [{**head, **backed}]
