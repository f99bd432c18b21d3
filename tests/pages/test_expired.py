"""test_expired: evidence that has expired is told with the day from which it counts no more wherever it is told how many said so."""

import datetime
import re

import pytest

from cjmgen import pipeline
from cjmgen.insight.kinds import insights
from cjmgen.insight.record import record
from cjmgen.shell import bundled
from cjmgen.tree import Tree
from pages.atlases import atlas

TODAY = datetime.date(2026, 11, 26)
FILES = {
    "cjmgen.yml": "title: Shop\nlanguages: [en, ru]\n",
    "maps/evidence/old.yml": "title: An old survey\nkind: survey\nn: 900\ndate: 2024-01-01\nvalid_for: 12 months\n",
    "maps/evidence/calls.yml": "title: Calls\nkind: support\nn: 90\n",
    "maps/journeys/buying.yml": (
        "title: Buying\nstages:\n- id: see\n  title: See\n  pains:\n"
        "  - {id: slow, title: Too slow, severity: high, evidence: [{id: old, n: 30}, {id: calls, n: 4}]}\n"
        "  opportunities: [{id: faster, title: Faster, pains: [slow]}]\n- {title: Buy}\n"
    ),
}


@pytest.fixture(scope="module")
def site() -> Tree:
    return pipeline.build(Tree.of({path: text.encode() for path, text in FILES.items()}), bundled.themes().under("default"), TODAY).value


@pytest.mark.parametrize("page", ["journeys/buying/index.html", "journeys/buying/read.html", "opportunities/index.html"])
def test_pages_tell_it_once_for_what_has_expired_and_not_for_the_rest(site: Tree, page: str) -> None:
    for language, said in (("", "expired on 27 December 2024"), ("ru/", "источник устарел 27 декабря 2024 г.")):
        shown = re.sub(r"<[^>]+>|\s+", " ", site[language + page].decode())
        assert re.sub(r"\s", " ", said) in shown, language
        assert not re.search(r"(?:4 of 90|\b4 из 90)[^;<]{0,12}(expired|устарел)", shown)


def test_insights_tell_programs_the_day() -> None:
    (found,) = [record(each) for each in insights(atlas(FILES), "buying") if each.kind == "contradiction"][:1]
    told = [(each["key"], each["numbers"]["n"]["value"], each.get("periods")) for each in found["why"] if "n" in each["numbers"]]
    assert told == [("clue.said_expired", 30, {"day": "2024-12-27"}), ("clue.said", 4, None)]
