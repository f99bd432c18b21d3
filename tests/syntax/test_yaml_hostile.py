"""test_yaml_hostile: a stranger's file costs no more than it is worth, and is answered with a problem."""

import pytest

from cjmgen.syntax.text import LARGEST
from cjmgen.syntax.yaml.plain import DEEPEST, MOST_NODES, Refused, build
from cjmgen.syntax.yaml.read import read_yaml

_BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))

HOSTILE = {
    "brackets": ("[" * 100_000, "too-deep"),
    "braces": ("{" * 100_000, "too-deep"),
    "both": ("[{" * 50_000, "too-deep"),
    "dashes": ("- " * 50_000, "too-deep"),
    "questions": ("? " * 20_000, "too-deep"),
    "steps": ("".join(" " * n + "a:\n" for n in range(1_000)), "too-deep"),
    "bomb": (_BOMB, "anchor-not-allowed"),
    "chain": ("a: &a x\nb: [" + "*a, " * 2_000 + "]\n", "anchor-not-allowed"),
    "nodes": ("- a\n" * (MOST_NODES + 1), "too-many-nodes"),
    "nodes in brackets": ("[" + "a," * (MOST_NODES + 1) + "]", "too-many-nodes"),
    "size": ("a" * (LARGEST + 1), "file-too-large"),
    "controls": ("\0" * 10_000, "control-character"),
    "quotes": ("a: " + '"' * 100_000, "text-after-quote"),
    "open quote": ('a: "' + "x" * 200_000, "unclosed-quote"),
    "open bracket": ("a: [" + "x, " * 20_000, "unclosed-bracket"),
    "stars": ("".join(f"a{n}: *b c\n" for n in range(20_000)), "text-starts-with-star"),
    "repeats": ("a: b\n" * 20_000, "duplicate-key"),
    "hashes": ("".join(f"a{n}: b #c\n" for n in range(20_000)), "text-cut-at-hash"),
    "marks": ("".join(f"- &a{n} x\n" for n in range(20_000)), "text-starts-with-ampersand"),
    "documents": ("---\n" * 50_000, "several-documents"),
    "colons": ("a: " * 50_000, "text-became-mapping"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str) -> None:
    text, code = HOSTILE[name]
    problems = read_yaml("map.yml", text.encode()).problems
    assert {problem.code for problem in problems} == {code}
    assert len(problems) <= 500


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "x" * 200_000,
        "a: " + "x " * 100_000,
        "a: x\n" + " y\n" * 100_000,
        "a: " + "1" * 100_000,
        "a:" + " " * 500_000 + "b",
        'a: "' + "[" * 500_000 + '"',
    ],
    ids=["word", "words", "lines", "digits", "spaces", "quoted brackets"],
)
def test_a_long_text_is_only_long(text: str) -> None:
    assert read_yaml("map.yml", text.encode()).problems == ()


def test_the_reader_stops_at_the_limit_and_not_at_the_end() -> None:
    with pytest.raises(Refused) as refused:
        build("[" * 100_000)
    assert refused.value.slip.start == DEEPEST


def test_the_deepest_and_the_largest_are_read() -> None:
    assert read_yaml("map.yml", ("[" * DEEPEST + "]" * DEEPEST).encode()).problems == ()
    assert read_yaml("map.yml", ("- a\n" * (MOST_NODES - 1)).encode()).problems == ()
    assert read_yaml("map.yml", b"a" * LARGEST).problems == ()
