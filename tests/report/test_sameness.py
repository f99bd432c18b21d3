"""Findings of two versions: which are new, wherever they stand; and names that stay while lines come and go."""

import pytest

from cjmgen.problem import Place, Problem, Span, problem
from cjmgen.report.sameness import fingerprints, fresh
from cjmgen.report.spot import Finding, find
from cjmgen.tree import Tree

LINES = b"".join(f"word{number}: x\n".encode() for number in range(9)) * 3


def seen(*told: str) -> tuple[Finding, ...]:
    """Findings written as `file:line code message`."""
    return find([_problem(each) for each in told], Tree.of({"a.yml": LINES, "b.yml": LINES}))


def _problem(told: str) -> Problem:
    place, code, message = told.split(" ", 2)
    file, line = place.split(":")
    return problem(code, message, Place(f"{file}.yml", Span(int(line), 1, 5)))


@pytest.mark.parametrize(
    ("before", "now", "new"),
    [
        ([], [], []),
        (["a:1 empty-stage x"], [], []),
        ([], ["a:1 empty-stage x"], ["a.yml:1"]),
        (["a:1 empty-stage x"], ["a:1 empty-stage x"], []),
        (["a:1 empty-stage x"], ["a:10 empty-stage x"], []),
        (["a:1 empty-stage x"], ["b:19 empty-stage x"], []),
        (["a:1 empty-stage x"], ["a:2 empty-stage x"], ["a.yml:2"]),
        (["a:1 empty-stage x"], ["a:1 empty-stage y"], ["a.yml:1"]),
        (["a:1 empty-stage x"], ["a:1 unused-persona x"], ["a.yml:1"]),
        (["a:1 empty-stage x"], ["a:1 empty-stage x", "a:10 empty-stage x"], ["a.yml:10"]),
        (["b:1 empty-stage x"], ["a:1 empty-stage x", "b:1 empty-stage x"], ["a.yml:1"]),
        (["b:1 empty-stage x"], ["a:1 empty-stage x", "a:10 empty-stage x"], ["a.yml:10"]),
        (["a:1 empty-stage x", "a:10 empty-stage x"], ["b:1 empty-stage x", "a:1 empty-stage x"], []),
        (["a:1 empty-stage x", "b:1 bad-yaml z"], ["b:1 bad-yaml z", "b:2 bad-yaml z"], ["b.yml:2"]),
    ],
)
def test_what_the_base_did_not_have(before: list[str], now: list[str], new: list[str]) -> None:
    assert [f"{finding.spot.file}:{finding.spot.line}" for finding in fresh(seen(*now), seen(*before))] == new


def test_a_name_stays_while_lines_above_come_and_go() -> None:
    assert fingerprints(seen("a:1 empty-stage x")) == fingerprints(seen("a:19 empty-stage x"))
    names = fingerprints(seen("a:1 empty-stage x", "a:10 empty-stage x", "b:1 empty-stage x", "a:1 empty-stage y", "a:2 empty-stage x"))
    assert len(set(names)) == 5
    assert all(len(name) == 32 for name in names)
