"""The bar: on a terminal, when work is long, and wiped afterwards; nothing anywhere else."""

import io
from itertools import count

import pytest

from cjmgen.shell import progress
from cjmgen.shell.progress import Progress, bar
from cjmgen.tree import Tree


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock on which every look takes a second."""
    seconds = count()
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(seconds)))


def work(stream: io.StringIO) -> str:
    with Progress("Writing", 4, stream) as steps:
        assert list(steps.over(iter("abcd"))) == list("abcd")
    return stream.getvalue()


def test_no_bar_in_a_file(slow: None) -> None:
    assert work(io.StringIO()) == ""


def test_no_bar_for_quick_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress.time, "monotonic", lambda: 0.0)
    assert work(Terminal()) == ""


def test_a_bar_for_long_work_that_is_wiped_at_the_end(slow: None) -> None:
    shown = work(Terminal())
    assert "4/4" in shown
    assert shown.endswith("\r\x1b[K")


def test_reading_a_file_twice_is_one_step(slow: None) -> None:
    with Progress("Reading", 2, Terminal()) as steps:
        files = steps.watch(Tree.of({"a": b"1", "b": b"2"}))
        assert (files["a"], files["a"], files["b"]) == (b"1", b"1", b"2")
        assert steps._done == 2


def test_the_bar_never_grows_past_its_end() -> None:
    assert bar("Reading", 9, 4) == bar("Reading", 4, 4).replace("4/4", "9/4")
    assert bar("Reading", 0, 0) == f"Reading  {'░' * 24} 0/0"
