"""test_pair: a comparison that leaves maps closed says the same as one that reads them all, and reads what it has to."""

import copy
import random
import re
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjmgen.atlas import concern
from cjmgen.atlas.concern import Maps, concerned
from cjmgen.atlas.desk import Desk
from cjmgen.atlas.files.group import grouped
from cjmgen.atlas.files.sort import named, sources
from cjmgen.model.slug import WRITTEN_ID, romanized
from cjmgen.problem import Checked
from cjmgen.report.review.as_json import as_json
from cjmgen.report.review.review import Review
from cjmgen.shell import sides
from cjmgen.shell.memory import forgetting
from cjmgen.tree import Tree
from diff.edits import EDITS, START, TODAY, Draft
from long import times

STEPS = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 10**6)), min_size=1, max_size=4)


def small(title: str, **fields: Any) -> dict[str, Any]:
    """A map with one stage, and an opportunity in it that is rated."""
    chance = {"id": "do", "title": f"Do {title}", "impact": len(title) % 5 + 1, "effort": 1}
    return {"title": title, "stages": [{"id": "only", "title": "Only", "opportunities": [chance]}], **fields}


MORE: dict[str, Any] = {
    "maps/journeys/heir.yml": {"extends": "renting", "title": "Renting a boat", "stages": [{"id": "look", "title": "Look at boats"}]},
    "maps/journeys/grandchild.yml": {"extends": "heir", "title": "Renting a small boat", "stages": [{"id": "look", "goal": "A small one"}]},
    "maps/journeys/part.yml": small("A part of the heir", parent="heir#look"),
    "maps/journeys/прокат.yml": small("Прокат", was=["lending"]),
    "maps/journeys/cyrillic.yml": small("Names it in Cyrillic", parent="прокат"),
    "maps/journeys/escaped.yml": small("Names it with an escape", parent="buying"),
    "maps/journeys/former.yml": small("Names it by an earlier id", parent="lending"),
    "maps/journeys/wrong.yml": small("Has a mistake", owner="nobody"),
    **{f"maps/journeys/quiet-{n}.yml": small(f"Quiet {'x' * n}") for n in range(6)},
}


def tree(files: dict[str, Any]) -> Checked[Tree]:
    """Data by path as files; in one of them a name is written with an escape."""
    texts = {path: yaml.safe_dump(data, allow_unicode=True, sort_keys=False) for path, data in files.items()}
    escaped = {path: text.replace("parent: buying", 'parent: "buy\\x69ng"') if "escaped" in path else text for path, text in texts.items()}
    return Checked(Tree.of({path: text.encode() for path, text in escaped.items()}))


def told(old: dict[str, Any], new: dict[str, Any]) -> str:
    """A comparison as JSON."""
    one, other = sides.both(tree(old), tree(new), ("base", "head"), TODAY, forgetting(1))
    news = sides.compared(one, other, "a", "b")
    return as_json(Review(news.changes, "a", "b", other.language, news.gaps))


@pytest.fixture
def eager(monkeypatch: pytest.MonkeyPatch) -> None:
    """Maps stay closed however few there are."""
    monkeypatch.setattr(concern, "_SHARE", 0)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch, eager: None) -> list[str]:
    """The maps that are read, on both sides."""
    found: list[str] = []
    take = Desk.take

    def noted(desk: Desk, kind: str, groups: Any, *rest: Any) -> None:
        found.extend(group.source.id for group in groups if kind == "journey")
        take(desk, kind, groups, *rest)

    monkeypatch.setattr(Desk, "take", noted)
    return found


@pytest.mark.long
@settings(max_examples=times(30, 600), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(STEPS, st.booleans())
def test_it_says_the_same(eager: None, steps: list[tuple[str, int]], comparing: bool) -> None:
    draft = Draft({**copy.deepcopy(START), **copy.deepcopy(MORE)})
    if not comparing:
        del draft.files["maps/comparisons/both.yml"]
    old = copy.deepcopy(draft.files)
    for name, seed in steps:
        EDITS[name](draft, random.Random(seed))
    found = told(old, draft.files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sides, "load_pair", lambda *_: None)
        assert found == told(old, draft.files)


def told_apart(old: dict[str, str], new: dict[str, str], *others: str) -> frozenset[str] | None:
    """The maps that have to be read, of two versions with the same paths."""
    one, other = (Tree.of({path: text.encode() for path, text in each.items()}) for each in (old, new))
    groups = grouped(sources(one).value)["journey"]
    return concerned(Maps(groups, one), Maps(groups, other), others)


def edited(path: str, **fields: Any) -> dict[str, Any]:
    """All maps without the comparison and the one with an escape, one of them with other fields."""
    files = {path: data for path, data in copy.deepcopy({**START, **MORE}).items() if not re.search("comparisons|escaped", path)}
    files[path].update(fields)
    return files


OLD = edited("cjmgen.yml")
PRETTY = {"summary": "Another one"}


@pytest.mark.parametrize(
    ("path", "read"),
    [
        ("quiet-0", {"quiet-0"}),
        ("renting", {"renting", "heir", "grandchild", "part", "buying"}),
        ("part", {"part", "heir", "renting", "buying"}),
        ("buying", {"buying", "renting", "heir", "grandchild", "part"}),
    ],
)
def test_only_what_has_to_do_with_it_is_read(taken: list[str], path: str, read: set[str]) -> None:
    assert '"summary"' in told(OLD, edited(f"maps/journeys/{path}.yml", **PRETTY))
    assert {*taken} == read


@pytest.mark.parametrize(
    "new",
    [
        edited("maps/teams.yml", shop={"title": "Another shop"}),
        edited("cjmgen.yml", rules={"unused-persona": "error"}),
        edited("maps/journeys/quiet-0.yml", parent="lending"),
        edited("maps/journeys/прокат.yml", **PRETTY),
        {path: data for path, data in OLD.items() if "anna" not in path},
    ],
)
def test_where_more_may_follow_all_is_read(taken: list[str], new: dict[str, Any]) -> None:
    told(OLD, new)
    assert {"quiet-1", "quiet-2"} <= {*taken}


def test_ranks_are_among_all(taken: list[str]) -> None:
    new = edited("maps/journeys/quiet-0.yml")
    new["maps/journeys/quiet-0.yml"]["stages"][0]["opportunities"][0].update(impact=5)
    assert '"of": 12' in told(OLD, new)


def test_a_mistake_in_a_file_that_nobody_touched_is_no_news() -> None:
    assert "unknown-team" not in told(OLD, edited("maps/journeys/quiet-0.yml", **PRETTY))
    assert "unknown-team" in told(OLD, edited("maps/journeys/wrong.yml", **PRETTY))
    assert "unknown-team" in told(OLD, {path: data for path, data in OLD.items() if "teams" not in path})


@given(st.from_regex(WRITTEN_ID, fullmatch=True).filter(lambda written: len(written) < 40))
def test_every_spelling_of_an_id_is_found(written: str) -> None:
    id = named(f"{romanized(written)}.yml")
    more = {f"maps/journeys/x{n}/quiet.yml": "title: Тишина" for n in range(6)}
    files = {**more, f"maps/journeys/{id}.yml": "title: N", "maps/journeys/other.yml": f"title: Other\nparent: {id if id != romanized(written) else written}"}
    assert told_apart(files, {**files, f"maps/journeys/{id}.yml": "title: M"}) == {id, "other"}


def test_what_is_no_yaml_may_name_anything() -> None:
    files = {f"maps/journeys/n{n}.yml": "title: N" for n in range(9)} | {"maps/journeys/text.md": "# Text"}
    new = {**files, "maps/journeys/n1.yml": "title: M"}
    assert told_apart(files, new, "names n7#stage") is None, "of ten maps three are too many"
    assert told_apart(files, new) == {"n1", "text"}
