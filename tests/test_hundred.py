"""A hundred files broken by hand: each gives one clear problem, with the right code, at the right words.

A row is (file, what stood there, what stands there now, the code, the words the carets are under). `""` as the last
means the place is checked by its line only: the line on which the change begins.
"""

import datetime
from pathlib import Path

import pytest

from cjmgen import Tree, load
from cjmgen.problem import Keys, Problem
from cjmgen.syntax.locate import locate

BASE = Path(__file__).parent / "hundred"
JOURNEY, PERSONA, EVIDENCE, METRIC = (
    "maps/journeys/first-pair.yml", "maps/personas/anna.yml", "maps/evidence/interviews.yml", "maps/metrics/exits.yml",
)  # fmt: skip
TEAMS, SETTINGS = "maps/teams.yml", "cjmgen.yml"

ROWS = [
    # keys
    (JOURNEY, "title: Buying", "titel: Buying", "unknown-key", "titel"),
    (JOURNEY, "summary: Anna", "sumary: Anna", "unknown-key", "sumary"),
    (JOURNEY, "personas: [anna]", "persona: [anna]", "unknown-key", "persona"),
    (JOURNEY, "  duration: 9 min", "  durations: 9 min", "unknown-key", "durations"),
    (JOURNEY, "    emotion: 0.6", "    emotions: 0.6", "unknown-key", "emotions"),
    (JOURNEY, "    channel: instagram", "    chanel: instagram", "unknown-key", "chanel"),
    (JOURNEY, "severity: critical", "severty: critical", "unknown-key", "severty"),
    (JOURNEY, "    impact: 5", "    Impact: 5", "unknown-key", "Impact"),
    (JOURNEY, "works: partly", "work: partly", "unknown-key", "work"),
    (JOURNEY, "sd: 0.6", "sigma: 0.6", "unknown-key", "sigma"),
    (JOURNEY, "of: visitors, target: 7%", "off: visitors, target: 7%", "unknown-key", "off"),
    (JOURNEY, "kind: companion", "type: companion", "unknown-key", "type"),
    (JOURNEY, "{per_conversion: 4200", "{perconversion: 4200", "unknown-key", "perconversion"),
    (PERSONA, "quote: I buy", "quotes: I buy", "unknown-key", "quotes"),
    (PERSONA, "  says:", "  said:", "unknown-key", "said"),
    (EVIDENCE, "valid_for:", "valid-for:", "unknown-key", "valid-for"),
    (METRIC, "target: 25%", "goal: 25%", "unknown-key", "goal"),
    (SETTINGS, "title: North", "titel: North", "unknown-key", "titel"),
    (TEAMS, "github:", "githup:", "unknown-key", "githup"),
    (JOURNEY, "    title: Fit finder\n", "", "missing-key", ""),
    (JOURNEY, "  title: Purchase\n", "", "missing-key", ""),
    (JOURNEY, "  - text: Oh, these would go with my coat.\n    speaker", "  - speaker", "missing-key", ""),
    (PERSONA, "title: Anna\n", "", "missing-key", ""),
    (JOURNEY, "{from: marketing, to", "{to", "missing-key", ""),
    (JOURNEY, "{per_conversion: 4200, currency", "{currency", "missing-key", ""),
    # types
    (JOURNEY, "personas: [anna]", "personas: anna", "wrong-type", "anna"),
    (JOURNEY, "title: Buying the first pair online", "title: 2026", "wrong-type", "2026"),
    (JOURNEY, "tags: {product: shoes}", "tags: shoes", "wrong-type", "shoes"),
    (JOURNEY, "  actions: [Notices a pair in the feed]", "  actions: Notices a pair", "wrong-type", "Notices a pair"),
    (JOURNEY, "  outcome: true", "  outcome: yes", "wrong-type", "yes"),
    (JOURNEY, "    impact: 5", "    impact: high", "wrong-type", "high"),
    (JOURNEY, "people: 120000", "people: 120.5", "wrong-type", "120.5"),
    (JOURNEY, "people: 120000", "people: many", "wrong-type", "many"),
    (JOURNEY, "target: 2.4%", "target: low", "wrong-type", "low"),
    (JOURNEY, "    emotion: 0.6", "    emotion: happy", "wrong-type", "happy"),
    (JOURNEY, "    emotion: 0.6", "    emotion: [1, 2]", "wrong-type", ""),
    (JOURNEY, "value: {per_conversion: 4200, currency: RUB, period: month}", "value: 4200", "wrong-type", "4200"),
    (JOURNEY, "  thoughts: [These would go with my coat]", "  thoughts: [39]", "wrong-type", "39"),
    (PERSONA, "score: 2", "score: low", "wrong-type", "low"),
    (METRIC, "value: 41%", "value: [41]", "wrong-type", ""),
    (METRIC, "series: [38%, 40%, 41%]", "series: [38%, forty, 41%]", "wrong-type", "forty"),
    (SETTINGS, "languages: [en, ru]", "languages: {en: ru}", "wrong-type", ""),
    # values
    (JOURNEY, "state: current", "state: as-is", "unknown-value", "as-is"),
    (JOURNEY, "status: live", "status: alive", "unknown-value", "alive"),
    (JOURNEY, "severity: critical", "severity: hight", "unknown-value", "hight"),
    (JOURNEY, "status: in-progress", "status: in progress", "unknown-value", "in progress"),
    (JOURNEY, "moment: barrier", "moment: of-truth", "unknown-value", "of-truth"),
    (JOURNEY, "works: partly", "works: maybe", "unknown-value", "maybe"),
    (EVIDENCE, "kind: interview", "kind: interviews", "unknown-value", "interviews"),
    (METRIC, "type: drop-off", "type: dropoff", "unknown-value", "dropoff"),
    (SETTINGS, "stages: seven", "stages: eight", "unknown-value", "eight"),
    (JOURNEY, "    emotion: 0.6", "    emotion: 4", "out-of-scale", "4"),
    (JOURNEY, "mean: -1.4", "mean: -14", "out-of-scale", "-14"),
    (JOURNEY, "anna: -0.7", "anna: -7", "out-of-scale", "-7"),
    (JOURNEY, "    effort: 3", "    effort: 0", "out-of-scale", "0"),
    (JOURNEY, "share: 60%", "share: 60", "out-of-scale", "60"),
    (JOURNEY, "people: 7900", "people: -7900", "out-of-scale", "-7900"),
    (PERSONA, "score: 2", "score: 11", "out-of-scale", "11"),
    (JOURNEY, "reviewed: 2026-10-01", "reviewed: 01.10.2026", "not-a-date", "01.10.2026"),
    (JOURNEY, "due: 2026-12-01", "due: 2026-13-01", "not-a-date", "2026-13-01"),
    (JOURNEY, "period: 2026-10", "period: October", "not-a-date", "October"),
    (EVIDENCE, "date: 2026-09-30", "date: 2026-9-30", "not-a-date", "2026-9-30"),
    (JOURNEY, "- id: decision", "- id: Decision Stage", "bad-id", "Decision Stage"),
    (JOURNEY, "  - id: instagram-ad", "  - id: instagram ad", "bad-id", "instagram ad"),
    (JOURNEY, "  - id: instagram-ad", "  - id: leave", "bad-id", "leave"),
    (JOURNEY, "link: https://example.org/fit-finder", "link: javascript:alert(1)", "link-not-allowed", "javascript:alert(1)"),
    (JOURNEY, "link: https://example.org/fit-finder", "link: //evil.example/x", "link-not-allowed", "//evil.example/x"),
    # references
    (JOURNEY, "personas: [anna]", "personas: [ana]", "unknown-persona", "ana"),
    (JOURNEY, "owner: e-commerce\nreviewed", "owner: ecommerce\nreviewed", "unknown-team", "ecommerce"),
    (JOURNEY, "    owner: marketing", "    owner: marketng", "unknown-team", "marketng"),
    (JOURNEY, "{from: marketing, to", "{from: sales, to", "unknown-team", "sales"),
    (JOURNEY, "    channel: instagram", "    channel: instagramm", "unknown-channel", "instagramm"),
    (JOURNEY, "    evidence: interviews\n", "    evidence: interview\n", "unknown-evidence", "interview"),
    (JOURNEY, "evidence: [{id: interviews, n: 11}]", "evidence: [{id: intervews, n: 11}]", "unknown-evidence", "intervews"),
    (PERSONA, "evidence: [interviews]", "evidence: [survey]", "unknown-evidence", "survey"),
    (JOURNEY, "  - exits\n", "  - exit\n", "unknown-metric", "exit"),
    (JOURNEY, "state: current", "state: current\nparent: second-pair", "unknown-journey", "second-pair"),
    (JOURNEY, "at: decision", "at: decison", "unknown-stage", "decison"),
    (JOURNEY, "    touchpoint: size-guide", "    touchpoint: size-gide", "unknown-touchpoint", "size-gide"),
    (JOURNEY, "{to: checkout", "{to: chekout", "unknown-touchpoint", "chekout"),
    (JOURNEY, "    pains: [wrong-last]", "    pains: [wrong-last, dear]", "unknown-pain", "dear"),
    (JOURNEY, "{anna: -0.7, olga: 0.2}", "{anna: -0.7, oleg: 0.2}", "unknown-actor", "oleg"),
    (JOURNEY, "state: current", "state: current\nextends: first-pair", "circular-extends", "first-pair"),
    # form
    (JOURNEY, "  title: Decision", "\ttitle: Decision", "tab-indent", ""),
    (JOURNEY, "personas: [anna]", "personas: [anna", "unclosed-bracket", ""),
    (JOURNEY, "title: Buying the first pair online", 'title: "Buying the first pair online', "unclosed-quote", ""),
    (JOURNEY, "personas: [anna]", "personas: [anna  # who goes this way: a name", "unclosed-bracket", ""),
    (JOURNEY, "personas: [anna]", 'personas: "[anna]', "unclosed-quote", ""),
    (JOURNEY, "state: current", "state: *current", "text-starts-with-star", ""),
    (JOURNEY, "people: 120000", "people: 120 000", "wrong-type", "120 000"),
    (JOURNEY, "value: {per", "value:{per", "bad-yaml", ""),
    (JOURNEY, "- id: decision", "  id: decision", "duplicate-key", ""),
    (JOURNEY, "- id: awareness", "  id: awareness", "bad-yaml", ""),
    (JOURNEY, "  title: Decision", "\u00a0 title: Decision", "bad-indent", ""),
    (JOURNEY, "    owner: marketing", "    owner:\u00a0marketing", "bad-yaml", ""),
    (JOURNEY, "personas: [anna]", "personas: [Anna]", "bad-id", "Anna"),
    (JOURNEY, "[Notices a pair in the feed]", '[Says "a pair, a coat", Asks]', "text-cut-at-comma", ""),
    (JOURNEY, "status: live", "state: current", "duplicate-key", ""),
    (JOURNEY, "title: Buying", "title: !!str Buying", "tag-not-allowed", ""),
    (JOURNEY, "state: current", "<<<<<<< ours\nstate: current\n=======\nstate: future\n>>>>>>> theirs", "merge-conflict", ""),
    (JOURNEY, "stages:\n", "---\nstages:\n", "several-documents", ""),
    (JOURNEY, "  - id: size-guide\n    title: Size guide", "  - id: instagram-ad\n    title: Size guide\n  - id: instagram-ad\n    title: Again", "duplicate-id", ""),
    # prose
    (JOURNEY, "title: Buying the first pair online", "title: Buying: the first pair", "text-became-mapping", ""),
    (JOURNEY, "title: Buying the first pair online", "title: Buying pair #1 online", "text-cut-at-hash", ""),
    (JOURNEY, "title: Buying the first pair online", "title: *Buying* the first pair", "text-starts-with-star", ""),
    (JOURNEY, "title: Buying the first pair online", "title: [Buying] the first pair", "text-starts-with-bracket", ""),
    (JOURNEY, "title: Buying the first pair online", "title: @shop, the first pair", "text-starts-with-at", ""),
    (JOURNEY, "title: Buying the first pair online", "title: \"Buying\" the first pair", "text-after-quote", ""),
    (JOURNEY, "title: Buying the first pair online", "title: > the first pair", "text-starts-with-angle", ""),
    (JOURNEY, "title: Buying the first pair online", "title: %d pairs", "text-starts-with-percent", ""),
    (JOURNEY, "title: Buying the first pair online", "title: `pair` online", "text-starts-with-backtick", ""),
    (JOURNEY, "{title: Packs the order, system", "{title: Packs the order, fast, system", "text-cut-at-comma", ""),
]  # fmt: skip


def found(files: dict[str, bytes]) -> tuple[Problem, ...]:
    return load(Tree.of(files), today=datetime.date(2026, 11, 21)).problems


@pytest.fixture(scope="module")
def base() -> dict[str, bytes]:
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in sorted(BASE.rglob("*.yml"))}


def test_the_unbroken_project_has_no_problem(base: dict[str, bytes]) -> None:
    assert found(base) == ()


def test_there_are_a_hundred() -> None:
    assert len({row[:3] for row in ROWS}) >= 100


@pytest.mark.parametrize(("file", "was", "now", "code", "words"), ROWS, ids=[f"{row[3]}-{at}" for at, row in enumerate(ROWS)])
def test_one_mistake_gives_one_problem_at_its_place(base: dict[str, bytes], file: str, was: str, now: str, code: str, words: str) -> None:
    text = base[file].decode()
    assert was in text, f"the row is out of date: {was!r} is not in {file}"
    broken = text.replace(was, now, 1)
    problems = found({**base, file: broken.encode()})
    assert [problem.code for problem in problems] == [code], "\n".join(f"{p.code}: {p.message}" for p in problems)
    place = problems[0].place
    span = locate(place.file, broken.encode(), place.at) if isinstance(place.at, Keys) else place.at
    assert place.file == file
    if words:
        line = broken.splitlines()[span.line - 1]
        assert line[span.column - 1 : span.column - 1 + span.length].strip("\"'") == words
    else:
        first = text[: text.index(was)].count("\n") + 1
        assert first - 12 <= span.line <= first + now.count("\n") + 3
    assert problems[0].hint or code in {"missing-key", "out-of-scale"}, "a problem says how to mend it"
