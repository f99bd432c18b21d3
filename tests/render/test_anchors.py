"""test_anchors: headings link to themselves where that says nothing else and presses nothing else."""

import pytest

from cjmgen.render.anchors import with_anchors


@pytest.mark.parametrize(
    ("heading", "linked"),
    [
        ('<h2 id="a">Words</h2>', '<h2 id="a"><a class="here" href="#a">Words</a></h2>'),
        ('<h3 class="x" id="a-b">1. <b>W</b></h3>', '<h3 class="x" id="a-b"><a class="here" href="#a-b">1. <b>W</b></a></h3>'),
        ('<h2 id="a">A</h2><h2>B</h2>', '<h2 id="a"><a class="here" href="#a">A</a></h2><h2>B</h2>'),
        ('<h2 id="a">\nA\n</h2>', '<h2 id="a"><a class="here" href="#a">\nA\n</a></h2>'),
    ],
)
def test_a_heading_with_an_id_is_a_link(heading: str, linked: str) -> None:
    assert with_anchors(heading) == linked


@pytest.mark.parametrize(
    "heading",
    [
        "<h2>No id</h2>",
        '<h1 id="a">The page itself</h1>',
        '<h2 data-id="a">No id</h2>',
        '<h2 id="a"><a href="b">A link</a></h2>',
        '<h2 id="a">A <button>button</button></h2>',
        '<h2 id="count" aria-live="polite">3</h2>',
        '<summary class="x"><h2 id="a">A fold</h2></summary>',
        '<th id="a">No heading</th>',
        '<p title="&lt;h2 id=&quot;a&quot;&gt;">&lt;h2 id="a"&gt;x&lt;/h2&gt;</p>',
    ],
)
def test_everything_else_stays(heading: str) -> None:
    assert with_anchors(heading) == heading
