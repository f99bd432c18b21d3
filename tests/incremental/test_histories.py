"""test_histories: whatever happened to a project, a build that remembers gives the bytes of one from nothing; broken builders are caught."""

import os
import random
from collections.abc import Callable
from copy import deepcopy

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjmgen.atlas import watched
from cjmgen.atlas.files import group
from cjmgen.digest import Digest
from cjmgen.memo import trace
from incremental.history import EDITS, Builder, Project, begun, history

EXAMPLES = 500 if os.environ.get("CJMGEN_LONG") else 50
"""Histories in each of four tests, so that several processes can share them."""

STEPS = st.lists(st.tuples(st.sampled_from([*EDITS, "interrupt"]), st.integers(0, 10_000)), min_size=1, max_size=5)


@pytest.fixture(scope="module")
def start() -> Builder:
    """The start of every history of a sound builder, to be copied."""
    return begun()


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("share", range(4))
def test_a_warm_build_is_a_clean_one(start: Builder, share: int) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def holds(steps: list[tuple[str, int]]) -> None:
        history(Project(), [(name, seed * 4 + share) for name, seed in steps], deepcopy(start))

    holds()


@pytest.mark.parametrize("name", [*EDITS, "interrupt"])
def test_one_edit(start: Builder, name: str) -> None:
    for seed in range(2):
        history(Project(), [(name, seed), ("comment", seed)], deepcopy(start))


def _caught() -> bool:
    """Whether histories show that a builder is broken. It was so from the start."""
    start = begun()
    for number in range(60):
        fate = random.Random(number)
        steps = [(fate.choice([*EDITS]), fate.randrange(10_000)) for _ in range(3)]
        try:
            history(Project(), steps, deepcopy(start))
        except AssertionError:
            return True
    return False


def test_a_builder_that_notes_no_titles_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched.SeenCard, "title", property(lambda card: card._card.title))
    assert _caught()


def test_a_builder_that_forgets_what_it_shares_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trace.Spy, "join", lambda spy, notes: None)
    assert _caught()


def test_a_builder_that_overlooks_sidecars_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(group.Files, "key", lambda files, tree: tree.digest(files.source.file))
    assert _caught()


def test_a_builder_that_overlooks_templates_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trace.World, "digest", _blind(trace.World.digest))
    assert _caught()


def _blind(digest: Callable[[trace.World, trace.Fact], Digest]) -> Callable[[trace.World, trace.Fact], Digest]:
    return lambda world, fact: Digest("x") if fact[0] == "worn" else digest(world, fact)
