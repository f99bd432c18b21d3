"""test_links: the link checker finds what is broken, and only that."""

import pytest

from site_check.links import broken

SOUND = b"""<!doctype html><html lang="en"><head><link rel="stylesheet" href="a/style.css"></head><body>
<p id="top"><a href="#top">up</a>
<a href="sub/index.html#there">there</a> <a href="https://example.org/x">out</a> <a href="#state=live">filter</a>"""
SITE = {"index.html": SOUND, "sub/index.html": b'<p id="there"><a href="../index.html">home</a>', "a/style.css": b"p { color: red }"}


def test_a_sound_site_has_no_broken_links() -> None:
    assert broken(SITE) == []


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        (b'<a href="nowhere/index.html">x</a>', "there is no such file"),
        (b'<a href="sub/">x</a>', "there is no such file"),
        (b'<a href="#absent">x</a>', "there is no such place in that page"),
        (b'<a href="sub/index.html#absent">x</a>', "there is no such place in that page"),
        (b'<a href="../index.html">x</a>', "this leads out of the site"),
        (b'<a href="/index.html">x</a>', "an address from the root"),
        (b'<a href="javascript:alert(1)">x</a>', "this scheme may not stand in a page"),
        (b'<a href="">x</a>', "an empty address"),
        (b'<img src="https://example.org/a.png" alt="">', "the page loads this from outside"),
        (b'<script src="//example.org/a.js"></script>', "the page loads this from outside"),
        (b'<link rel="stylesheet" href="https://example.org/a.css">', "the page loads this from outside"),
        (b'<svg><use href="#i-none"/></svg>', "there is no such place in that page"),
        (b'<label for="absent">x</label>', "a reference to the id 'absent'"),
        (b'<p id="a"></p><p id="a"></p>', "the id 'a' stands 2 times"),
        (b'<meta http-equiv="refresh" content="0; url=gone.html">', "there is no such file"),
    ],
)
def test_a_broken_link_is_found(html: bytes, complaint: str) -> None:
    found = broken({**SITE, "index.html": html})
    assert len(found) == 1
    assert complaint in found[0]


def test_a_style_sheet_must_not_load_what_is_not_there() -> None:
    style = b"p { background: url('b.png') } /* url(c.png) */"
    assert broken({**SITE, "a/style.css": style}) == ["a/style.css: there is no such file: b.png"]
