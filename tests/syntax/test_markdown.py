"""test_markdown: what the Markdown form says: attributes, people, children, places, problems, personas."""

from textwrap import dedent
from typing import Any

import pytest

from cjmgen.model.journey import Journey
from cjmgen.model.persona import Persona
from cjmgen.problem import Keys, Span
from cjmgen.syntax.habits import attributes, feelings
from cjmgen.syntax.habits.labels import any_lane, lane
from cjmgen.syntax.markdown import locate_markdown, read_markdown


def read(text: str, file: str = "maps/journeys/map.md") -> Any:
    return read_markdown(file, dedent(text).encode()).value


def problems(text: str) -> list[tuple[str, int, int]]:
    found = read_markdown("map.md", dedent(text).encode()).problems
    return [(one.code, one.place.at.line, one.place.at.column) for one in found if isinstance(one.place.at, Span)]


OURS = """\
    ---
    title: Buying the first pair
    personas: [anna]
    actors:
    - {id: olga, title: Olga}
    ---

    Anna wants the pair she saw.

    ## Decision {#decision emotion=-0.8 tags="a, b"}

    **Touchpoints**

    - Size guide {#size-guide channel=online-shop emotion.olga=-1.6}
      - next:
        - checkout {share=26%}

    **Pain points:**

    - Olga: calls the shop {severity=critical}

    ```yaml
    entry: {people: 7900, of: visitors}
    ```
"""


def test_our_own_form() -> None:
    data = read(OURS)
    assert data["summary"] == "Anna wants the pair she saw."
    [stage] = data["stages"]
    assert stage == {
        "title": "Decision",
        "id": "decision",
        "emotion": -0.8,
        "tags": "a, b",
        "touchpoints": [{
            "title": "Size guide", "id": "size-guide", "channel": "online-shop", "emotion": {"olga": -1.6}, "next": [{"to": "checkout", "share": "26%"}],
        }],
        "pains": [{"title": "calls the shop", "severity": "critical", "who": ["olga"]}],
        "entry": {"people": 7900, "of": "visitors"},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("title",), (2, 8)),
        (("stages", 0), (10, 4)),
        (("stages", 0, "touchpoints", 0), (14, 3)),
        (("stages", 0, "touchpoints", 0, "channel"), (14, 27)),
        (("stages", 0, "touchpoints", 0, "next", 0, "share"), (16, 17)),
        (("stages", 0, "pains", 0, "severity"), (20, 25)),
        (("stages", 0, "entry"), (23, 1)),
        (("stages", 0, "nothing"), (10, 4)),
    ],
)
def test_every_key_has_a_place(path: tuple[str | int, ...], expected: tuple[int, int]) -> None:
    span = locate_markdown(dedent(OURS).encode(), Keys(path))
    assert (span.line, span.column) == expected


def test_wrong_braces_are_told_at_their_place() -> None:
    text = """\
        ## Stage 1: Search {#search emotion=}

        **Actions:**
        - Looks {who="anna}
        - Calls {name}
    """
    assert problems(text) == [("bad-attribute", 1, 20), ("bad-attribute", 4, 9)]
    assert [stage["actions"] for stage in read(text)["stages"]] == [['Looks {who="anna}', "Calls {name}"]]


def test_problems_of_yaml_inside_stand_where_it_stands() -> None:
    text = """\
        ---
        title: A
        title: B
        ---
        ## Stage 1: One
        **Actions:** a

        ```yaml
        emotion: 1
        emotion: 2
        ```
    """
    assert [(code, line) for code, line, _ in problems(text)] == [("duplicate-key", 3), ("duplicate-key", 10)]


def test_a_map_without_stages_is_a_problem() -> None:
    assert [code for code, _, _ in problems("# Only words\n\nAnd no map.\n")] == ["no-stages"]
    assert problems("---\ntitle: A patch\nextends: other\n---\n") == []


def test_an_example_of_configuration_is_no_stage() -> None:
    stages = read("## Stage 1: Set-up\n\n**Actions:** edits\n\n```yaml\nhost: example\n```\n")["stages"]
    assert "host: example" in stages[0]["description"]
    assert Journey.model_validate({"title": "x", "stages": stages})


def test_one_stage_of_our_own_is_enough() -> None:
    assert [stage["title"] for stage in read("---\ntitle: A\npersonas: [anna]\n---\n## Anything\n\n**Actions**\n\n- Looks\n")["stages"]] == ["Anything"]


PERSONA = """\
    ---
    role: First-time buyer
    share: 38%
    ---
    # Persona: Anna

    Anna buys shoes on the train.

    > "If 39 is small, I'll never order again."

    ## Goals
    - A pair that fits
    - No trip to the mall

    ## Frustrations
    - Sizes differ by brand

    ## Demographics
    - Age: 29
    - **City:** Kazan

    ## Empathy map
    ### Says
    - "I need to touch it"
    ### Feels
    - Torn
    ### Pains
    - Parcels get lost

    ## Anything else
    She has a cat.
"""


def test_a_persona() -> None:
    data = read(PERSONA, "maps/personas/anna.md")
    assert data == {
        "role": "First-time buyer",
        "share": "38%",
        "title": "Anna",
        "summary": "Anna buys shoes on the train.",
        "quote": "If 39 is small, I'll never order again.",
        "goals": ["A pair that fits", "No trip to the mall"],
        "frustrations": ["Sizes differ by brand"],
        "demographics": {"Age": "29", "City": "Kazan"},
        "empathy": {"says": ['"I need to touch it"'], "feels": ["Torn"], "pains": ["Parcels get lost"]},
        "notes": "## Anything else\n\nShe has a cat.",
    }
    assert Persona.model_validate(data)
    assert locate_markdown(dedent(PERSONA).encode(), Keys(("empathy", "feels", 0))).line == 26


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("x {#a-b k=v}", {"id": "a-b", "k": "v"}),
        ('x {k="two words" l="a \\"b\\""}', {"k": "two words", "l": 'a "b"'}),
        ("x {a=1 b=-1.5 c=true d=a,b}", {"a": 1, "b": -1.5, "c": True, "d": ["a", "b"]}),
        ("x {who=anna due=2026-12-01 share=26%}", {"who": ["anna"], "due": "2026-12-01", "share": "26%"}),
        ("x {emotion.olga=-1.6}", {"emotion": {"olga": -1.6}}),
        ("Hello {name}", {}),
        ("x \\{a=b}", {}),
        ("a {b=c} d", {}),
    ],
)
def test_attributes(text: str, fields: dict[str, object]) -> None:
    assert attributes.split(text).fields == fields


@pytest.mark.parametrize("text", ["x {a=}", 'x {a="b}', "x {a=b c}", "x {a=1 a=2}", "x {#a {b}=c}"])
def test_attributes_that_are_wrong_stay_text(text: str) -> None:
    found = attributes.split(text)
    assert found.text == text
    assert not found.fields


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("😐 cautious", 0), ("+1", 1), ("-2", -2), ("−1,5", -1.5), ("3/5", 0), ("5 из 5", 2), ("⭐⭐⭐⭐", 1), ("★★☆☆☆", -1), ("😀 8/10", 1.2),
        ("Frustrated (-1)", -1), ("Curious, hopeful", 1), ("тревога", -1), ("восторг", 2), ("не уверен", -0.5), ("slightly annoyed", -1),
        ("😕 Confusion -> 🙂 Relief", 0), ("4", 1), ("80%", None), ("somehow", None), ("Day 3", None), ("", None),
    ],
)  # fmt: skip
def test_feelings(text: str, score: float | None) -> None:
    assert feelings.score(text) == score


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("**Customer Actions**", "actions"), ("What the user does", "actions"), ("Doing", "actions"), ("😟 Pain points:", "pains"), ("Frustrations", "pains"),
        ("Барьеры", "pains"), ("2.1 Touchpoints", "touchpoints"), ("Точки контакта", "touchpoints"), ("Мысли клиента", "thoughts"), ("Voice of customer", "quotes"),
        ("Что чувствует клиент", "emotion"), ("KPI", "metrics"), ("Success metrics", "metrics"), ("Возможности для улучшения", "opportunities"), ("Ideas", "opportunities"),
        ("За кулисами", "backstage"), ("Physical evidence", "physical_evidence"), ("User goals", "goal"), ("Duration", "duration"),
    ],
)  # fmt: skip
def test_labels(label: str, field: str) -> None:
    found = lane(label, loose=True)
    assert found is not None
    assert found.field == field


def test_an_unknown_label_is_a_lane_of_its_own() -> None:
    assert lane("Regulation") is None
    assert (any_lane("**Юридические заметки:**").field, any_lane("**Юридические заметки:**").title) == ("yuridicheskie-zametki", "Юридические заметки")
