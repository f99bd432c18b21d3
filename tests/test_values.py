"""The ground floor: digests, trees and problems."""

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.digest import digest
from cjmgen.problem import CODES, Keys, Place, problem
from cjmgen.tree import Tree
from cjmgen.value import dataclass as value

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner).map(tuple),
    max_leaves=12,
)


@given(plain, plain)
def test_equal_values_and_only_they_share_a_digest(one: object, other: object) -> None:
    assert (digest(one) == digest(other)) == (repr(one) == repr(other))


@pytest.mark.parametrize("value", [{"a": 1}, {1, 2}, [1], object()])
def test_what_has_no_order_has_no_digest(value: object) -> None:
    with pytest.raises(TypeError):
        digest(value)


def test_a_frozen_dataclass_has_a_digest_by_type_and_value() -> None:
    @dataclass(frozen=True)
    class Here:
        x: int

    @dataclass(frozen=True)
    class There:
        x: int

    assert digest(Here(1)) == digest(Here(1))
    assert len({digest(Here(1)), digest(Here(2)), digest(There(1))}) == 3


def test_a_digest_is_the_same_on_every_machine() -> None:
    assert digest(("a", 1, None)) == "3bcf3e9b25d862d44c7e6e488f4956c8"


def test_a_tree_is_sorted_sliced_and_laid_over() -> None:
    tree = Tree.of({"maps/b.yml": b"b", "maps/a.yml": b"a", "mapsx/c": b"c", "d": b"d"})
    assert list(tree) == ["d", "maps/a.yml", "maps/b.yml", "mapsx/c"]
    assert dict(tree.under("maps")) == {"a.yml": b"a", "b.yml": b"b"}
    assert dict(tree.under("maps") | Tree.of({"b.yml": b"B", "z": b"z"})) == {"a.yml": b"a", "b.yml": b"B", "z": b"z"}


def test_a_problem_weighs_what_its_code_says() -> None:
    place = Place("maps/a.yml", Keys(("title",)))
    assert problem("unknown-key", "m", place).severity == CODES["unknown-key"]
    with pytest.raises(KeyError):
        problem("no-such-code", "m", place)


def test_a_value_of_the_house_equals_and_hashes_and_is_named_by_what_it_holds() -> None:
    @value(frozen=True, slots=True)
    class Here:
        x: int

    @value(frozen=True, eq=False)
    class Only:
        x: int

    assert Here(1) == Here(1) != Here(2)
    assert len({Here(1), Here(1), Here(2)}) == 2
    assert digest(Here(1)) == digest(Here(1)) != digest(Here(2))
    assert Only(1) != Only(1)


def test_what_may_change_has_no_digest() -> None:
    @dataclass
    class Open:
        x: int

    with pytest.raises(TypeError):
        digest(Open(1))


def test_a_value_of_the_house_is_made_as_dataclasses_make_theirs() -> None:
    @value(frozen=True)
    class Base:
        x: int
        y: list[int] = field(default_factory=list)

    @value(frozen=True, slots=True)
    class Full(Base):
        z: str = "z"
        doubled: int = field(init=False, default=0)

        def __post_init__(self) -> None:
            object.__setattr__(self, "doubled", self.x * 2)

    @value(frozen=True)
    class Own:
        x: int

        def __init__(self) -> None:
            object.__setattr__(self, "x", 7)

    for _ in range(2):  # the first one is made by other code than those that follow
        made = Full(1, z="w")
        assert (made.x, made.y, made.z, made.doubled) == (1, [], "w", 2)
        assert made.y is not Full(1).y
        assert replace(made, x=3).doubled == 6
        assert Own().x == 7
        for wrong in ((), (1, [], "z", 2)):
            with pytest.raises(TypeError):
                Full(*wrong)  # type: ignore[arg-type]
