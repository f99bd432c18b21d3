"""test_addresses: what search engines are told: a list of pages with their languages, split where it is long, and whether to come."""

import re
from xml.etree import ElementTree

import pytest

from cjmgen.pages.plan import plan
from cjmgen.pages.site import addresses as told
from cjmgen.pages.site.addresses import addresses
from pages.atlases import journey, project

SITE = "url: https://maps.example.org/cjm/\n"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def files(settings: str, journeys: int = 1) -> dict[str, bytes]:
    atlas = project({f"j{at}": journey("J", 1) for at in range(journeys)}, settings, personas__anna="title: Anna\nwas: [ann]\n")
    return dict(addresses(atlas.settings, plan(atlas).pages))


def locations(xml: bytes) -> list[str]:
    return [found.text or "" for found in ElementTree.fromstring(xml).iter(f"{{{NS['s']}}}loc")]


def test_a_site_without_an_address_tells_nothing() -> None:
    assert files("") == {}


def test_a_site_that_wants_to_be_left_alone_says_so() -> None:
    assert files(f"{SITE}robots: noindex\n") == files("robots: noindex\n") == {"robots.txt": b"User-agent: *\nDisallow: /\n"}


def test_every_page_is_listed_once_without_those_that_stand_for_another() -> None:
    made = files(SITE)
    assert made["robots.txt"].decode().splitlines()[-1] == "Sitemap: https://maps.example.org/cjm/sitemap.xml"
    found = locations(made["sitemap.xml"])
    assert len(found) == len(set(found))
    assert {f"https://maps.example.org/cjm/{path}" for path in ("", "journeys/j0/", "personas/anna/")} <= set(found)
    assert not [address for address in found if re.search(r"404|read\.html|\.json|\.js$|/ann/", address)]
    assert b"xhtml" not in made["sitemap.xml"]


def test_an_entry_names_the_page_in_every_language() -> None:
    tree = ElementTree.fromstring(files(f"{SITE}languages: [en, ru]\n")["sitemap.xml"])
    entries = {entry.findtext("s:loc", "", NS): entry for entry in tree.findall("s:url", NS)}
    for address in ("https://maps.example.org/cjm/journeys/j0/", "https://maps.example.org/cjm/ru/journeys/j0/"):
        links = {link.get("hreflang"): link.get("href") for link in entries[address].findall("x:link", NS)}
        assert links == {
            "en": "https://maps.example.org/cjm/journeys/j0/",
            "ru": "https://maps.example.org/cjm/ru/journeys/j0/",
            "x-default": "https://maps.example.org/cjm/journeys/j0/",
        }


@pytest.mark.parametrize(("limit", "value"), [("MOST", 10), ("LARGEST", 2_000)])
def test_a_long_list_is_split_and_has_an_index(monkeypatch: pytest.MonkeyPatch, limit: str, value: int) -> None:
    whole = locations(files(f"{SITE}languages: [en, ru]\n", journeys=12)["sitemap.xml"])
    monkeypatch.setattr(told, limit, value)
    made = files(f"{SITE}languages: [en, ru]\n", journeys=12)
    parts = locations(made["sitemap.xml"])
    assert len(parts) > 2
    assert [f"https://maps.example.org/cjm/{name}" for name in made if name.startswith("sitemap-")] == parts
    split = [locations(made[part.rsplit("/", 1)[1]]) for part in parts]
    assert [address for part in split for address in part] == whole
    assert max(map(len, split)) <= told.MOST
