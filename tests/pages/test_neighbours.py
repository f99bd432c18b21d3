"""test_neighbours: what a page tells of itself: the address to keep, its other languages, and the way home from nowhere."""

import pytest

from cjmgen.pages.plan import plan
from cjmgen.pages.site.missing import MissingView
from cjmgen.pages.site.sitemap import absolute, base_of
from cjmgen.pages.view import Frame, Report
from pages.atlases import journey, project

SITE = "url: https://maps.example.org/cjm\nlanguages: [en, ru]\n"


def frames(settings: str) -> dict[str, Frame]:
    atlas = project({"a": journey("A", 1) + "was: [old]\n"}, settings, personas__anna="title: Anna\n")
    return {page.path: page.view().frame for page in plan(atlas).pages if page.path.endswith(".html")}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("url", "path", "address", "base"),
    [
        ("https://x.org", "index.html", "https://x.org/", "/"),
        ("https://x.org/", "a/index.html", "https://x.org/a/", "/"),
        ("https://x.org/maps/", "a/read.html", "https://x.org/maps/a/read.html", "/maps/"),
        ("https://x.org/maps/b?q#f", "a/my-index.html", "https://x.org/maps/b/a/my-index.html", "/maps/b/"),
        ("https://x.org", "a/ж б.json", "https://x.org/a/%D0%B6%20%D0%B1.json", "/"),
    ],
)
def test_full_addresses(url: str, path: str, address: str, base: str) -> None:
    assert (absolute(url, path), base_of(url)) == (address, base)


def test_a_page_names_itself_and_its_other_languages() -> None:
    around = frames(SITE)["ru/journeys/a/index.html"]
    assert around.address == "https://maps.example.org/cjm/ru/journeys/a/"
    assert [(other.lang, other.address) for other in around.alternates] == [
        ("en", "https://maps.example.org/cjm/journeys/a/"),
        ("ru", "https://maps.example.org/cjm/ru/journeys/a/"),
    ]


@pytest.mark.parametrize("path", ["journeys/a/read.html", "journeys/old/index.html"])
def test_a_page_that_stands_for_another_names_that_one(path: str) -> None:
    around = frames(SITE)[path]
    assert around.address == "https://maps.example.org/cjm/journeys/a/"
    assert [other.address for other in around.alternates] == ["", ""]
    assert around.alternates[1].href, "readers can still change the language"


def test_a_site_without_an_address_has_no_full_addresses() -> None:
    for path, around in frames("languages: [en, ru]\n").items():
        assert (around.address, [other.address for other in around.alternates]) == ("", ["", ""]), path


def test_the_way_home_holds_wherever_the_missing_page_is_served() -> None:
    lost = frames(SITE)["404.html"]
    assert (lost.root, lost.home, lost.robots, lost.address) == ("/cjm/", "/cjm/index.html", "noindex", "")
    assert lost.nav == (("home", "/cjm/index.html"), ("brief", "/cjm/brief/index.html"), ("personas", "/cjm/personas/index.html"))
    assert [(other.lang, other.href) for other in lost.alternates] == [("en", "/cjm/index.html"), ("ru", "/cjm/ru/index.html")]
    plain = frames("languages: [en, ru]\n")["404.html"]
    assert (plain.root, plain.home, plain.alternates[1].href) == ("", "index.html", "ru/index.html")


def test_there_is_one_missing_page_for_all_languages() -> None:
    made = [page for page in plan(project({"a": journey("A", 1)}, SITE)).pages if isinstance(page.view(), MissingView)]
    assert [(page.path, page.language, page.listed) for page in made] == [("404.html", "en", False)]


ISSUES = "https://example.org/new"


@pytest.mark.parametrize(
    ("address", "href", "pattern"),
    [
        (ISSUES, ISSUES, ""),
        (
            f"{ISSUES}?body={{url}}&title={{title}}",
            f"{ISSUES}?body=https%3A//maps.example.org/cjm/ru/journeys/a/&title=A%20%26%20B",
            f"{ISSUES}?body={{url}}&title=A%20%26%20B",
        ),
        (f"{ISSUES}?file={{path}}", f"{ISSUES}?file=maps/journeys/a.yml", ""),
        ("mailto:maps@example.org?body={url}", "mailto:maps@example.org?body=https%3A//maps.example.org/cjm/ru/journeys/a/", None),
    ],
)
def test_a_report_names_the_page_it_is_about(address: str, href: str, pattern: str | None) -> None:
    atlas = project({"a": journey("A & B", 1)}, f"{SITE}issue_url: '{address}'\n")
    found = next(page.view().frame for page in plan(atlas).pages if page.path == "ru/journeys/a/index.html")  # type: ignore[attr-defined]
    assert found.report == Report(href, address if pattern is None else pattern, "https://maps.example.org/cjm/ru/journeys/a/")


def test_a_report_of_a_site_without_an_address_names_the_path() -> None:
    found = frames(f"issue_url: '{ISSUES}?body={{url}}'\n")["journeys/a/index.html"].report
    assert found == Report(f"{ISSUES}?body=journeys/a/index.html", f"{ISSUES}?body={{url}}", "journeys/a/index.html")
