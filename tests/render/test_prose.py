"""test_prose: authors' Markdown becomes safe HTML, and plain text goes the short way to the same result."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cjmgen.render import prose

ALLOWED = frozenset({"p", "em", "strong", "code", "a", "br", "ul", "ol", "li", "blockquote", "pre", "hr", "s"} | {"table", "thead", "tbody", "tr", "th", "td"})
WORDS = st.text(alphabet=st.sampled_from("ab яё39 .,;:()'\"?-+#=|>1)&<*_`[]!\\~/\n"), max_size=60)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Will 39 fit?", "Will 39 fit?"),
        ("*soft* and **loud**", "<em>soft</em> and <strong>loud</strong>"),
        ("<b>no</b>", "&lt;b&gt;no&lt;/b&gt;"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("[in](../b/index.html)", '<a href="../b/index.html">in</a>'),
        ("[down](#s-decision)", '<a href="#s-decision">down</a>'),
        ("[out](https://example.com)", '<a href="https://example.com" rel="noopener noreferrer">out</a>'),
        ("[mail](mailto:a@example.com)", '<a href="mailto:a@example.com">mail</a>'),
    ],
)
def test_inline(text: str, html: str) -> None:
    assert prose.inline(text) == html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "java\\script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "data:image/png;base64,AAAA",
        "blob:https://example.com/1",
        "file:///etc/passwd",
        "//example.com/x",
        "/\\example.com",
        "\\\\example.com",
        "%2F%2Fexample.com:x",
        "ftp://example.com",
    ],
)
def test_other_links_stay_text(address: str) -> None:
    for html in (prose.inline(f"[x]({address})"), prose.inline(f"[x](<{address}>)"), prose.blocks(f"[x][1]\n\n[1]: {address}")):
        assert "<a" not in html


def test_images_and_autolinks_fetch_nothing() -> None:
    assert "<img" not in prose.inline("![x](https://example.com/pixel.png)")
    assert "<a" not in prose.inline("<javascript:alert(1)>")


def test_blocks_keep_the_outline_of_the_page() -> None:
    html = prose.blocks("# Big\n\nText\n\n- one\n- two\n\n<iframe src=x>")
    assert "<h1" not in html
    assert "<p><strong>Big</strong></p>" in html
    assert "<ul>\n<li>one</li>" in html
    assert "&lt;iframe" in html


def test_plain_is_the_words_alone() -> None:
    assert prose.plain("Say **it** & [go](https://example.com)") == "Say it & go"
    assert prose.plain("a < b") == "a < b"


def test_long_texts_are_cut() -> None:
    assert len(prose.inline("x" * 9_000)) == 4_000
    assert prose.inline("x" * 9_000).endswith("…")


@given(WORDS)
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 20}).enable(["table", "strikethrough"]).disable("image")

    def same(html: str) -> str:
        return str(html).replace("&#39;", "'").replace("&#34;", '"').replace("&quot;", '"').strip()

    if not re.search(r"[\[<]", text):
        assert same(prose.inline(text)) == same(parser.renderInline(text.strip()))


@given(WORDS)
def test_no_text_opens_a_tag_of_its_own(text: str) -> None:
    tags = {tag.lower() for tag in re.findall(r"<\s*/?\s*([a-zA-Z0-9]+)", prose.inline(text) + prose.blocks(text))}
    assert tags <= ALLOWED
