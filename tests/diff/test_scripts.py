"""test_scripts: whatever authors do, the changes put back give the new maps, and there are no more of them than there were edits."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.diff.apply import apply
from cjmgen.diff.between import between
from cjmgen.diff.node import plain
from cjmgen.diff.stand import entities
from diff.edits import EDITS, Draft
from long import times

STEPS = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 10**6)), max_size=8)


@pytest.mark.long
@settings(max_examples=times(30, 3000))
@given(STEPS)
def test_changes_put_back_give_the_new_maps(steps: list[tuple[str, int]]) -> None:
    draft = Draft()
    old = draft.load()
    for name, seed in steps:
        EDITS[name](draft, random.Random(seed))
    new = draft.load()
    found = between(old, new)
    carried = apply(entities(old), found)
    assert {name: plain(node) for name, node in carried.items()} == {name: plain(node) for name, node in entities(new).items()}
    assert len(found.changes) <= len(steps), [each.change for each in found.changes]
