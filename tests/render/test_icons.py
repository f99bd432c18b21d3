"""test_icons: a page carries the symbols it uses, and a drawing can't carry anything else."""

import pytest

from cjmgen.render.icons import PLACE, icon, symbol, with_symbols

SYMBOLS = {"mail": '<symbol id="i-mail"/>', "bag": '<symbol id="i-bag"/>', "touchpoint": '<symbol id="i-touchpoint"/>'}


def test_a_page_gets_the_symbols_it_uses_in_order() -> None:
    page = f"{PLACE}<main>{icon(SYMBOLS, 'mail')}{icon(SYMBOLS, 'bag')}{icon(SYMBOLS, 'mail')}</main>"
    made = with_symbols(page, SYMBOLS)
    assert made.index('id="i-bag"') < made.index('id="i-mail"') < made.index("<main>")
    assert "touchpoint" not in made
    assert PLACE not in made


def test_a_page_without_icons_has_no_symbols() -> None:
    assert with_symbols(f"{PLACE}<p>", SYMBOLS) == "<p>"


def test_an_icon_is_decoration_unless_it_has_a_label() -> None:
    assert icon(SYMBOLS, "mail") == '<svg class="i" aria-hidden="true"><use href="#i-mail"/></svg>'
    assert icon(SYMBOLS, "mail", "sev", "5 < 6") == '<svg class="sev" role="img" aria-label="5 &lt; 6"><use href="#i-mail"/></svg>'


def test_an_icon_nobody_drew_is_replaced() -> None:
    assert "#i-touchpoint" in icon(SYMBOLS, '"><script>')


def test_a_drawing_becomes_a_symbol() -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">\n <path d="M1 2"/>\n <circle cx="1" cy="1" r="2"/>\n</svg>\n'
    assert symbol("dot", drawing) == '<symbol id="i-dot" viewBox="0 0 20 20"><path d="M1 2"/><circle cx="1" cy="1" r="2"/></symbol>'


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<path d="M0 0" onload="alert(1)"/>',
        '<image href="https://example.com/x.png"/>',
        '<use href="https://example.com/x.svg#a"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<path fill="url(https://example.com/x)" d="M0 0"/>',
        '<style>@import "https://example.com"</style>',
        "<foreignObject><p>x</p></foreignObject>",
        "</svg><script>alert(1)</script><svg>",
        "plain words",
    ],
)
def test_a_drawing_holds_shapes_only(inside: str) -> None:
    assert symbol("bad", f'<svg viewBox="0 0 20 20"><path d="M1 2"/>{inside}</svg>') is None


def test_a_name_is_an_id() -> None:
    assert symbol('a"b', '<svg viewBox="0 0 20 20"><path d="M1 2"/></svg>') is None
