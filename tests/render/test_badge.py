"""test_badge: badges say the figures of the data, can be read by anybody, hold nothing from elsewhere, and tell nothing that is left out."""

import datetime
import json
import re
import xml.etree.ElementTree as Xml
from typing import Any

import pytest
import yaml

from cjmgen import pipeline
from cjmgen.atlas.public.choice import EVERYTHING, PUBLIC, Choice
from cjmgen.tree import Tree

TODAY = datetime.date(2026, 11, 26)
SVG = "{http://www.w3.org/2000/svg}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def journey(*uses: Any, **more: Any) -> dict[str, Any]:
    pains = [{"title": f"Pain {at}", **({"evidence": [use]} if use else {})} for at, use in enumerate(uses)]
    return {"title": "Buying", "status": "live", **more, "stages": [{"title": "Choose", "pains": pains}]}


FIVE = {"id": "talks", "n": 5}
MAPS: dict[str, Any] = {
    "buying": journey(FIVE, FIVE, None, tags={"client": "alpha"}),
    "returning": journey({"id": "talks", "n": 1}, title={"en": "Returning", "ru": "Возврат"}),
    "secret": journey(FIVE, audience="internal"),
    "rival": journey(None, state="competitor"),
    "plan": journey(None, state="future"),
    "empty": journey(),
    "folder/inner": journey(None),
}


def site(files: Tree, maps: dict[str, Any] = MAPS, choice: Choice = PUBLIC) -> dict[str, bytes]:
    data = {
        "cjmgen.yml": {"title": "Shop", "languages": ["en", "ru"]},
        "maps/evidence/talks.yml": {"title": "14 talks", "kind": "interview", "n": 14},
        **{f"maps/journeys/{id}.yml": each for id, each in maps.items()},
    }
    built = pipeline.build(Tree.of({path: yaml.safe_dump(each, allow_unicode=True).encode() for path, each in data.items()}), files, TODAY, choice)
    assert [problem for problem in built.problems if problem.severity == "error"] == []
    return {path: built.value[path] for path in built.value if path.endswith(("evidence.svg", ".json"))}


def badges(made: dict[str, bytes]) -> dict[str, Xml.Element]:
    return {path: Xml.fromstring(content) for path, content in made.items() if path.endswith(".svg")}


@pytest.fixture(scope="module")
def shop(files: Tree) -> dict[str, bytes]:
    return site(files)


def test_there_is_one_of_the_site_and_one_of_every_journey_that_claims_something_today(shop: dict[str, bytes]) -> None:
    own = ["evidence.svg", *(f"journeys/{id}/evidence.svg" for id in ("buying", "folder/inner", "returning"))]
    assert sorted(badges(shop)) == sorted([*own, *(f"ru/{path}" for path in own)])


@pytest.mark.parametrize(
    ("path", "words", "title"),
    [
        ("evidence.svg", ["evidence", "60% validated, 40% by weight"], "Shop: 3 of 5 claims are validated; by weight it is 40%."),
        ("journeys/buying/evidence.svg", ["evidence", "67% validated, 56% by weight"], "Buying: 2 of 3 claims are validated; by weight it is 56%."),
        ("journeys/folder/inner/evidence.svg", ["evidence", "0% validated, 0% by weight"], "Buying: 0 of 1 claims are validated; by weight it is 0%."),
        ("ru/journeys/returning/evidence.svg", ["доказательства", "подтверждено 100 %, по весу 31 %"], "Возврат: подтверждено 1 из 1 утверждений, по весу — 31 %."),
    ],
)  # fmt: skip
def test_what_a_badge_says(shop: dict[str, bytes], path: str, words: list[str], title: str) -> None:
    drawn = badges(shop)[path]
    plain = [" ".join("".join(text.itertext()).split()) for text in drawn.iter(f"{SVG}text")]
    assert [re.sub(r"\s", " ", each) for each in plain] == words
    assert (drawn.get("role"), drawn[0].tag) == ("img", f"{SVG}title")
    assert re.sub(r"\s", " ", drawn[0].text or "") == re.sub(r"\s", " ", drawn.get("aria-label") or "") == title
    assert drawn.get(LANGUAGE) == ("ru" if path.startswith("ru/") else "en")


def test_it_says_what_the_data_say(shop: dict[str, bytes]) -> None:
    """The bars of a badge are as long as the figures of the data beside the pages are large."""
    told = json.loads(shop["evidence/index.json"])["trust"], json.loads(shop["journeys/buying/index.json"])["computed"]
    for figures, path in zip(told, ("evidence.svg", "journeys/buying/evidence.svg"), strict=True):
        whole, *parts = (float(re.split("[hH]", each.get("d") or "")[1]) for each in badges(shop)[path].find(f"{SVG}g"))  # type: ignore[union-attr]
        start = float(re.findall(r"\d+", badges(shop)[path].find(f"{SVG}g")[0].get("d"))[0])  # type: ignore[index,arg-type]
        assert [part / (whole - start) for part in parts] == pytest.approx([figures["evidence"], figures["evidence_by_weight"]], abs=0.002)


def test_nothing_in_it_comes_from_elsewhere(shop: dict[str, bytes]) -> None:
    for path, content in shop.items():
        if path.endswith(".svg"):
            text = content.decode().replace('xmlns="http://www.w3.org/2000/svg"', "", 1)
            assert not re.search(r"href|url\(|http|<style|<script|<image|<use|@", text), path
            assert len(content) < 2000


def test_texts_of_strangers_stay_texts(files: Tree) -> None:
    title = '</title><script>alert(1)</script>" onload="x" & <b>[a](javascript:x)\u0000\ufffe'.replace("\u0000", "").replace("\ufffe", "\u2028")
    drawn = badges(site(files, {"buying": journey(FIVE, title=title)}))["journeys/buying/evidence.svg"]
    assert [each.tag.removeprefix(SVG) for each in drawn.iter()] == ["svg", "title", "path", "path", "g", "path", "path", "path", "g", "text", "text"]
    assert set(drawn.attrib) == {"width", "height", "viewBox", "role", "aria-label", LANGUAGE}
    assert "alert(1)" in (drawn[0].text or "")


def test_what_is_left_out_has_no_badge_and_counts_in_none(files: Tree) -> None:
    everything, alone = badges(site(files, choice=EVERYTHING)), badges(site(files, choice=Choice(only=(("client", "alpha"),))))
    assert "journeys/secret/evidence.svg" in everything
    assert "4 of 6 claims" in (everything["evidence.svg"][0].text or "")
    assert sorted(alone) == ["evidence.svg", "journeys/buying/evidence.svg", "ru/evidence.svg", "ru/journeys/buying/evidence.svg"]
    assert "2 of 3 claims" in (alone["evidence.svg"][0].text or "")


def test_maps_that_claim_nothing_have_none(files: Tree) -> None:
    assert badges(site(files, {"empty": journey()})) == {}
