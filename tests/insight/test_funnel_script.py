"""test_funnel_script: the script of the page with sliders draws a supposed funnel as the builder draws the one that was counted."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.insight.flow.funnel import draw

SCRIPT = Path(__file__).parent.parent.parent / "themes" / "default" / "assets" / "suppose" / "band.js"
TABLE = json.loads((Path(__file__).parent / "funnel.json").read_text("utf-8"))["cases"]
ASK = """
const fs = require('fs'), vm = require('vm');
let edge;
vm.runInNewContext(fs.readFileSync(process.argv[1], 'utf8'), { window: { cjm: { take: (path, value) => { edge = value; } } } });
const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(asked.map((people) =>
  edge(people.map((count, at) => [at, count]).filter((each) => each[1] !== null), people.length))));
"""

Funnel = list[int | None] | list[float | None]


def scripted(funnels: list[Funnel]) -> list[str]:
    """What the script draws, all in one run of Node."""
    node = shutil.which("node")
    if not node:
        pytest.skip("there is no node; the tests of the scripts need one")
    done = subprocess.run([node, "-e", ASK, str(SCRIPT)], input=json.dumps(funnels), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    edges: list[str] = json.loads(done.stdout)
    return edges


def built(funnel: Funnel) -> str:
    """The upper edge of the builder's band."""
    drawn = draw(funnel)  # type: ignore[arg-type]
    return drawn.band.partition("V")[0] if drawn else ""


@pytest.mark.parametrize("case", TABLE, ids=lambda case: str(case["people"]))
def test_the_builder_draws_the_table(case: dict[str, object]) -> None:
    assert built(case["people"]) == case["edge"]  # type: ignore[arg-type]


def test_the_script_draws_the_table() -> None:
    assert scripted([case["people"] for case in TABLE]) == [case["edge"] for case in TABLE]


COUNTS = st.none() | st.integers(0, 10**7) | st.floats(0, 10**7)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(COUNTS, max_size=14), min_size=20, max_size=60))
def test_any_funnel_is_drawn_alike(funnels: list[Funnel]) -> None:
    assert scripted(funnels) == [built(funnel) for funnel in funnels]
