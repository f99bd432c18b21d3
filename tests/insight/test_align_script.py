"""test_align_script: the script of the page that compares any journeys aligns as the builder does."""

import json
import random
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path

import pytest

from cjmgen.insight.meet.align import Given, align
from cjmgen.insight.meet.sketch import Sketch, packed
from insight.align_cases import cases

SCRIPT = Path(__file__).parent.parent.parent / "themes" / "default" / "assets" / "compare" / "align.js"
ASK = """
const fs = require('fs'), vm = require('vm');
const world = { window: { cjm: {} } };
vm.runInNewContext(fs.readFileSync(process.argv[1], 'utf8'), world);
const cjm = world.window.cjm;
const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(asked.map((one) => cjm.align(one.subjects.map((sketches) => sketches.map(cjm.sketch)), one.given))));
"""

Question = tuple[tuple[tuple[Sketch, ...], ...], tuple[Given, ...]]


def asked(questions: list[Question]) -> list[list[dict[str, object]]]:
    """What the script answers, all in one run of Node."""
    node = shutil.which("node")
    if not node:
        pytest.skip("there is no node; the tests of the scripts need one")
    told = [{"subjects": [list(map(packed, sketches)) for sketches in subjects], "given": list(map(asdict, given))} for subjects, given in questions]
    done = subprocess.run([node, "-e", ASK, str(SCRIPT)], input=json.dumps(told), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def expected(question: Question) -> list[dict[str, object]]:
    """The builder's answer, as JSON tells it."""
    return json.loads(json.dumps([asdict(row) for row in align(*question)]))


def test_the_table_of_hard_cases() -> None:
    found = cases()
    answers = asked([(case.subjects, case.given) for case in found])
    assert {case.name: rows for case, rows in zip(found, answers, strict=True)} == {
        case.name: expected((case.subjects, case.given)) for case in found
    }


def test_random_journeys_that_are_much_alike() -> None:
    chance = random.Random(3)
    questions = [_question(chance) for _ in range(500)]
    answers = asked(questions)
    reasons = {row["by"] for rows in answers for row in rows}
    assert reasons == {"mapping", "id", "phase", "title", "likeness", "alone"}, "the random cases should meet every rule"
    assert [at for at, (question, rows) in enumerate(zip(questions, answers, strict=True)) if expected(question) != rows] == []


def _question(chance: random.Random) -> Question:
    subjects = tuple(tuple(_stages(chance)) for _ in range(chance.randint(1, 6)))
    given = tuple(
        Given(chance.choice(("", f"r{at}", "s")), _some(chance, "abcde", 2), tuple(_named(chance) for _ in subjects))
        for at in range(chance.choice((0, 0, 1, 3)))
    )
    return subjects, given


def _stages(chance: random.Random) -> list[Sketch]:
    ids = chance.sample("opqrstuvwxyz", chance.randint(0, 8))
    return [
        Sketch(id, chance.choice(("", "", "one", "two")), _some(chance, "abcdefgh", 2), tuple(_some(chance, "klmno", 3) for _ in range(chance.randint(0, 2))),
               tuple(_some(chance, "klmnop", 5) for _ in range(chance.randint(0, 2))), _some(chance, "xyz", 3))
        for id in ids
    ]  # fmt: skip


def _some(chance: random.Random, letters: str, most: int) -> tuple[str, ...]:
    return tuple(sorted(chance.sample(letters, chance.randint(0, most))))


def _named(chance: random.Random) -> tuple[str, ...] | None:
    return chance.choice((None, (), tuple(chance.sample("opqrstuv", chance.randint(0, 3)))))
