"""test_tidy: what canonical form is, case by case, and that it changes neither what a map says nor a comment in it."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from cjmgen.atlas.files.sort import Source, sources
from cjmgen.formats import tidy
from cjmgen.formats.meaning import meaning
from cjmgen.formats.tidy import tidied
from cjmgen.syntax.yaml.pen import WIDTH
from cjmgen.syntax.yaml.transcribe import transcribe
from long import times
from scribble import scribbled

ROOT = Path(__file__).parent.parent.parent
JOURNEY = Source("maps/journeys/a.yml", "journey", "a")
HEAD = "Thirty seconds on a real foot in real light, and nobody asked the blogger to say anything about sizes at all, not even"
LONG = f"{HEAD} once."

CASES = {
    "keys": (
        "stages: [One]\npersonas: [anna]\ntitle: A\n",
        "title: A\npersonas: [anna]\nstages: [One]\n",
    ),
    "keys of items": (
        "title: A\nstages:\n- pains:\n  - severity: low\n    title: P\n    id: p\n  goal: G\n  title: S\n  id: s\n",
        "title: A\nstages:\n- id: s\n  title: S\n  goal: G\n  pains:\n  - id: p\n    title: P\n    severity: low\n",
    ),
    "keys of one's own stay in their order, behind the others": (
        "x-b: 1\nx-a: 2\ntitle: A\ntags: {b: 1, a: 2}\nstages: [One]\n",
        "title: A\ntags: {b: 1, a: 2}\nstages: [One]\nx-b: 1\nx-a: 2\n",
    ),
    "comments go with their key": (
        "stages: [One]  # stages\n# about the title\ntitle: A\n# end\n",
        "# about the title\ntitle: A\nstages: [One]  # stages\n# end\n",
    ),
    "the head stays on top": (
        "# yaml-language-server: $schema=x.json\nstages: [One]\ntitle: A\n",
        "# yaml-language-server: $schema=x.json\ntitle: A\nstages: [One]\n",
    ),
    "a comment above an item's first key": (
        "title: A\nstages:\n- title: S\n  # never change this\n  id: s\n",
        "title: A\nstages:\n# never change this\n- id: s\n  title: S\n",
    ),
    "quotes": (
        "title: \"A\"\nsummary: 'no: way'\nstages:\n- \"yes\"\n- 'One'\n- '1.5'\n- 2026-10\n",
        'title: A\nsummary: "no: way"\nstages:\n- "yes"\n- One\n- "1.5"\n- 2026-10\n',
    ),
    "numbers stay as they are written": (
        "title: A\nstages:\n- {id: s, title: S, emotion: -0.50}\n",
        "title: A\nstages:\n- {id: s, title: S, emotion: -0.50}\n",
    ),
    "truths": ("title: A\nstages:\n- {id: s, title: S, outcome: True}\n", "title: A\nstages:\n- {id: s, title: S, outcome: true}\n"),
    "indentation": (
        "title: A\nstages:\n    -   id: s\n        title: S\n        actions:\n          - Packs\n",
        "title: A\nstages:\n- id: s\n  title: S\n  actions:\n  - Packs\n",
    ),
    "brackets over several lines": ("title: A\nstages: [\n  One,\n  Two,\n]\n", "title: A\nstages: [One, Two]\n"),
    "brackets with comments": (
        "title: A\nstages: [One, # first\n  # then\n  Two]\n",
        "title: A\nstages:\n- One  # first\n# then\n- Two\n",
    ),
    "brackets that are too long": (
        f"title: A\nsummary: {{en: {LONG[:60]}, ru: \"{LONG[:70]}\"}}\nstages: [One]\n".replace("light,", "light"),
        f"title: A\nsummary:\n  en: {LONG[:60]}\n  ru: {LONG[:70]}\nstages: [One]\n".replace("light,", "light"),
    ),
    "a long text is folded": (
        f"title: A\nsummary: {LONG}\nstages: [One]\n",
        f"title: A\nsummary: >-\n  {HEAD}\n  once.\nstages: [One]\n",
    ),
    "a short folded text is not": ("title: A\nsummary: >-\n  Two\n  lines\nstages: [One]\n", "title: A\nsummary: Two lines\nstages: [One]\n"),
    "paragraphs below a > stay there": (
        f"title: A\nsummary: >\n  {LONG}\n\n  Two\nstages: [One]\n",
        f"title: A\nsummary: >\n  {HEAD}\n  once.\n\n  Two\nstages: [One]\n",
    ),
    "lines below a | stay as they are": (f"title: A\nsummary: |\n    {LONG}\n\n    - x\nstages: [One]\n", f"title: A\nsummary: |\n  {LONG}\n\n  - x\nstages: [One]\n"),
    "blank lines": (
        "\n\ntitle: A\n\n\n\nstages:\n\n- One\n\n\n- Two\n\n\n",
        "title: A\n\nstages:\n- One\n\n- Two\n",
    ),
    "the sign of a document's start stays": ("---\nstages: [One]\ntitle: A\n...\n", "---\ntitle: A\nstages: [One]\n"),
    "items that can be referred to keep their ids": (
        "title: A\nstages:\n- title: First step\n  touchpoints:\n  - title: Size guide\n  pains:\n  - {title: It hurts, severity: low}\n",
        ("title: A\nstages:\n- id: first-step\n  title: First step\n  touchpoints:\n  - id: size-guide\n    title: Size guide\n  pains:\n"
        "  - {id: it-hurts, title: It hurts, severity: low}\n"),
    ),
    "other items do not": (
        "title: A\nstages:\n- id: s\n  title: S\n  actions:\n  - {title: Packs, who: [anna]}\n  quotes:\n  - text: Oh\n",
        "title: A\nstages:\n- id: s\n  title: S\n  actions:\n  - {title: Packs, who: [anna]}\n  quotes:\n  - text: Oh\n",
    ),
    "a plain text gets an id where something refers to it": (
        "title: A\nstages:\n- id: s\n  title: S\n  touchpoints:\n  - Size guide  # why\n  - Cart\n  pains:\n  - {id: p, title: P, touchpoint: s/size-guide}\n",
        ("title: A\nstages:\n- id: s\n  title: S\n  touchpoints:\n  - id: size-guide\n    title: Size guide  # why\n  - Cart\n  pains:\n"
        "  - {id: p, title: P, touchpoint: s/size-guide}\n"),
    ),
    "ids are those the items have": (
        "title: A\nstages:\n- Foo\n- title: {ru: Ёлка, en: Foo}\n- title: Foo\n",
        "title: A\nstages:\n- Foo\n- id: foo-2\n  title: {ru: Ёлка, en: Foo}\n- id: foo-3\n  title: Foo\n",
    ),
    "a patch gets no ids": (
        "stages:\n- title: S\nextends: b\ntitle: A\n",
        "title: A\nextends: b\nstages:\n- title: S\n",
    ),
    "anchors keep the order": (
        "title: A\nstages:\n- {title: &t Foo, id: a}\n- id: b\n  title:   *t\n",
        "title: A\nstages:\n- {title: &t Foo, id: a}\n- id: b\n  title: *t\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_canonical_form(name: str) -> None:
    before, after = CASES[name]
    made = tidied(JOURNEY, before.encode(), "en")
    assert (made.content.decode(), made.reason) == (after, "")
    assert tidied(JOURNEY, after.encode(), "en").content.decode() == after
    assert tidied(JOURNEY, before.replace("\n", "\r\n").encode(), "en").content.decode() == after.replace("\n", "\r\n")


def test_settings_teams_and_personas() -> None:
    settings_ = tidied(Source("cjmgen.yml", "settings"), b"stages: five\ntitle: S\n", "en")
    assert settings_.content == b"title: S\nstages: five\n"
    teams = tidied(Source("maps/teams.yml", "team"), b"crm:\n  contact: c\n  title: CRM\nb: Team B\n", "en")
    assert teams.content == b"crm:\n  title: CRM\n  contact: c\nb: Team B\n"
    listed = tidied(Source("maps/teams.yml", "team"), b"- contact: c\n  title: Customer care\n- Sales\n", "en")
    assert listed.content == b"- id: customer-care\n  title: Customer care\n  contact: c\n- Sales\n"


def test_the_front_matter_of_markdown_and_not_its_text() -> None:
    source = Source("maps/journeys/a.md", "journey", "a")
    text = "---\npersonas:   [anna]\n# why\ntitle: 'A'\n---\n\n##  One\n\n* Does   this\n"
    made = tidied(source, text.encode(), "en").content.decode()
    assert made == "---\n# why\ntitle: A\npersonas: [anna]\n---\n\n##  One\n\n* Does   this\n"
    assert tidied(source, made.encode(), "en").content.decode() == made
    bare = b"# A\n\n## One\n\n* Does   this\n"
    assert tidied(source, bare, "en").content == bare


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: A\nstages: [One\n", "unclosed-bracket"),
        ("title: A\nstagse: [One]\n", "unknown-key"),
        ("stages: [One]\ntitle: [A]\n", "wrong-type"),
        ("stages: [One]\ntitle: A\ntitle: B\n", "duplicate-key"),
        ("<<<<<<< a\ntitle: A\n=======\ntitle: B\n>>>>>>> b\nstages: [One]\n", "merge-conflict"),
    ],
)
def test_a_file_with_mistakes_is_left_as_it_is(text: str, code: str) -> None:
    made = tidied(JOURNEY, text.encode(), "en")
    assert (made.content, made.reason) == (text.encode(), "broken")
    assert code in {problem.code for problem in made.problems}


def test_a_key_that_is_no_word_leaves_the_file() -> None:
    text = b"stages: [One]\ntitle: A\nx-own:\n  ? a\n  : b\n"
    assert tidied(JOURNEY, text, "en") == tidy.Tidied(text, "illegible")


def test_a_file_that_would_say_something_else_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidy, "pen", lambda manuscript: "title: B\nstages: [One]\n")
    text = b"stages: [One]\ntitle: A\n"
    assert tidied(JOURNEY, text, "en") == tidy.Tidied(text, "changed")


def comments(text: str) -> Counter[str]:
    """The comments of a text that has no `#` in its values."""
    return Counter(found.strip() for found in re.findall(r"(?:^|(?<=\s))# note[^\n]*", text))


@settings(max_examples=times(40, 10_000))
@given(scribbled())
def test_whatever_was_scribbled_says_the_same_and_stays_as_it_is(made: tuple[str, object]) -> None:
    text, _ = made
    before = meaning(JOURNEY, text.encode(), "en")
    once = tidied(JOURNEY, text.encode(), "en")
    if once.reason == "broken":
        assert before.errors
        return
    assert once.reason == ""
    assert meaning(JOURNEY, once.content, "en").is_same(before)
    assert tidied(JOURNEY, once.content, "en") == once
    assert comments(once.content.decode()) == comments(text)
    assert list(yaml.parse(once.content.decode(), yaml.SafeLoader)), "PyYAML's own parser reads it too"


@pytest.mark.slow
def test_the_maps_of_all_cases() -> None:
    seen = 0
    for root in sorted((ROOT / "tests" / "cases").iterdir()):
        files = [path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()]
        for source in sources(sorted(files)).value:
            content = (root / source.file).read_bytes()
            once = tidied(source, content, "en")
            assert once.reason in ("", "broken"), (root, source.file)
            if not once.reason:
                seen += 1
                assert tidied(source, once.content, "en") == once, (root, source.file)
    assert seen > 300


def test_the_maps_of_this_repository_are_in_canonical_form() -> None:
    files = ["cjmgen.yml", *(path.relative_to(ROOT).as_posix() for path in (ROOT / "maps").rglob("*") if path.is_file())]
    found = sources(files).value
    assert len(found) > 50
    untidy = [each.file for each in found if tidied(each, content := (ROOT / each.file).read_bytes(), "en").content != content]
    assert untidy == [], "bring these into form with `cjmgen fmt`"


def test_no_line_is_wider_than_it_has_to_be() -> None:
    made = tidied(JOURNEY, f"title: A\nsummary: {LONG * 20}\nstages: [{', '.join(['One more'] * 40)}]\n".encode(), "en").content.decode()
    assert max(len(line) for line in made.splitlines()) <= WIDTH
    assert transcribe(made) is not None


def test_the_example_of_the_manual_is_real() -> None:
    before, after = re.findall(r"```yaml\n# (?:before|after)\n(.*?)```", (ROOT / "docs" / "format.md").read_text("utf-8"), re.DOTALL)
    assert tidied(JOURNEY, before.encode(), "en").content.decode() == after
