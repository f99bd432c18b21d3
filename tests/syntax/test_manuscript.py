"""test_manuscript: a text taken apart and put together again is the same text, and its comments are where they belong."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings

from cjmgen.syntax.text import read_text
from cjmgen.syntax.yaml.manuscript import Entry, Group, plain
from cjmgen.syntax.yaml.pen import pen
from cjmgen.syntax.yaml.read import read_yaml
from cjmgen.syntax.yaml.transcribe import Illegible, transcribe
from long import times
from scribble import scribbled

ROOT = Path(__file__).parent.parent.parent
FILES = sorted([*(ROOT / "maps").rglob("*.yml"), *(ROOT / "tests" / "cases").glob("*/maps/**/*.yml")])


def texts() -> Iterator[tuple[str, str]]:
    """Every sound YAML file of this repository."""
    for path in FILES:
        content = path.read_bytes()
        if not any(problem.severity == "error" for problem in read_yaml("", content).problems):
            yield path.as_posix(), read_text("", content).value or ""


def test_every_file_is_the_same_again() -> None:
    read = 0
    for path, text in texts():
        manuscript = transcribe(text)
        if manuscript is None or text.startswith("{"):
            continue
        read += 1
        assert pen(manuscript).rstrip("\n") == text.rstrip("\n"), path
        assert json.dumps(plain(manuscript.root)) == json.dumps(read_yaml("", text.encode()).value), path
    assert read > 300


@settings(max_examples=times(30, 5000))
@given(scribbled())
def test_whatever_is_written_is_the_same_again(made: tuple[str, object]) -> None:
    text, said = made
    manuscript = transcribe(text)
    assert manuscript is not None
    assert plain(manuscript.root) == said
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    assert [line.rstrip() for line in pen(manuscript).strip("\n").split("\n")] == lines


WHERE = """\
# head

title: A  # beside title
# above stages
stages:  # beside stages
  # above first
  - id: a
    title: B
    # below a
  # above second
  - # inside second
    id: b
    pains: [x, # beside x
      # above y
      y]
    notes: |  # beside notes
      # text

      more
  # below stages

# above tags
tags:
  n: 1
# end
"""


def test_a_comment_belongs_where_it_stands() -> None:
    manuscript = transcribe(WHERE)
    assert manuscript is not None
    title, stages, tags = manuscript.root.sure
    assert (manuscript.head, title.above, title.beside) == (("# head", ""), (), "# beside title")
    assert (stages.above, stages.beside, tags.above) == (("# above stages",), "# beside stages", ("", "# above tags"))
    assert isinstance(stages.value, Group)
    first, second = stages.value.sure
    assert isinstance(first.value, Group)
    assert isinstance(second.value, Group)
    assert (first.above, first.value.below, stages.value.below) == (("# above first",), ("# below a",), ("# below stages",))
    assert second.above == ("# above second", "# inside second")
    _, pains, notes = second.value.sure
    assert isinstance(pains.value, Group)
    assert [(item.above, item.beside) for item in pains.value.sure] == [((), "# beside x"), (("# above y",), "")]
    assert (notes.beside, plain(notes.value)) == ("# beside notes", "# text\n\nmore\n")
    assert manuscript.root.below == ("# end",)


def test_what_was_read_anew_is_written_in_our_hand() -> None:
    manuscript = transcribe(WHERE)
    assert manuscript is not None

    def anew(group: Group) -> Group:
        values = ((each, anew(each.value) if isinstance(each.value, Group) else each.value) for each in group.sure)
        return Group(group.kind, tuple(Entry(value, each.key, each.above, each.beside) for each, value in values), group.below, group.flow)

    written = pen(type(manuscript)(anew(manuscript.root), manuscript.head))
    assert read_yaml("", written.encode()).value == read_yaml("", WHERE.encode()).value
    assert re.findall("#.*", written) == re.findall("#.*", WHERE)


@pytest.mark.parametrize("text", ["? a\n: b\n", "[a]: b\n", "? |\n  a\n: b\n", "x:\n  ? a b\n  : c\n", f"{'k' * 600}: 1\n", "&a\nb: c\n"])
def test_a_key_that_is_no_word_is_illegible(text: str) -> None:
    with pytest.raises(Illegible):
        transcribe(text)


@pytest.mark.parametrize("text", ["", "# nothing\n", "word\n", "[]\n", "{}\n", "null\n"])
def test_what_holds_nothing_has_no_manuscript(text: str) -> None:
    assert transcribe(text) is None
