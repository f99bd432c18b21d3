"""test_markdown_round_trip: a journey written as Markdown is read back as the same journey, whatever its texts hold."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.model.journey import Journey
from cjmgen.syntax.markdown import read_markdown
from cjmgen.syntax.markdown.write import write

_NASTY = st.sampled_from([
    "Text", "# no heading", "- no item", "1. no number", "a | b", "{#id}", "x {a=b}", "x \\{a=b}", "**bold**", "**Pains:** x", "Pains: x", "> quote",
    "``` fence", "<b>raw</b>", "<!-- c -->", "a<br>b", "[x] box", "[ ] box", "a; b", "Olga: calls", "😐", "5/5", "\"quoted\"", "`code`", "  spaces  ",
    "tab\there", "two\nlines", "para\n\nagain", "---", "===", "* * *", "\\", "\\{", "}", "{", "&amp;", "Этап 1: Осознание", "Stage 2", "(2 days)", "yes",
    "0.5", "-", "—", "n/a", "| a |", "|", "a:", ":", "Journey 1: x", "Persona: Anna", "x " * 40, "https://example.org/a_b_c", "[link](https://x.org)", "~~~",
    "    code", "Overview", "Goal", "\u00a0", "é", "ß", "[ref]: http://x", "title\n---", "e\u0301", "a\\", "*", "_", "Metrics",
])  # fmt: skip
texts = _NASTY | st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=30)
ids = st.sampled_from(["anna", "olga", "size-guide", "checkout", "a", "b-2"])
emotions = st.sampled_from([-2, -1.4, 0, 0.5, 2])
by_language = st.fixed_dictionaries({"en": texts, "ru": texts})
some_text = texts | by_language


def _items(**more: Any) -> st.SearchStrategy[list[Any]]:
    optional = {"audience": st.just("internal"), **({} if "decision" in more else {"description": texts}), **more}
    whole = st.fixed_dictionaries({"title": some_text}, optional=optional)
    return st.lists(texts | whole, min_size=1, max_size=3)


stages = st.fixed_dictionaries(
    {"title": some_text},
    optional={
        "goal": some_text,
        "description": some_text,
        "notes": texts,
        "owner": ids,
        "outcome": st.booleans(),
        "duration": texts,
        "emotion": emotions | st.fixed_dictionaries({"anna": emotions, "olga": emotions}),
        "actions": _items(who=st.lists(ids, min_size=1, max_size=2)),
        "thoughts": _items(),
        "feelings": _items(),
        "touchpoints": _items(
            channel=ids,
            emotion=st.fixed_dictionaries({"mean": emotions}, optional={"n": st.integers(0, 99)}),
            next=st.lists(ids | st.fixed_dictionaries({"to": ids}, optional={"share": st.just("26%"), "when": texts}), min_size=1, max_size=2),
            backstage=_items(system=texts),
            automated=st.booleans(),
        ),
        "pains": _items(severity=st.sampled_from(["low", "critical"]), evidence=st.lists(ids, min_size=1, max_size=2)),
        "quotes": st.lists(texts | st.fixed_dictionaries({"text": texts}, optional={"speaker": texts}), min_size=1, max_size=2),
        "opportunities": _items(impact=st.integers(1, 5), pains=st.lists(ids, min_size=1, max_size=2), experiments=_items(decision=st.just("ship"))),
        "metrics": st.lists(ids | st.fixed_dictionaries({"title": texts}, optional={"value": st.just("58%")}), min_size=1, max_size=2),
        "entry": st.integers(0, 9999) | st.fixed_dictionaries({"people": st.integers(0, 9), "of": texts}),
        "lanes": st.dictionaries(ids | st.just("legal") | st.just("pains"), _items(), max_size=2),
        "personalization": st.lists(st.fixed_dictionaries({"text": texts}, optional={"persona": ids}), min_size=1, max_size=2),
    },
)
journeys = st.fixed_dictionaries(
    {"title": some_text, "stages": st.lists(stages, min_size=1, max_size=3)},
    optional={
        "summary": texts,
        "notes": texts,
        "personas": st.lists(ids, min_size=1, max_size=2),
        "actors": st.lists(st.fixed_dictionaries({"id": ids, "title": texts}), min_size=1, max_size=1),
        "scenario": texts,
        "handoffs": st.lists(st.fixed_dictionaries({"from": ids, "to": ids}), min_size=1, max_size=1),
        "tags": st.dictionaries(ids, texts, max_size=1),
    },
)


@settings(max_examples=100, deadline=None)
@given(journeys)
def test_what_was_written_reads_back_as_the_same_journey(data: dict[str, Any]) -> None:
    again = read_markdown("journey.md", write(data).encode()).value
    assert isinstance(again, dict)
    again.pop("lanes", None)  # the words of its labels, which the data didn't name
    assert Journey.model_validate(again) == Journey.model_validate(data)


@settings(max_examples=60, deadline=None)
@given(stages)
def test_a_plain_stage_is_told_in_prose(stage: dict[str, Any]) -> None:
    """What has a form in Markdown isn't hidden in YAML: a list of plain words stands under its label."""
    text = write({"title": "Map", "stages": [{**stage, "title": "Decision", "actions": ["Opens the letter", "Calls"]}]})
    assert "**Actions**\n\n- Opens the letter\n- Calls\n" in text


def test_a_journey_without_stages_is_front_matter() -> None:
    data: dict[str, Any] = {"title": "Later", "extends": "now", "stages": []}
    assert read_markdown("later.md", write(data).encode()).value == data
