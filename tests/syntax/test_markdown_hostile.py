"""test_markdown_hostile: whatever a file holds, reading it ends soon, with data or problems, and every problem has a place in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.problem import Keys, Problem, Span
from cjmgen.syntax.markdown import locate_markdown, read_markdown
from cjmgen.syntax.table import locate_table, read_table

PIECES = st.sampled_from([
    "# ", "## ", "### ", "## Stage 1: ", "Этап 2.", "**Pains:**", "- **Actions**: ", "- ", "  - ", "1. ", "> ", "| ", " | ", "|---|---|", "\n", "\n\n",
    "```mermaid\njourney\n", "```yaml\n", "```", "---\n", "title: x", "{#id}", "{a=", "}", "<br>", "<!--", "-->", "**", "a: b", ": 3: Me", "section ",
    "<details>", "</summary>", "Persona: ", "## Journey 1: ", "😀", "5/5", "\t", "\\", "[", "]", "(", "x", "Touchpoints", "Emotion", "stages:", "\u00a0",
])  # fmt: skip


def _lines(content: bytes) -> int:
    return content.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1


def _sound(problems: tuple[Problem, ...], lines: int) -> None:
    for problem in problems:
        if isinstance(problem.place.at, Span):
            assert 1 <= problem.place.at.line <= lines
            assert problem.place.at.column >= 1
            assert problem.place.at.length >= 1


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    _sound(read_markdown("map.md", content).problems, _lines(content))
    _sound(read_table("map.csv", content).problems, _lines(content))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_markdown(text: str) -> None:
    for file in ("map.md", "maps/personas/anna.md"):
        checked = read_markdown(file, text.encode())
        assert checked.value is not None
        _sound(checked.problems, _lines(text.encode()))


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join), st.lists(st.sampled_from(["stages", 0, 1, "pains", "title", "nothing", "goals"]), max_size=4))
def test_any_place_is_in_the_file(text: str, path: list[str | int]) -> None:
    for locate in (locate_markdown, locate_table):
        span = locate(text.encode(), Keys(tuple(path)))
        assert 1 <= span.line <= _lines(text.encode())


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "*" * 60_000, "> " * 20_000 + "x", "- " * 20_000 + "x", "{" * 50_000 + "}", "<!--" * 20_000, "|" * 50_000 + "\n" + "|-" * 20_000, "`" * 50_000,
     "#" * 50_000, "\n".join("  " * n + "- x" for n in range(500)), "a " * 100_000, "{a=" * 30_000 + "}", "**x** | " * 20_000, '"' * 50_000, "“a” " * 20_000,
     "---\n" + "[" * 50_000 + "\n---\n", "- **" * 20_000, ("| a | b |\n|---|---|\n" + "| x; y | z |\n" * 5_000), "\n".join(f"## {n}. Part" for n in range(5_000))],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)  # fmt: skip
def test_a_pathological_text_ends(text: str) -> None:
    assert read_markdown("map.md", text.encode()).value is not None
    read_table("map.csv", text.encode())


def test_a_file_that_is_too_large_or_no_text_is_a_problem() -> None:
    assert [problem.code for problem in read_markdown("map.md", b"# x\n" * 600_000).problems] == ["file-too-large"]
    assert [problem.code for problem in read_markdown("map.md", b"\xff\xfe").problems] == ["not-utf-8"]
    assert [problem.code for problem in read_table("map.csv", b"a\x00b").problems] == ["control-character"]
