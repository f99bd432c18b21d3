"""test_line: what is made of a line without the parser is what the parser would make of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjmgen.render.line import line
from cjmgen.render.prose import _parser

SIGNS = (
    *"*_`[]()<>&~!\\\"'.,-+#:;?=|^$%{} ", "**", "``", "~~", "  ", "\t", "\u00a0", "\u2028", "\u200b", "\u0301", "—", "“", "²", "😀",
    "](https://a.de/x)", "](http://a.de)", "://", "www.", "https://a.de", "a", "word", "é", "Ж", "1",
    "*em*", "**strong**", "`co de`", "[a link](https://example.org/x/1)",
)  # fmt: skip


@given(st.lists(st.sampled_from(SIGNS) | st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9).map("".join).map(str.strip))
def test_a_line_is_as_the_parser_would_have_it(text: str) -> None:
    made = line(text)
    assert made is None or made == _parser().renderInline(text)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("I'd say \"no\" > yes!", "I'd say &quot;no&quot; &gt; yes!"),
        ("see `a < b`, *really*", "see <code>a &lt; b</code>, <em>really</em>"),
        ("the **café menu** (twice)", "the <strong>café menu</strong> (twice)"),
        ("opens [the list](https://a.de/x)!", 'opens <a href="https://a.de/x" rel="noopener noreferrer">the list</a>!'),
    ],
)
def test_everyday_lines_need_no_parser(text: str, made: str) -> None:
    assert line(text) == made


@pytest.mark.parametrize(
    "text", ["a*b*", "* a*", "*a *b*", "**a*", "`a", "``a``", "a_b_", "[a](b)", "[a](javascript:b)", "<b>", "a &amp; b", "a\\*", "a\nb"]
)
def test_everything_else_is_left_to_it(text: str) -> None:
    assert line(text) is None
