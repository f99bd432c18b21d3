"""test_yaml: what sound YAML means, and what is told about YAML that is not."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.syntax.document import Plain
from cjmgen.syntax.yaml import events, sound
from cjmgen.syntax.yaml.read import HAS_LIBYAML, read_yaml
from cjmgen.syntax.yaml.scalar import scalar


def read(text: str) -> Plain:
    checked = read_yaml("map.yml", text.encode())
    assert checked.problems == ()
    return checked.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", {}),
        ("# nothing yet\n", {}),
        ("---\n", {}),
        ("null\n", None),
        ("a: 1\n", {"a": 1}),
        ("- a\n- [b, {c: d}]\n", ["a", ["b", {"c": "d"}]]),
        ("\ufeffa: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        ("2026: x\ntrue: y\nnull: z\n1.5: w\n", {"2026": "x", "true": "y", "null": "z", "1.5": "w"}),
        ("? long\n: x\n", {"long": "x"}),
        ("<<: x\n", {"<<": "x"}),
        ("a: |\n  one # two\n  three\nb: >-\n  four\n  five\n", {"a": "one # two\nthree\n", "b": "four five"}),
        ("a: &x {b: [c]}\nd: *x\ne: *x\n", {"a": {"b": ["c"]}, "d": {"b": ["c"]}, "e": {"b": ["c"]}}),
        ('a: "NO"\nb: "1"\nc: \'~\'\n', {"a": "NO", "b": "1", "c": "~"}),
        ("a: x # a comment\nb: [y] # another\n", {"a": "x", "b": ["y"]}),
        ("a: |\n  \u00a0b: c\n  -\u00a0d\n", {"a": "\u00a0b: c\n-\u00a0d\n"}),
        ("a: |\n  \u00a0b: c\n  - d\n", {"a": "\u00a0b: c\n- d\n"}),
        ("a: b\u200bc\n", {"a": "b\u200bc"}),
        ("a: one\u2028two\n", {"a": "one two"}),
        ("a: b - c\nd:\n- e\n", {"a": "b - c", "d": ["e"]}),
        ("%YAML 1.2\n---\na: b\n...\n", {"a": "b"}),
    ],
)
def test_what_sound_text_means(text: str, value: Plain) -> None:
    assert read(text) == value


def test_a_repetition_is_a_copy_of_its_own() -> None:
    data = read("a: &x [b]\nc: *x\n")
    assert isinstance(data, dict)
    assert data["a"] == data["c"]
    assert data["a"] is not data["c"]


def found(text: str) -> list[tuple[str, int, int, int]]:
    """Code, line, column and length of every problem."""
    spans = []
    for problem in read_yaml("map.yml", text.encode()).problems:
        at = problem.place.at
        spans.append((problem.code, at.line, at.column, at.length))  # type: ignore[union-attr]
    return spans


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "length"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1, 1),
        ("a: {b: 1, b: 2}\n", "duplicate-key", 1, 11, 1),
        ("a: !!str 12\n", "tag-not-allowed", 1, 4, 5),
        ("a: !!python/object/apply:os.system [x]\n", "tag-not-allowed", 1, 4, 31),
        ("a: &x [*x]\n", "anchor-not-allowed", 1, 8, 1),
        ("a: 1\n---\nb: 2\n", "several-documents", 2, 1, 3),
        ("a: 1\n...\nb: 2\n", "several-documents", 3, 1, 1),
        ("stages:\n- id: a\n  title: A\n  goal: g\n  id: b\n  title: B\n  pains: [c]\n- id: c\n", "duplicate-key", 5, 3, 2),
        ("a:\n\tb: c\n", "tab-indent", 2, 1, 1),
        ("x: y  # note: z\na:\n\tb: c\n", "tab-indent", 3, 1, 1),
        ("a:\n- b\n\t- c: d\n\te: f\n", "tab-indent", 3, 1, 1),
        ("a:\n- b:\n\t- c: d\n    e: f\n", "tab-indent", 3, 1, 1),
        ("x: [\n  y,\n  z\n]\na:\n\tb: c\n", "tab-indent", 6, 1, 1),
        ('x: "y\n  z"  # note: z\na:\n\tb: c\n', "tab-indent", 4, 1, 1),
        ("a:\n  b: c\n\td: e\n", "tab-indent", 3, 1, 1),
        ("a: b\n\u00a0c: d\n", "bad-indent", 2, 1, 1),
        ('- a: b\n\u00a0\u00a0c: d\n\u00a0\u00a0e: it\'s\n- a: "f"\n', "bad-indent", 2, 1, 1),
        ("- a: b\n\u2003 c: d\n", "bad-indent", 2, 1, 1),
        ("- a: b\n\u3000\u3000c: d\n", "bad-indent", 2, 1, 1),
        ("- a: b\n\u200b  c: d\n", "bad-indent", 2, 1, 1),
        ("- a: b\n  \ufeffc: d\n", "bad-indent", 2, 3, 1),
        ("a:\n" + "\u00a0\u00a0b: c\n" * 3_000, "bad-indent", 2, 1, 1),
        ("a:\u00a0b\nc: d\n", "bad-yaml", 1, 3, 1),
        ("a:\n-\u00a0b\n-\u00a0c\n", "bad-yaml", 2, 2, 1),
        ("ti\u200btle: b\n", "control-character", 1, 3, 1),
        ("stages:\n  - id: a\n    title: b\n   goal: c\n", "bad-indent", 4, 4, 4),
        ("x: y  # note: z\nstages:  # who: x\n  - id: a\n    # why: it\n    title: b  # b: c\n   goal: c\n", "bad-indent", 6, 4, 4),
        ("title: a\n  summary: b\n", "bad-indent", 2, 3, 7),
        ("stages:\n  - id: a\n  title: b\n", "bad-indent", 3, 3, 5),
        ("pains:\n- Slow\n  - Dear\n", "bad-indent", 3, 3, 6),
        ("- a\nb: c\n", "bad-indent", 2, 1, 1),
        ("a: [b, c\nd: e\n", "unclosed-bracket", 1, 4, 1),
        ("x: y  # note: z\na: [b\nd: [e]\n", "unclosed-bracket", 2, 4, 1),
        ("# start: give it, too\na: [b, c  # who goes this way: b, d: e]\n# more: x\nd: [e]\n", "unclosed-bracket", 2, 4, 1),
        ("- -1 on trust\n- a: [b\n  d: e\n", "unclosed-bracket", 2, 6, 1),
        ('a: "b  # start here: c\nd: e\n', "unclosed-quote", 1, 4, 1),
        ("a:\n- {b: c\n- {b: d}\n", "unclosed-bracket", 2, 3, 1),
        ('a: "b\nc: d\n', "unclosed-quote", 1, 4, 1),
        ('a: "b\nc: "d"\n', "unclosed-quote", 1, 4, 1),
        ('a: {b: "c, d: e}\n', "unclosed-quote", 1, 8, 1),
        ('a: [{b: "c, d, e}, f]\n', "unclosed-quote", 1, 9, 1),
        ("a: b\njust text\nc: d\n", "bad-yaml", 2, 1, 9),
        ("a: b\nc: d\nhalf", "bad-yaml", 3, 1, 4),
        ("title:Buying\nsummary: x\n", "bad-yaml", 1, 1, 6),
        ("- a\n-b\n", "bad-yaml", 2, 1, 1),
        ("a: b\nvalue:{c: d, e: f}\ng: h\n", "bad-yaml", 2, 1, 6),
        ("a: b\nvalue {c: d, e: f}\ng: h\n", "bad-yaml", 2, 1, 5),
        ("a:  # b: c\n  -title: Reviews  # d: e\n  - title: b\n", "bad-yaml", 2, 3, 1),
        ("- {id: a, title {en: b}}\n", "bad-yaml", 1, 11, 5),
        ("a:\n  # c: d\n  b: c  # d\n  e: f\n- b: g\n- b: h\n", "bad-yaml", 3, 3, 4),
        ("a: [b, , c]\n", "bad-yaml", 1, 8, 1),
        ('a: "C:\\Users"\n', "bad-yaml", 1, 7, 2),
        ("a: - b\n", "bad-yaml", 1, 4, 3),
        ("a: ? b\n", "bad-yaml", 1, 4, 3),
        ("a:\n- ? not sure\n- ? b\n  : c\n", "bad-yaml", 2, 3, 10),
        ("? - a\n: b\n", "bad-yaml", 1, 3, 1),
    ],
)
def test_a_mistake_of_form_has_its_code_and_place(text: str, code: str, line: int, column: int, length: int) -> None:
    assert found(text) == [(code, line, column, length)]


def test_a_second_key_names_the_first() -> None:
    (problem,) = read_yaml("map.yml", b"a: 1\nb: 2\na: 3\n").problems
    (related,) = problem.related
    assert (related.place.at.line, related.place.at.column, related.message) == (1, 1, "first used here")  # type: ignore[union-attr]
    assert problem.data == ("a",)


@pytest.mark.parametrize(
    ("text", "hint", "value"),
    [
        ("  -title: Reviews on the map\n  - title: b\n", "write '- title: Reviews on the map'", [{"title": "Reviews on the map"}, {"title": "b"}]),
        ("- id: a\n  title: A\n  id: b  # c: d\n  title: B\n", "a new item begins here: write `- id: b`", [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]),
        ("- id: a\n  id: b\n  title: B\n", "keep one of the two, or join them", [{"id": "b", "title": "B"}]),
        ("- a: b\n\u00a0\u00a0c: d\n", "indent with plain spaces only", [{"a": "b", "c": "d"}]),
        ("- a:\u00a0b\n  c: d\n", "write a plain space behind '-' and ':'", [{"a": "b", "c": "d"}]),
        ("a:\n  b: c\n  d: e\n- b: f\n", "write `- b: c`", {"a": [{"b": "c", "d": "e"}, {"b": "f"}]}),
        ("- ? not sure\n", 'put this text in quotes: "? not sure"', ["? not sure"]),
    ],
)  # fmt: skip
def test_the_hint_obeyed_is_what_was_read(text: str, hint: str, value: Plain) -> None:
    checked = read_yaml("map.yml", text.encode())
    assert [problem.hint for problem in checked.problems] == [hint]
    assert checked.value == value


def test_every_mistake_is_told_in_one_run() -> None:
    text = 'title: *a\npersonas: [x\nstate: b: c\nowner: "d\nvalue: 1,5\nx: @y\nx: z\n'
    assert [code for code, *_ in found(text)] == [
        "text-starts-with-star",
        "unclosed-bracket",
        "text-became-mapping",
        "unclosed-quote",
        "decimal-comma",
        "text-starts-with-at",
        "duplicate-key",
    ]


def test_what_lacks_only_quotes_is_read_as_it_was_meant() -> None:
    checked = read_yaml("map.yml", b"title: *Buy* now\nstages: [{title: a: b}]\n")
    assert checked.value == {"title": "*Buy* now", "stages": [{"title": "a: b"}]}
    assert len(checked.problems) == 2


def test_columns_after_a_mended_text_are_those_of_the_file() -> None:
    assert found("- {a: *b, c: 1,5, d: @e}\n") == [
        ("text-starts-with-star", 1, 7, 2),
        ("decimal-comma", 1, 14, 3),
        ("text-starts-with-at", 1, 22, 2),
    ]


class _Writer(yaml.SafeDumper):  # type: ignore[misc]
    """PyYAML's writer, which leaves bare what is text in YAML 1.1 alone (`08`): these need quotes."""


def _text(writer: _Writer, text: str) -> yaml.Node:
    return writer.represent_scalar("tag:yaml.org,2002:str", text, None if isinstance(scalar(text), str) else '"')


_Writer.add_representer(str, _text)

_WORDS = st.text(alphabet="abcxyzAЯ жé😀'\"\\:#-,[]{}&*!|>%@`0123456789.\n", max_size=12)
_PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS, inner, max_size=4),
    max_leaves=20,
)


@given(_PLAIN, st.sampled_from([None, True, False]), st.booleans())
def test_reads_what_another_writer_wrote(data: Plain, flow: bool | None, unicode: bool) -> None:
    text = yaml.dump(data, Dumper=_Writer, default_flow_style=flow, allow_unicode=unicode, sort_keys=False)
    checked = read_yaml("map.yml", text.encode())
    if not checked.problems:
        assert checked.value == data


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_raise(content: bytes) -> None:
    checked = read_yaml("map.yml", content)
    assert checked.problems or checked.value is not None or content.strip() != b""


_PIECES = [
    "a: ",
    "b",
    "- ",
    "\n",
    "  ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "*",
    "&",
    "!",
    "|",
    ">",
    "@",
    "`",
    "%",
    "#x",
    " #",
    ", ",
    ":",
    "?",
    "\t",
    "1,5",
    "---\n",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_any_line_noise_is_read_or_told_at_a_place_in_the_file(text: str) -> None:
    checked = read_yaml("map.yml", text.encode())
    lines = text.split("\n")
    for problem in checked.problems:
        at = problem.place.at
        assert 1 <= at.line <= len(lines)  # type: ignore[union-attr]
        assert 1 <= at.column <= len(lines[at.line - 1]) + 1  # type: ignore[union-attr]
        assert problem.hint or problem.code == "bad-yaml"


def test_without_libyaml_everything_is_read_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    assert HAS_LIBYAML is (events.CParser is not None)
    texts = [
        "a: 1\nb: [x, {y: NO}]\n",
        "a: b: c\n",
        "a: *b c\nd: e\n",
        "[" * 5_000,
        "a: [b\nc: d\n",
        'a: "b\n',
        "a: !x y\n",
        "a:\n\tb: c\n",
    ]
    with_it = [read_yaml("map.yml", text.encode()) for text in texts]
    monkeypatch.setattr(events, "CParser", None)
    sound.sound.cache_clear()
    without = [read_yaml("map.yml", text.encode()) for text in texts]
    sound.sound.cache_clear()
    assert without == with_it


def test_reading_twice_gives_two_values() -> None:
    one, other = (read_yaml("map.yml", b"a: [*b]\n").value for _ in range(2))
    assert one == other
    assert one is not other
