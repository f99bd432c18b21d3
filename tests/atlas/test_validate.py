"""test_validate: what the types complain about, in the author's words, one problem a mistake."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.atlas.mistakes.validate import Validated, validate
from cjmgen.atlas.origin import Origin
from cjmgen.model.journey import Journey
from cjmgen.problem import Keys


def journey(**stage: Any) -> dict[str, Any]:
    return {"title": "Buying", "stages": [{"title": "Search", **stage}]}


def said(checked: Validated) -> list[tuple[str, str, tuple[str | int, ...], str]]:
    """Code, message, path and hint of each problem."""
    return [(p.code, p.message, p.place.at.path, p.hint) for p in checked.problems if isinstance(p.place.at, Keys)]


def read(data: Any, kind: str = "journey") -> Validated:
    return validate(kind, data, Origin("maps/journeys/a.yml"))


S = ("stages", 0)

TABLE = [
    ({"titel": "A", "stages": []}, "unknown-key", "a journey has no key 'titel'", ("titel",), "did you mean 'title'?"),
    ({"название": "A", "stages": []}, "unknown-key", "a journey has no key 'название'", ("название",), "did you mean 'title'?"),
    (journey(painpoints=["A"]), "unknown-key", "a stage has no key 'painpoints'", (*S, "painpoints"), "did you mean 'pains'?"),
    (journey(entry={"people": 1, "foo": 1}), "unknown-key", "an entry has no key 'foo'", (*S, "entry", "foo"),
     "it may have people, metric, of, target and evidence"),
    (journey(remove=True), "unknown-key", "a stage has no key 'remove'", (*S, "remove"), "`remove: true` belongs into a journey that extends another"),
    ({"title": "A"}, "missing-key", "a journey needs 'stages'", (), "add `stages: …` with the stages in order"),
    (journey(pains=[{"severity": "low"}]), "missing-key", "a pain needs 'title'", (*S, "pains", 0), "add `title: …`"),
    (journey(emotion={"anna": {"n": 3}}), "missing-key", "this emotion has no 'mean'", (*S, "emotion", "anna"), ""),
    (journey(actions="Looks"), "wrong-type", "expected a list, found the text 'Looks'", (*S, "actions"), "write [Looks]"),
    (journey(actions="Looks at the site, which is slow"), "wrong-type", "expected a list, found the text 'Looks at the site, which is slow'",
     (*S, "actions"), 'write ["Looks at the site, which is slow"]'),
    (journey(actions="Looks. " * 20), "wrong-type", "expected a list, found the text 'Looks. Looks. Looks. Looks. Looks. Look…'", (*S, "actions"),
     "write it as a list: one item a line, each after `- `"),
    ({**journey(), "personas": "tom"}, "wrong-type", "expected a list, found the text 'tom'", ("personas",), "write [tom]"),
    ({**journey(), "personas": "tom, anna"}, "wrong-type", "expected a list, found the text 'tom, anna'", ("personas",), "write [tom, anna]"),
    (journey(pains=[{"title": "P", "evidence": "interviews"}]), "wrong-type", "expected a list, found the text 'interviews'",
     (*S, "pains", 0, "evidence"), "write [interviews]"),
    (journey(entry={"people": "6,400"}), "wrong-type", "expected a whole number, found the text '6,400'", (*S, "entry", "people"), "write 6400"),
    (journey(entry={"people": "6 400"}), "wrong-type", "expected a whole number, found the text '6 400'", (*S, "entry", "people"), "write 6400"),
    (journey(entry={"people": "6\u00a0400"}), "wrong-type", "expected a whole number, found the text '6\u00a0400'", (*S, "entry", "people"), "write 6400"),
    (journey(entry={"people": "1.234.567"}), "wrong-type", "expected a whole number, found the text '1.234.567'", (*S, "entry", "people"), "write 1234567"),
    (journey(entry={"people": "6400"}), "wrong-type", "expected a whole number, found the text '6400'", (*S, "entry", "people"), "write 6400"),
    (journey(entry={"people": "6,400 visitors"}), "wrong-type", "expected a whole number, found the text '6,400 visitors'", (*S, "entry", "people"),
     "write 6400"),
    (journey(entry={"people": 6.4}), "wrong-type", "expected a whole number, found the number 6.4", (*S, "entry", "people"),
     "write 6400 if the point parts thousands, else a whole number"),
    (journey(entry="6,400"), "bad-id", "'6,400' can't be an id", (*S, "entry"), "write 6400"),
    (journey(entry="6 400 visitors"), "bad-id", "'6 400 visitors' can't be an id", (*S, "entry"), "write {people: 6400, of: visitors}"),
    (journey(metrics=[{"title": "M", "value": "6,400"}]), "wrong-type", "expected a number, a share like 58% or a time like 3:40, found the text '6,400'",
     (*S, "metrics", 0, "value"), "write 6400, or 6.400 if the comma is a decimal one"),
    (journey(lanes=["A"]), "wrong-type", "expected a mapping, found a list", (*S, "lanes"), "write keys with values: `key: value`, each on its own line"),
    (journey(outcome="yes"), "wrong-type", "expected true or false, found the text 'yes'", (*S, "outcome"), "write true"),
    (journey(goal=5), "wrong-type", "expected text, found the number 5", (*S, "goal"), 'put it in quotes: "5"'),
    (journey(goal={"en": "A", "ru": 5}), "wrong-type", "expected text, found the number 5", (*S, "goal", "ru"), "put it in quotes if it is meant as text"),
    (journey(actions=["A", 5]), "wrong-type", "expected text, found the number 5", (*S, "actions", 1), 'put it in quotes: "5"'),
    (journey(touchpoints=[{"title": "A", "who": ["anna", "O K"]}]), "bad-id", "'O K' can't be an id", (*S, "touchpoints", 0, "who", 1),
     "write 'o-k'"),
    (journey(touchpoints=[{"title": "A", "owner": "???"}]), "bad-id", "'???' can't be an id", (*S, "touchpoints", 0, "owner"),
     "a reference is the id of something else, as in `size-guide` or `decision/size-guide`"),
    ({**journey(), "tags": {"a": [1]}}, "wrong-type", "expected text, a whole number, a number or true or false, found a list", ("tags", "a"),
     "write text, a whole number, a number or true or false"),
    ({**journey(), "handoffs": ["A to B"]}, "wrong-type", "expected a handoff with its fields, found the text 'A to B'", ("handoffs", 0),
     "write {from: …, to: …}"),
    ({**journey(), "state": "to-be"}, "unknown-value", "'to-be' is not one of current, future or competitor", ("state",), "did you mean 'future'?"),
    (journey(pains=[{"title": "A", "severity": "высокая"}]), "unknown-value", "'высокая' is not one of low, medium, high or critical",
     (*S, "pains", 0, "severity"), "did you mean 'high'?"),
    (journey(emotion=5), "out-of-scale", "5 is out of scale: an emotion goes from -2 to 2", (*S, "emotion"),
     "-2 is frustrated, 0 neutral, 2 delighted"),
    (journey(emotion={"anna": 1, "olga": 3}), "out-of-scale", "3 is out of scale: an emotion goes from -2 to 2", (*S, "emotion", "olga"),
     "-2 is frustrated, 0 neutral, 2 delighted"),
    ({**journey(), "reviewed": "1.10.2026"}, "not-a-date", "expected a date like 2026-10-01, found the text '1.10.2026'", ("reviewed",), "write 2026-10-01"),
    (journey(id="Search Stage"), "bad-id", "'Search Stage' can't be an id", (*S, "id"), "write 'search-stage'"),
    (journey(id="leave"), "bad-id", "'leave' is a reserved word", (*S, "id"), "it has a meaning of its own; write 'leave-1', or another word"),
    (journey(entry="A B"), "bad-id", "'A B' can't be an id", (*S, "entry"), "write 'a-b'"),
    ("words", "wrong-type", "expected a journey with its fields, found the text 'words'", (), "write {title: …, stages: …}"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "code", "message", "path", "hint"), TABLE, ids=[f"{row[1]}-{at}" for at, row in enumerate(TABLE)])
def test_one_mistake_is_one_problem(data: Any, code: str, message: str, path: tuple[str | int, ...], hint: str) -> None:
    assert said(read(data)) == [(code, message, path, hint)]


def test_an_unknown_key_points_at_the_key() -> None:
    place = read({"titel": "A", "stages": []}).problems[0].place
    assert place.at == Keys(("titel",), "key")


def test_what_stands_under_a_misspelt_key_is_read_and_checked() -> None:
    checked = read({"title": "A", "stagess": [{"title": "B", "emotion": 9}]})
    assert [(code, path) for code, _, path, _ in said(checked)] == [
        ("unknown-key", ("stagess",)),
        ("out-of-scale", ("stagess", 0, "emotion")),
    ]
    assert isinstance(checked.entity, Journey)
    assert checked.entity.stages[0].title == "B"


def test_every_mistake_of_a_file_is_told_at_its_own_place() -> None:
    data = journey(actions=["A", 5, {"title": "B", "who": ["X X", "Y Y"]}], was=["a a", "b b"], emotion=7)
    found = sorted((str(path), code) for code, _, path, _ in said(read(data)))
    assert found == sorted(
        (str(path), code)
        for path, code in [
            ((*S, "actions", 1), "wrong-type"),
            ((*S, "actions", 2, "who", 0), "bad-id"),
            ((*S, "actions", 2, "who", 1), "bad-id"),
            ((*S, "was", 0), "bad-id"),
            ((*S, "was", 1), "bad-id"),
            ((*S, "emotion"), "out-of-scale"),
        ]
    )


def test_the_rest_of_a_broken_journey_can_still_be_read() -> None:
    checked = read(journey(touchpoints=[5, {"title": "Site", "channel": "site"}, {"title": "App", "emotion": 3}]))
    assert isinstance(checked.entity, Journey)
    assert [touchpoint.title for touchpoint in checked.entity.stages[0].touchpoints] == ["Site", "App"]
    assert checked.origin.place(("stages", 0, "touchpoints", 0, "channel")).at == Keys(("stages", 0, "touchpoints", 1, "channel"))


def test_the_data_that_was_handed_in_stays_as_it_was() -> None:
    data = {"titel": "A", "stages": [5]}
    read(data)
    assert data == {"titel": "A", "stages": [5]}


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "stages", "id", "emotion", "en", "pains", "x"]), inner, max_size=4),
    max_leaves=12,
)


@given(st.sampled_from(["journey", "persona", "evidence", "metric", "comparison", "settings", "team"]), PLAIN)
def test_nothing_an_author_writes_raises(kind: str, data: Any) -> None:
    checked = read(data, kind)
    assert checked.entity is not None or checked.problems
