"""test_nothing_tells: no byte of a site, in any language, tells of what is left out of it."""

import datetime
import re
from functools import cache
from typing import Any

from cjmgen import pipeline
from cjmgen.atlas.public.choice import EVERYTHING, PUBLIC, Choice
from cjmgen.shell import bundled
from publishing.shop import OPEN, SECRET, shop
from publishing.written import tree

TODAY = datetime.date(2026, 11, 21)


@cache
def site(choice: Choice) -> dict[str, bytes]:
    """The site of the shop."""
    made = pipeline.build(tree(shop()), bundled.themes().under("default"), TODAY, choice)
    assert [(each.message, each.place, each.hint) for each in made.problems if each.severity == "error"] == []
    return dict(made.value)


def told(files: Any, mark: str) -> dict[str, set[str]]:
    """By path the words with a mark that stand in a file, or in its address."""
    form = re.compile(rf"{mark}[a-z]*\d*z?", re.IGNORECASE)
    found = {path: {word.lower() for word in form.findall(f"{path}\n{content.decode('utf-8', 'replace')}")} for path, content in files.items()}
    return {path: words for path, words in found.items() if words}


def test_no_secret_stands_anywhere() -> None:
    assert told(site(PUBLIC), SECRET) == {}


def test_whatever_was_searched_for_can_be_found() -> None:
    """The search is worth something: but for a few fields that no page shows, every word stands in the site for colleagues."""
    for mark in (SECRET, OPEN):
        written = every(told({path: repr(data).encode() for path, data in shop().items()}, mark))
        assert len(written) > 1000
        assert len(written - every(told(site(EVERYTHING), mark))) < 10


def test_all_that_is_open_is_shown() -> None:
    """Nothing goes that may stay; only what a secret journey said of itself and a plan after it says again is said once less."""
    assert every(told(site(EVERYTHING), OPEN)) - every(told(site(PUBLIC), OPEN)) == set()


def test_what_is_internal_is_marked_where_it_is_shown() -> None:
    whole, left = ({path: page.decode() for path, page in site(choice).items() if path.endswith(".html")} for choice in (EVERYTHING, PUBLIC))
    assert whole["journeys/buying/index.html"].count('class="kept"') > 15
    assert "Для своих" in whole["ru/journeys/buying/read.html"]
    for path in ("journeys/secretplan/index.html", "personas/secretboris/index.html", "personas/index.html", "index.html"):
        assert 'class="tag internal"' in whole[path]
    assert [path for path, page in left.items() if 'class="kept"' in page or 'class="tag internal"' in page] == []


def test_pictures_of_what_is_left_out_are_no_part_of_the_site() -> None:
    assert len([path for path in site(PUBLIC) if path.startswith("media/")]) < len([path for path in site(EVERYTHING) if path.startswith("media/")])


def test_journeys_of_another_client_are_as_secret() -> None:
    """All that is open is tagged for one client, and all that is secret for another, instead of being marked."""
    files = _tagged(shop())
    made = pipeline.build(tree(files), bundled.themes().under("default"), TODAY, Choice(only=(("client", "alpha"),)))
    assert [(each.message, each.place) for each in made.problems if each.severity == "error"] == []
    site = dict(made.value)
    assert told({path: site[path] for path in site if "journeys/buying" in path or path == "search/titles.js"}, OPEN) != {}
    assert told(site, SECRET) == {}


def _tagged(files: dict[str, Any]) -> dict[str, Any]:
    for path, data in files.items():
        if "/journeys/" in path or "/personas/" in path:
            data["tags"] = {"client": "beta" if SECRET in path else "alpha"}
            if SECRET in path:
                data.pop("audience", None)
    return files


def every(found: dict[str, set[str]]) -> set[str]:
    """All words of a search."""
    return {word for words in found.values() for word in words}
