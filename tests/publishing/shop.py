"""shop: a project in which what is open and what is secret meet wherever they can; `secret` words may stand nowhere in its site."""

from typing import Any

from publishing.written import Author, Data

OPEN, SECRET = "open", "secret"

SETTINGS: Data = {"title": "Shop", "languages": ["en", "ru"], "url": "https://example.org/", "lanes": [{"id": "legal", "title": "Legal"}]}


def shop() -> dict[str, Any]:
    """The project as plain data by path."""
    told, kept = Author(OPEN), Author(SECRET)
    hidden = {"audience": "internal"}
    anna = told.persona(evidence=[{"id": "talks"}, {"id": "secrettalks"}])
    anna["goals"].append(kept.note(**hidden))
    anna["empathy"]["says"].append(kept.note(**hidden))
    return {
        "cjmgen.yml": SETTINGS,
        "maps/teams.yml": {"opencare": told.text(), "secretteam": {"title": kept.text(), "contact": kept.word()}},
        "maps/channels.yml": {"opendesk": told.text(), "secretdesk": kept.text()},
        "maps/actors.yml": {
            "openolga": {"title": told.text(), "team": "opencare"},
            "secretolga": {"title": kept.text(), "description": kept.text(), **hidden},
        },
        "maps/stages.yml": {"begin": told.text(), "finish": told.text()},
        "maps/evidence/talks.yml": told.evidence(),
        "maps/evidence/secrettalks.yml": kept.evidence(**hidden),
        "maps/evidence/secretdiary.yml": kept.evidence(),
        "maps/metrics/exits.yml": {"title": told.text(), "value": "41%", "owner": "opencare"},
        "maps/metrics/secretexits.yml": {"title": kept.text(), "value": "41%", "owner": "secretteam", **hidden},
        "maps/personas/anna.yml": anna,
        "maps/personas/secretboris.yml": kept.persona(**hidden, evidence=[{"id": "secretdiary"}]),
        "maps/personas/secretcarl.yml": kept.persona(),
        "maps/journeys/buying.yml": _buying(told, kept),
        "maps/journeys/renting.yml": told.journey(personas=["anna"], owner="opencare", parent="secretplan"),
        "maps/journeys/next.yml": {"extends": "buying", "state": "future", "title": told.text()},
        "maps/journeys/after.yml": {"extends": "secretplan", "state": "future", "title": told.text(), "audience": "public", "personas": ["anna"]},
        "maps/journeys/secretnext.yml": {"extends": "secretplan", "state": "future", "title": kept.text(), "personas": ["secretcarl"]},
        "maps/journeys/secretplan.yml": _plan(told, kept),
        "maps/journeys/secretempty.yml": {
            **kept.journey(0, personas=["anna"]), "owner": "secretteam", "evidence": [{"id": "secretdiary"}], "stages": [kept.stage(**hidden)],
        },
        "maps/comparisons/both.yml": told.comparison(journeys=["buying", "renting"]),
        "maps/comparisons/secretboth.yml": kept.comparison(journeys=["buying", "secretplan"]),
        "maps/comparisons/secretthree.yml": kept.comparison(journeys=["buying", "renting", "secretplan"]),
        "maps/comparisons/secretpeople.yml": kept.comparison(journey="buying", who=["anna", "secretboris"]),
        "maps/comparisons/secretmarked.yml": kept.comparison(journeys=["renting", "buying"], **hidden),
    }  # fmt: skip


def _plan(told: Author, kept: Author) -> Data:
    """A secret journey; what a public one takes over from it is open."""
    plan = kept.journey(personas=["secretcarl"], owner="opencare", audience="internal")
    return {**plan, "stages": [{"id": "opensent", "title": told.text(), "owner": "opencare"}], **_told(told)}


def _told(told: Author) -> Data:
    return {"tags": {}, **{name: told.text() for name in ("summary", "scenario", "trigger", "end", "notes")}, "expectations": [], "actors": []}


def _buying(told: Author, kept: Author) -> Data:
    """An open journey with something secret wherever that may stand."""
    hidden = {"audience": "internal"}
    data = told.journey(3, personas=["anna", "secretboris"], owner="opencare", evidence=[{"id": "talks"}, {"id": "secrettalks"}])
    one, two, three = data["stages"]
    data["expectations"].append(kept.note(**hidden))
    data["actors"].append({"id": "secretmia", "title": kept.text(), "kind": "partner", **hidden})
    data["handoffs"] = [
        {"from": "opencare", "to": data["actors"][0]["id"], "at": two["id"], "what": told.text(), "how": told.text(), "works": "no"},
        {"from": "opencare", "to": "secretmia", "what": kept.text(), "how": kept.text()},
        {"from": "opencare", "to": "opencare", "at": "secretstage", "what": kept.text()},
        {"from": "opencare", "to": "opencare", "what": kept.text(), **hidden},
    ]
    for items in _lists(one):
        items.append(kept.claim(**hidden))
        items.append(kept.claim(who=["secretboris"]))
        items.append(kept.claim(who=["secretmia", "secretolga"]))
    one["touchpoints"] += [kept.touchpoint(**hidden), kept.touchpoint(channel="secretdesk", who=["secretboris"])]
    one["quotes"] += [{"id": kept.word(), "text": kept.text(), "speaker": kept.text(), **hidden}]
    one["personalization"] += [{"id": kept.word(), "text": kept.text(), "persona": "secretboris"}]
    one["metrics"] += [{**kept.metric(), **hidden}, {"metric": "secretexits"}, {"metric": "exits"}]
    one["opportunities"] += [kept.opportunity(**hidden)]
    one["opportunities"][0]["experiments"].append({"id": kept.word(), "title": kept.text(), "hypothesis": kept.text(), **hidden})
    _refer(one, two)
    two["touchpoints"][0]["channel"] = "opendesk"
    two["touchpoints"][0]["backstage"].append(kept.note(**hidden))
    two["lanes"]["legal"].append(kept.note(**hidden))
    data["stages"] = [one, two, kept.stage(id="secretstage", owner="secretteam", **hidden), three, kept.stage(who=["secretboris"])]
    return data


def _lists(stage: Data) -> list[list[Data]]:
    names = ("actions", "thoughts", "questions", "feelings", "frontstage", "backstage", "support", "policies", "physical_evidence")
    return [stage[name] for name in (*names, "pains", "gains")] + [stage["lanes"]["legal"]]


def _refer(one: Data, two: Data) -> None:
    """What is open refers to what is secret, in every way there is."""
    hidden = one["touchpoints"][-2]["id"]
    ache = next(pain["id"] for pain in one["pains"] if pain["id"].startswith(SECRET))
    first, second = one["touchpoints"][:2]
    first["emotion"] = {"anna": 1, "secretboris": -1, "secretolga": {"mean": -2, "n": 3}}
    second["emotion"] = {"secretboris": -1}
    first["emotion_evidence"] = [{"id": "secrettalks", "n": 3}, {"id": "talks"}]
    first["who"] = ["anna", "secretboris"]
    first["journey"] = "secretplan"
    second["journey"] = "renting"
    first["next"] = [*first.get("next", ()), {"to": hidden, "when": "secret9001z"}, {"to": "secretstage"}, {"to": f"{one['id']}/{hidden}"}, {"to": "leave"}]
    two["entry"]["evidence"] = [{"id": "secrettalks"}]
    one["entry"] = {"metric": "secretexits", "of": "secret9002z"}
    one["gains"][0].update(touchpoint=hidden, evidence=[{"id": "secrettalks", "n": 4}])
    two["gains"][0].update(touchpoint=f"{one['id']}/{hidden}", evidence=[{"id": "talks"}])
    two["opportunities"][0].update(pains=[f"{one['id']}/{ache}"], expects={"metric": "secretexits", "change": -0.1}, evidence=[{"id": "secrettalks"}])
    two["opportunities"][0]["experiments"][0]["metric"] = "secretexits"
    two["quotes"][0]["evidence"] = [{"id": "secrettalks"}]
