"""test_rules: each rule by a table: what stands in a journey, the code, the message, the key path and the hint."""

import datetime

import pytest

from atlas.told import JOURNEY, PROJECT, linked, path_of, told
from cjmgen.atlas.mistakes.finding import Finding, written

HEAD = "title: Buying\npersonas: [anna]\nowner: shop\n"
STAGE = HEAD + "stages:\n- {title: Search, touchpoints: [Shelf], "
TWO = HEAD + "stages:\n- {title: Search, touchpoints: [{title: Site, owner: shop}, Shelf]}\n- {title: Use, touchpoints: [{title: Site}], "
STATIONS = ("stages", 0)

TABLE = [
    # references to other files
    ("title: B\npersonas: [ana]\nstages: [{title: A, touchpoints: [Shelf]}]", "unknown-persona", "there is no persona 'ana'", ("personas", 0), "did you mean 'anna'?"),
    (HEAD.replace("shop", "shpo") + "stages: [{title: A, touchpoints: [Shelf]}]", "unknown-team", "there is no team 'shpo'", ("owner",), "did you mean 'shop'?"),
    (STAGE + "owner: sales}", "unknown-team", "there is no team 'sales'", (*STATIONS, "owner"), "declare it in maps/teams.yml"),
    (STAGE.replace("[Shelf]", "[{title: Ad, channel: instagramm}]") + "}", "unknown-channel", "there is no channel 'instagramm'",
     (*STATIONS, "touchpoints", 0, "channel"), "did you mean 'instagram'?"),
    (STAGE.replace("[Shelf]", "[{title: Ad, channel: seo}]") + "}", "unknown-channel", "there is no channel 'seo'",
     (*STATIONS, "touchpoints", 0, "channel"), "did you mean 'search'?"),
    (STAGE + "pains: [{title: P, evidence: [interview]}]}", "unknown-evidence", "there is no evidence 'interview'",
     (*STATIONS, "pains", 0, "evidence", 0), "did you mean 'interviews'?"),
    (STAGE + "quotes: [{text: Q, evidence: survey}]}", "unknown-evidence", "there is no evidence 'survey'",
     (*STATIONS, "quotes", 0, "evidence"), "declare it in maps/evidence/survey.yml"),
    (STAGE + "metrics: [exit]}", "unknown-metric", "there is no metric 'exit'", (*STATIONS, "metrics", 0), "did you mean 'exits'?"),
    (STAGE + "entry: visits}", "unknown-metric", "there is no metric 'visits'", (*STATIONS, "entry"), "declare it in maps/metrics/visits.yml"),
    (STAGE + "phase: reserch}", "unknown-stage", "the stage set has no stage 'reserch'", (*STATIONS, "phase"),
     "did you mean 'research'? its stages are awareness, research, decision, purchase and loyalty"),
    (STAGE + "phase: holidays}", "unknown-stage", "the stage set has no stage 'holidays'", (*STATIONS, "phase"),
     "its stages are awareness, research, decision, purchase and loyalty"),
    (STAGE + "actions: [{title: A, who: olga}]}", "unknown-actor", "there is no persona or actor 'olga'", (*STATIONS, "actions", 0, "who"),
     "create maps/personas/olga.yml with `title: Olga`, or declare an actor under `actors`"),
    (STAGE + "emotion: {anna: 1, oleg: 0}}", "unknown-actor", "there is no persona or actor 'oleg'", (*STATIONS, "emotion", "oleg"),
     "create maps/personas/oleg.yml with `title: Oleg`, or declare an actor under `actors`"),
    (STAGE + "personalization: [{persona: maxim, text: T}]}", "unknown-persona", "there is no persona 'maxim'",
     (*STATIONS, "personalization", 0, "persona"), "create maps/personas/maxim.yml with `title: Maxim`"),
    (HEAD + "parent: second-pair\nstages: [{title: A, touchpoints: [Shelf]}]", "unknown-journey", "there is no journey 'second-pair'", ("parent",),
     "a journey is named by its file's path below maps/journeys"),
    (STAGE.replace("[Shelf]", "[{title: S, journey: buying#serch}]") + "}", "unknown-stage", "'buying' has no stage 'serch'",
     (*STATIONS, "touchpoints", 0, "journey"), "did you mean 'search'?"),
    (HEAD + "handoffs: [{from: shop, to: sales}]\nstages: [{title: A, touchpoints: [Shelf]}]", "unknown-team", "there is no team or partner 'sales'",
     ("handoffs", 0, "to"), "declare the team in maps/teams.yml, or an actor with `kind: partner`"),
    (HEAD + "actors: [{title: Olga, kind: companion}]\nhandoffs: [{from: shop, to: olga}]\nstages: [{title: A, touchpoints: [Shelf]}]",
     "unknown-team", "'olga' is an actor but no partner", ("handoffs", 0, "to"), "give the actor `kind: partner`, or name a team"),
    # references inside the journey
    (HEAD + "handoffs: [{from: shop, to: marketing, at: serch}]\nstages: [{title: Search, touchpoints: [Shelf]}]", "unknown-stage",
     "there is no stage 'serch' in this journey", ("handoffs", 0, "at"), "did you mean 'search'?"),
    (STAGE + "pains: [{title: P, confidence: assumed, touchpoint: shelv}]}", "unknown-touchpoint", "there is no touchpoint 'shelv' in this journey",
     (*STATIONS, "pains", 0, "touchpoint"), "did you mean 'shelf'?"),
    (TWO + "pains: [{title: P, confidence: assumed, touchpoint: site}]}", "ambiguous-reference", "'site' stands in more than one stage",
     ("stages", 1, "pains", 0, "touchpoint"), "write search/site or use/site"),
    (TWO + "pains: [{title: P, confidence: assumed, touchpoint: use/shelf}]}", "unknown-touchpoint", "there is no touchpoint 'use/shelf' in this journey",
     ("stages", 1, "pains", 0, "touchpoint"), "did you mean 'search/shelf'?"),
    (STAGE.replace("[Shelf]", "[{title: Shelf, next: [till]}]") + "}", "unknown-touchpoint", "there is no touchpoint 'till' in this journey",
     (*STATIONS, "touchpoints", 0, "next", 0), "name a touchpoint of this journey"),
    (STAGE + "opportunities: [{title: O, pains: [dear]}]}", "unknown-pain", "there is no pain 'dear' in this journey",
     (*STATIONS, "opportunities", 0, "pains", 0), "name a pain of this journey"),
    # what a good map says
    ("title: B\nstages: [{title: A, touchpoints: [Shelf]}]", "journey-without-persona", "this journey has no persona", (),
     "say whose journey it is: `personas: [anna]`"),
    (HEAD + "stages: [Search]", "empty-stage", "the stage 'Search' is empty", STATIONS,
     "fill in what the customer does, meets and feels there, or take the stage away"),
    (HEAD + "stages: []", "empty-stage", "this journey has no stage", ("stages",), "begin with what the customer does first"),
    (HEAD + "stages: [{title: Search, actions: [Looks]}]", "stage-without-touchpoint", "the stage 'Search' has no touchpoint", STATIONS,
     "add where customer and company meet: `touchpoints: [Size guide]`"),
    (HEAD + "stages: [{title: A, touchpoints: [S]}, {title: a, touchpoints: [S]}]", "same-stage-name", "two stages are called 'a'",
     ("stages", 1, "title"), "say how they differ"),
    (STAGE + "pains: [{title: Dear, severity: high, confidence: assumed}]}", "severe-pain-without-opportunity", "no opportunity eases the high pain 'Dear'",
     (*STATIONS, "pains", 0), "add an opportunity with `pains: [dear]`"),
    (STAGE.replace("[Shelf]", "[{title: Shelf, moment: truth}]") + "}", "moment-without-reason", "'Shelf' is a moment of truth without a reason or a metric",
     (*STATIONS, "touchpoints", 0, "moment"), "say why it matters: `why: …`, or add a metric to its stage"),
    (STAGE + "gains: [Nice]}", "claim-without-evidence", "this gain leans on no evidence", (*STATIONS, "gains", 0),
     "write it as `{title: Nice, evidence: [an-id]}`, or say with `confidence` how sure you are"),
    (STAGE + "gains: [Nice, Good, {title: Best, confidence: reasoned}]}", "claim-without-evidence", "2 of 3 claims lean on no evidence; this is the first",
     (*STATIONS, "gains", 0), "write it as `{title: Nice, evidence: [an-id]}`, or say with `confidence` how sure you are"),
    (STAGE + "gains: [{title: Nice}]}", "claim-without-evidence", "this gain leans on no evidence", (*STATIONS, "gains", 0),
     "add `evidence: [an-id]`, or say with `confidence` how sure you are"),
    (STAGE + "quotes: ['I like: red, blue']}", "claim-without-evidence", "this quote leans on no evidence", (*STATIONS, "quotes", 0),
     'write it as `{text: "I like: red, blue", evidence: [an-id]}`, or say with `confidence` how sure you are'),
    (HEAD.replace("owner: shop\n", "") + "stages: [{title: A, touchpoints: [S], opportunities: [Idea]}]", "opportunity-without-owner",
     "nobody answers for the opportunity 'Idea'", (*STATIONS, "opportunities", 0), "write it as `{title: Idea, owner: …}`, a team"),
    (HEAD.replace("owner: shop\n", "") + "stages: [{title: A, touchpoints: [S], opportunities: [{title: One, owner: shop}, {title: Two}, Three]}, "
     "{title: B, owner: shop, touchpoints: [S], opportunities: [Four]}]", "opportunity-without-owner",
     "nobody answers for 2 of 4 opportunities; this is the first", (*STATIONS, "opportunities", 1), "add `owner: …`, a team"),
    # names in their author's letters
    (STAGE + "owner: ёлка}", "unknown-team", "there is no team 'ёлка'", (*STATIONS, "owner"), "declare it in maps/teams.yml"),
    (HEAD.replace("anna", "олег") + "stages: [{title: A, touchpoints: [Shelf]}]", "unknown-persona", "there is no persona 'олег'", ("personas", 0),
     "create maps/personas/олег.yml with `title: Олег`"),
    (STAGE + "emotion: {anna: 1, олег: 0}}", "unknown-actor", "there is no persona or actor 'олег'", (*STATIONS, "emotion", "олег"),
     "create maps/personas/олег.yml with `title: Олег`, or declare an actor under `actors`"),
    (STAGE + "pains: [{id: похожие-виды, title: Alike, severity: high, confidence: assumed}]}", "severe-pain-without-opportunity",
     "no opportunity eases the high pain 'Alike'", (*STATIONS, "pains", 0), "add an opportunity with `pains: [похожие-виды]`"),
    (STAGE + "pains: [{title: Похожие виды, severity: high, confidence: assumed}]}", "severe-pain-without-opportunity",
     "no opportunity eases the high pain 'Похожие виды'", (*STATIONS, "pains", 0), "add an opportunity with `pains: [похожие-виды]`"),
    (HEAD + "parent: ёлка\nstages: [{title: A, touchpoints: [Shelf]}]", "unknown-journey", "there is no journey 'ёлка'", ("parent",),
     "a journey is named by its file's path below maps/journeys"),
    # references that can't be ids
    (HEAD.replace("anna", "Anna") + "stages: [{title: A, touchpoints: [Shelf]}]", "bad-id", "'Anna' can't be an id", ("personas", 0), "did you mean 'anna'?"),
    (HEAD.replace("anna", "Анна") + "stages: [{title: A, touchpoints: [Shelf]}]", "bad-id", "'Анна' can't be an id", ("personas", 0), "did you mean 'anna'?"),
    (HEAD.replace("anna", "Anna Smith") + "stages: [{title: A, touchpoints: [Shelf]}]", "bad-id", "'Anna Smith' can't be an id", ("personas", 0),
     "write 'anna-smith'"),
    (STAGE.replace("[Shelf]", "[{title: Ad, channel: E-Mail}]") + "}", "bad-id", "'E-Mail' can't be an id",
     (*STATIONS, "touchpoints", 0, "channel"), "did you mean 'e-mail'?"),
    (STAGE.replace("[Shelf]", "[{title: Ad, channel: google maps}]") + "}", "bad-id", "'google maps' can't be an id",
     (*STATIONS, "touchpoints", 0, "channel"), "did you mean 'maps'?"),
    (STAGE + "owner: The shop}", "bad-id", "'The shop' can't be an id", (*STATIONS, "owner"), "did you mean 'shop'?"),
    (STAGE + "owner: Sales team}", "bad-id", "'Sales team' can't be an id", (*STATIONS, "owner"), "write 'sales-team'"),
    (STAGE + "pains: [{title: P, confidence: assumed, evidence: [“interviews”]}]}", "bad-id", "'“interviews”' can't be an id",
     (*STATIONS, "pains", 0, "evidence", 0), "did you mean 'interviews'?"),
    (STAGE + "pains: [{title: P, confidence: assumed, evidence: [14 interviews]}]}", "bad-id", "'14 interviews' can't be an id",
     (*STATIONS, "pains", 0, "evidence", 0), "did you mean 'interviews'?"),
    (STAGE + "pains: [{title: Delivery price, confidence: assumed}], opportunities: [{title: O, pains: [delivery price]}]}", "bad-id",
     "'delivery price' can't be an id", (*STATIONS, "opportunities", 0, "pains", 0), "did you mean 'delivery-price'?"),
    (STAGE + "pains: [{id: dear, title: Too dear, confidence: assumed}], opportunities: [{title: O, pains: [Too dear]}]}", "bad-id",
     "'Too dear' can't be an id", (*STATIONS, "opportunities", 0, "pains", 0), "did you mean 'dear'?"),
    (STAGE + "emotion: {Anna: 1}}", "bad-id", "'Anna' can't be the id of a persona or actor", (*STATIONS, "emotion", "Anna"), "did you mean 'anna'?"),
    (STAGE + "metrics: [Exits]}", "bad-id", "'Exits' can't be an id", (*STATIONS, "metrics", 0), "did you mean 'exits'?"),
    (STAGE + "entry: Exits}", "bad-id", "'Exits' can't be an id", (*STATIONS, "entry"), "did you mean 'exits'?"),
    (HEAD + "handoffs: [{from: shop, to: The shop}]\nstages: [{title: A, touchpoints: [Shelf]}]", "bad-id", "'The shop' can't be an id",
     ("handoffs", 0, "to"), "did you mean 'shop'?"),
    (HEAD + "parent: My Way/Next step\nstages: [{title: A, touchpoints: [Shelf]}]", "bad-id", "'My Way/Next step' can't be an id", ("parent",),
     "write 'my-way/next-step'"),
    (HEAD + "handoffs: [{from: shop, to: shop}]\nstages: [{title: A, touchpoints: [Shelf]}]", "handoff-to-same-team", "'shop' hands over to itself",
     ("handoffs", 0, "to"), "name the team that receives"),
    (HEAD + "stages: [{title: A, touchpoints: [S], entry: 100}, {title: B, touchpoints: [S], entry: 110}]", "funnel-grows",
     "110 people reach this stage, but only 100 the one before", ("stages", 1, "entry"),
     "check the counts; a stage that not everyone passes is `optional: true`"),
    (HEAD + "stages: [{title: A, touchpoints: [S], entry: {people: 9, of: visitors}}, {title: B, touchpoints: [S], entry: {people: 5, of: orders}}]",
     "mixed-units", "this counts orders, but another stage counts visitors", ("stages", 1, "entry", "of"), "use one unit and one period in a funnel"),
    (STAGE + "metrics: [{title: M, value: 58%, target: '3:40'}]}", "mixed-units", "'target' is a time, but 'value' is a share",
     (*STATIONS, "metrics", 0, "target"), "write all figures of a metric in one form"),
    (STAGE + 'metrics: [{title: M, value: 0.58, unit: "%"}]}', "ambiguous-share", "is 0.58 meant as 0.58% or as 58%?", (*STATIONS, "metrics", 0, "value"),
     "write 58% or 0.58%, with the sign"),
    (STAGE + "lanes: {legal: [Consent]}}", "undeclared-lane", "the lane 'legal' is not declared", (*STATIONS, "lanes", "legal"),
     "declare it in cjmgen.yml: `lanes: [{id: legal, title: …}]`"),
    (STAGE + "duration: 3 moons}", "unread-quantity", "'3 moons' can't be read as a time", (*STATIONS, "duration"),
     "write a number and a unit, as in `1–3 days` or `9 min`"),
    (STAGE + "thoughts: [Call +7 916 123-45-67]}", "personal-data", "this looks like a phone number: +7…67", (*STATIONS, "thoughts", 0),
     "take it out; in quotes, people are codes such as I-11"),
    # ids
    (STAGE + "pains: [{id: p, title: A, confidence: assumed}, {id: p, title: B, confidence: assumed}]}", "duplicate-id", "the id 'p' is taken",
     (*STATIONS, "pains", 1, "id"), "give one of them another id"),
    # pictures
    (STAGE + "image: {file: no.png, alt: A}}", "image-missing", "there is no file 'no.png'", (*STATIONS, "image", "file"), "it would be maps/journeys/no.png"),
    (STAGE + "image: {file: ../../../etc/x.png, alt: A}}", "image-outside", "'../../../etc/x.png' is not inside maps/", (*STATIONS, "image", "file"),
     "copy the picture into maps/ and name it relative to this file"),
    (STAGE + "image: {file: a.svg, alt: A}}", "image-not-allowed", "'a.svg' is no picture that can be shown", (*STATIONS, "image", "file"),
     "save it as png: an SVG can hold a script"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "message", "path", "hint"), TABLE, ids=[f"{row[1]}-{at}" for at, row in enumerate(TABLE)])
def test_a_rule_speaks_once_and_at_its_place(text: str, code: str, message: str, path: tuple[str | int, ...], hint: str) -> None:
    problems = told(text)
    assert [(p.code, p.message, path_of(p), p.hint) for p in problems] == [(code, message, path, hint)]


SILENT = [
    STAGE + "pains: [{title: Dear, severity: high, confidence: assumed}], opportunities: [{title: O, pains: [dear]}]}",
    STAGE + "pains: [{title: Dear, severity: high, confidence: assumed}], opportunities: [{title: O, pains: [search/dear]}]}",
    STAGE.replace("[Shelf]", "[{title: Shelf, moment: truth, why: Trust}]") + "}",
    STAGE.replace("[Shelf]", "[{title: Shelf, moment: barrier}]") + "}",
    STAGE.replace("[Shelf]", "[{title: Shelf, next: [leave, search]}]") + "}",
    STAGE + "duration: a while}",
    STAGE + "emotion: {anna: 1}}",
    STAGE + "quotes: [{text: Q, evidence: interviews}]}",
    STAGE + "x-lanes: {legal: [Consent]}}",
    HEAD + "stages: [{title: A, touchpoints: [S], entry: 9}, {title: B, touchpoints: [S], entry: 2, optional: true}, {title: C, touchpoints: [S], entry: 5}]",
    HEAD + "actors: [{title: Bank, kind: partner}]\nhandoffs: [{from: shop, to: bank}]\nstages: [{title: A, touchpoints: [{title: S, who: bank}]}]",
    TWO + "pains: [{title: P, confidence: assumed, touchpoint: use/site}]}",
    HEAD + "parent: buying#search\nstages: [{title: Search, touchpoints: [{title: S, journey: buying}]}]",
]  # fmt: skip


@pytest.mark.parametrize("text", SILENT)
def test_what_is_fine_is_passed_over(text: str) -> None:
    found = [problem for problem in told(text) if problem.code != "circular-parent"]
    assert found == []


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("a.yml", "write it as `{title: Nice, evidence: [an-id]}`, or say so"),
        ("a.md", "add `{evidence=an-id}`, or say so"),
        ("a.csv", "add `{evidence=an-id}`, or say so"),
    ],
)
def test_what_to_add_is_shown_in_the_form_of_the_file(file: str, hint: str) -> None:
    bare = Finding("claim-without-evidence", "bare", ("gains", 0), ", or say so", adds="evidence: [an-id]")
    assert written(bare, {"gains": ["Nice"]}, file).hint == hint


def test_severe_pains_are_told_one_by_one_and_other_claims_together() -> None:
    pains = "pains: [{title: A, severity: high}, {title: B, severity: critical}, C, D], opportunities: [{title: O, pains: [a, b]}]}"
    found = [path_of(problem)[-1] for problem in told(STAGE + pains) if problem.code == "claim-without-evidence"]
    assert found == [0, 1, 2]


def test_a_draft_is_told_of_its_weaknesses_as_notes() -> None:
    text = HEAD + "status: draft\nstages: [{title: A, touchpoints: [S]}, {title: A, touchpoints: [S]}]"
    assert [(problem.code, problem.severity) for problem in told(text)] == [("same-stage-name", "info")]


def test_a_review_is_overdue_on_the_day_after() -> None:
    text = HEAD + "reviewed: 2026-06-01\nstages: [{title: A, touchpoints: [S]}]"
    files = {"cjmgen.yml": "title: Shoes\nreview_every: 30 days\n"}
    assert told(text, files, datetime.date(2026, 7, 1)) == ()
    late = told(text, files, datetime.date(2026, 7, 2))
    assert [(p.code, path_of(p), p.message) for p in late] == [
        ("review-overdue", ("reviewed",), "last reviewed on 2026-06-01; reviews are due every 30 days")
    ]


def test_evidence_expires() -> None:
    found = linked({**PROJECT, JOURNEY: STAGE + "}"}, datetime.date(2027, 12, 1)).problems
    assert [(p.code, p.place.file, path_of(p)) for p in found] == [("evidence-expired", "maps/evidence/interviews.yml", ("valid_for",))]


def test_a_gate_asks_for_people_behind_severe_pains() -> None:
    files = {"cjmgen.yml": "evidence: {severe: 5, coverage: 0.9}\nstages: five\n"}
    pain = "pains: [{title: A, severity: high, evidence: [{id: interviews, n: 3}]}, {title: B, confidence: assumed}]"
    found = told(STAGE + pain + ", opportunities: [{title: O, pains: [a]}]}", files)
    assert [problem.message for problem in found] == [
        "50% of the claims are validated, the project asks for 90%",
        "3 people are behind this high pain, the project asks for 5",
    ]


def test_a_persona_nobody_is_about_is_told_only_in_a_sound_project() -> None:
    files = {**PROJECT, "cjmgen.yml": "stages: five\n", "maps/personas/maxim.yml": "title: Maxim\n"}
    found = linked({**files, JOURNEY: STAGE + "}"}).problems
    assert [(p.code, p.place.file) for p in found] == [("unused-persona", "maps/personas/maxim.yml")]
    assert [p.code for p in linked({**files, JOURNEY: STAGE + "owner: nobody}"}).problems] == ["unknown-team"]


def test_parents_in_a_circle_are_one_problem() -> None:
    one, two = (HEAD + f"parent: {name}\nstages: [{{title: A, touchpoints: [S]}}]" for name in ("b", "a"))
    found = linked({**PROJECT, "maps/journeys/a.yml": one, "maps/journeys/b.yml": two}).problems
    assert [(p.code, p.place.file, p.message) for p in found] == [
        ("circular-parent", "maps/journeys/a.yml", "these journeys go in a circle: a → b → a")
    ]
    assert [related.place.file for related in found[0].related] == ["maps/journeys/b.yml"]


def test_a_missing_language_is_one_note_a_file() -> None:
    files = {"cjmgen.yml": "title: {en: Shoes, ru: Обувь}\nlanguages: [en, ru]\nstages: five\nrules: {missing-translation: warning}\n"}
    text = STAGE.replace("title: Buying", "title: {en: Buying, ru: Покупка}") + "thoughts: [CRM, One], duration: 9 min}"
    found = [problem for problem in told(text, files) if problem.place.file == JOURNEY]
    assert [(p.code, p.severity, p.message, path_of(p)) for p in found] == [
        ("missing-translation", "warning", "3 of 6 texts are not in 'ru'; this is the first", ("stages", 0, "title"))
    ]
