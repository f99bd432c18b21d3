"""test_worth_script: the script of the page with sliders reckons what a gap is worth and a supposed funnel as the builder does."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.numbers.estimate import Estimate
from cjmgen.numbers.worth import supposed, worth

SCRIPT = Path(__file__).parent.parent.parent / "themes" / "default" / "assets" / "suppose" / "worth.js"
TABLE = json.loads((Path(__file__).parent / "worth.json").read_text("utf-8"))
ASK = """
const fs = require('fs'), vm = require('vm');
let of;
vm.runInNewContext(fs.readFileSync(process.argv[1], 'utf8'), { window: { cjm: { take: (path, value) => { of = value; } } } });
const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify({
  worth: asked.worth.map((one) => of.worth(one.entered, one.share, one.goal, one.onward, one.value)),
  supposed: asked.supposed.map((one) => of.supposed(one.entered, one.shares, one.value)),
}));
"""
SHARES = st.floats(0, 1)


def asked(worth: list[dict[str, Any]], supposed: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What the script answers, all in one run of Node."""
    node = shutil.which("node")
    if not node:
        pytest.skip("there is no node; the tests of the scripts need one")
    told = json.dumps({"worth": worth, "supposed": supposed})
    done = subprocess.run([node, "-e", ASK, str(SCRIPT)], input=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, list[dict[str, Any]]] = json.loads(done.stdout, parse_int=float)
    return answer


def test_the_table() -> None:
    answers = asked(TABLE["worth"], TABLE["supposed"])
    for case, answer in zip(TABLE["worth"], answers["worth"], strict=True):
        for part in ("people", "carried", "money"):
            told = case[part] and [None if end is None else pytest.approx(end, rel=1e-12) for end in case[part]]
            assert told == answer[part], (case, part)
    for case, answer in zip(TABLE["supposed"], answers["supposed"], strict=True):
        assert case["people"] == pytest.approx(answer["people"], rel=1e-12)
        assert case["money"] == (answer["money"] and pytest.approx(answer["money"], rel=1e-12))


FUNNELS = st.lists(st.tuples(st.integers(0, 10**9), SHARES, st.tuples(SHARES, SHARES), st.lists(SHARES, max_size=9), st.none() | st.floats(0, 1e9)))


@settings(max_examples=20, deadline=None)
@given(FUNNELS)
def test_any_funnel_to_the_last_bit(funnels: list[tuple[int, float, tuple[float, float], list[float], float | None]]) -> None:
    """Both add and multiply from left to right in the same doubles, so nothing has to be close: it is the same."""
    gaps = [{"entered": each[0], "share": [each[2][0], min(each[2]), None], "goal": each[1], "onward": each[3], "value": each[4]} for each in funnels]
    chains = [{"entered": each[0], "shares": each[3], "value": each[4]} for each in funnels]
    answers = asked(gaps, chains)
    for gap, chain, told, then in zip(gaps, chains, answers["worth"], answers["supposed"], strict=True):
        value, low, high = gap["share"]  # type: ignore[misc]
        found = worth(gap["entered"], Estimate(value, low, high, 9, "wilson"), gap["goal"], gap["onward"], gap["value"])  # type: ignore[arg-type]
        parts = [part and [part.value, part.low, part.high] for part in (found.people, found.carried, found.money)]
        assert [told["people"], told["carried"], told["money"]] == parts
        reckoned = supposed(chain["entered"], chain["shares"], chain["value"])  # type: ignore[arg-type]
        assert (then["people"], then["money"]) == (list(reckoned.people), reckoned.money)
