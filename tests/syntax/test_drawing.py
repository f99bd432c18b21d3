"""test_drawing: an SVG that draws is taken; one that could run, fetch or hide anything is told with its line."""

import pytest

from cjmgen.syntax.drawing import flaw

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">\n'


def told(inside: str) -> str:
    return flaw(f"{OPEN}{inside}\n</svg>\n".encode())


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0h9" fill="#fff" stroke-width="1.5"/>',
        "<title>Northstep &amp; Sons</title><g transform='scale(2)'><circle cx='1' cy='1' r='1'/></g>",
        '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#a)" width="9" height="9"/>',
        '<style>.st0{fill:#fff}</style><path class="st0" style="fill:url(#a)" d="M0 0"/>',
        '<!-- made by hand --><clipPath id="c"><rect width="9" height="9"/></clipPath><g clip-path="url(#c)"/>',
    ],
)
def test_a_drawing_is_taken(inside: str) -> None:
    assert told(inside) == ""


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<script>alert(1)</script>", "has <script> in line 2"),
        ("<SCRIPT>alert(1)</SCRIPT>", "has <SCRIPT>"),
        ('<path d="M0 0"\n onload="alert(1)"/>', "has the attribute onload in line 2"),
        ("<foreignObject><p/></foreignObject>", "has <foreignObject>"),
        ('<a href="javascript:alert(1)"/>', "has <a>"),
        ('<path href="x"/>', "has the attribute href"),
        ('<use xlink:href="#a"/>', "has <use>"),
        ('<image href="https://example.com/x.png"/>', "has <image>"),
        ('<path fill="url(https://example.com/x)"/>', "has fill, which leads out"),
        ('<path style="background:url(//x)"/>', "has style, which leads out"),
        ('<path style="fill:\\75rl(x)"/>', "has style, which leads out"),
        ('<style>@import "https://example.com"</style>', "has a style that leads out"),
        ("<style>p{fill:url(x)}</style>", "has a style that leads out"),
        ("<style>&#64;import 'x'</style>", "has a style that leads out"),
        ('<animate attributeName="href"/>', "has <animate>"),
        ("&xxe;", "has an entity in line 2"),
        ('<path fill="&#117;rl(//x)"/>', "has an entity in fill"),
        ('<path id="&xxe;"/>', "has an entity in id"),
        ("<![CDATA[x]]>", "has '<![CDATA[x]]>' in line 2"),
        ("<?xml-stylesheet href='x'?>", "has '<?xml-stylesheet'"),
        ("<path d='M0 0'", "has '<path'"),
        ("<g>", "closes <svg>"),
        ("plain words", "has text in line 2"),
        ("<svg/>", "has a second drawing"),
        ("</svg><svg>", "has a second drawing"),
        ("<g>" * 60 + "</g>" * 60, "nested too deep"),
        ('<g xmlns:x="http://example.com"/>', "has the attribute xmlns:x"),
    ],
)
def test_what_is_no_drawing_is_told(inside: str, words: str) -> None:
    assert words in told(inside)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "holds no drawing"),
        (b"\xff\xfe", "is not UTF-8"),
        (b"<svg viewBox='0 0 1 1'></svg>", "does not open with"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', "has no viewBox"),
        (b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>', "has '<!DOCTYPE'"),
        (OPEN.encode(), "does not close <svg>"),
        (OPEN.encode() + b"<path/>" * 60_000 + b"</svg>", "has 410 KB, 200 are the most"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>', "has <html>"),
    ],
)
def test_a_file_that_is_no_svg_is_told(content: bytes, words: str) -> None:
    assert words in flaw(content)


def test_what_tools_write_before_the_drawing_is_fine() -> None:
    head = '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- Generator: some tool -->\n'
    assert flaw(f"{head}{OPEN}<path d='M0 0'/></svg>".encode()) == ""
