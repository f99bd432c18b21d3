"""starter: the files of a new project, with an example that fits its stage set, in English or Russian."""

import json
from collections.abc import Mapping

from cjmgen.formats.annotated import Line, listed, page, pair, under
from cjmgen.formats.starter_words import WORDS, Words
from cjmgen.formats.stories.shelf import STORIES
from cjmgen.formats.stories.story import Contact, Pain, Person, Scene, Story
from cjmgen.model.directory import SetStage
from cjmgen.model.field import choose
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.value import dataclass

SCHEMA_FOLDER = ".schema"
SCHEMAS: Mapping[str, str] = {
    "settings": "cjmgen.yml",
    "journey": "maps/journeys/**/*.yml",
    "persona": "maps/personas/*.yml",
    "evidence": "maps/evidence/*.yml",
    "metric": "maps/metrics/*.yml",
    "comparison": "maps/comparisons/*.yml",
    "team": "maps/teams.yml",
    "channel": "maps/channels.yml",
    "actor": "maps/actors.yml",
    "stage": "maps/stages.yml",
}
"""The kinds whose schema an editor needs, each with the files it is for; they stand in `.schema/<kind>.json`."""

JOURNEY, EVIDENCE = "maps/journeys/first-journey.yml", "interviews"


@dataclass(frozen=True, slots=True)
class Starter:
    """The files of a new project by path, and the one line to edit first. The schemas are not among them."""

    files: Mapping[str, str]
    first_line: tuple[str, int]


def starter(stages: str, language: str, empty: bool = False) -> Starter:
    """A project to start from; `stages` names a stage set. Raises KeyError for a set or language there is none of."""
    if empty:
        return bare(stages, language)
    words, story = WORDS[language], STORIES[stages][language]
    journey = page(_journey(story, STAGE_SETS[stages], language, words))
    line = _line_of(journey, "title:")
    files = {
        "cjmgen.yml": page(_settings(story, stages, language, words)),
        "README.md": words.readme.format(site=story.site, file=JOURNEY, line=line),
        JOURNEY: journey,
        f"maps/personas/{story.person.id}.yml": page(_person(story.person, words)),
        f"maps/evidence/{EVIDENCE}.yml": page(_evidence(story, words)),
        "maps/teams.yml": page(_teams(story, words)),
    }
    return Starter(_sorted({**files, **_editor()}), (JOURNEY, line))


def _sorted(files: Mapping[str, str]) -> dict[str, str]:
    return {path: files[path] for path in sorted(files)}


def bare(stages: str | None, language: str) -> Starter:
    """A project without an example, and without a stage set where none is named."""
    words = WORDS[language]
    files = {"cjmgen.yml": _empty_settings(stages, language, words), "README.md": words.empty_readme, "maps/README.md": words.folder}
    return Starter(_sorted({**files, **_editor()}), ("cjmgen.yml", _line_of(files["cjmgen.yml"], "title:")))


def _line_of(text: str, start: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith(start))


def _editor() -> dict[str, str]:
    """What git and editors should know."""
    schemas = {f"./{SCHEMA_FOLDER}/{kind}.json": files for kind, files in SCHEMAS.items()}
    return {
        ".gitignore": "/site/\n/.cjmgen/\n",
        ".vscode/settings.json": json.dumps({"yaml.schemas": schemas}, indent=2) + "\n",
        ".vscode/extensions.json": json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n",
    }


def _modeline(kind: str, depth: int) -> Line:
    """The line by which editors that speak to the YAML language server find the schema."""
    return Line(f"# yaml-language-server: $schema={'../' * depth}{SCHEMA_FOLDER}/{kind}.json")


def _settings(story: Story, stages: str, language: str, words: Words) -> tuple[Line, ...]:
    return (
        _modeline("settings", 0),
        *pair("title", story.site, words.settings),
        *pair("languages", [language], beside=words.language),
        *pair("stages", stages),
        *pair("notice", words.notice),
    )


def _empty_settings(stages: str | None, language: str, words: Words) -> str:
    title = words.empty_readme.splitlines()[0].removeprefix("# ")
    lines = (*pair("title", title, words.settings), *pair("languages", [language], beside=words.language))
    return page((_modeline("settings", 0), *lines, *(pair("stages", stages) if stages else ())))


def _journey(story: Story, stages: tuple[SetStage, ...], language: str, words: Words) -> tuple[Line, ...]:
    told = (_stage(stage, scene, story, language, words) for stage, scene in zip(stages, story.scenes, strict=True))
    return (
        _modeline("journey", 2),
        *pair("title", story.title, words.journey, words.edit_me),
        *pair("summary", story.summary),
        *pair("personas", [story.person.id], beside=words.persona),
        *pair("owner", story.teams[0][0], beside=words.owner),
        Line(""),
        *listed("stages", told, words.stages),
    )


def _stage(stage: SetStage, scene: Scene, story: Story, language: str, words: Words) -> tuple[Line, ...]:
    contacts = (_contact(contact, scene.truth if at == 0 else "", words) for at, contact in enumerate(scene.contacts))
    return (
        *pair("id", stage.id),
        *pair("title", choose(stage.title, language)),
        *(pair("duration", scene.duration) if scene.duration else ()),
        *under("entry", (*pair("people", scene.people, beside=words.entry), *pair("of", story.counted))),
        *(pair("outcome", True) if scene.outcome else ()),
        *pair("actions", [scene.does]),
        *(pair("thoughts", [scene.thinks]) if scene.thinks else ()),
        *listed("touchpoints", contacts, words.touchpoints),
        *(_pain(scene.pain, words) if scene.pain else ()),
        *(listed("gains", [(*pair("title", scene.gain), *_proof())]) if scene.gain else ()),
        *(listed("quotes", [(*pair("text", scene.quote), *pair("speaker", words.customer), *_proof())]) if scene.quote else ()),
    )


def _contact(contact: Contact, truth: str, words: Words) -> tuple[Line, ...]:
    return (
        *pair("title", contact.title),
        *pair("channel", contact.channel, beside=words.channel),
        *pair("owner", contact.team),
        *pair("emotion", contact.emotion, beside=words.emotion),
        *((*pair("moment", "truth", beside=words.moment), *pair("why", truth)) if truth else ()),
    )


def _pain(pain: Pain, words: Words) -> tuple[Line, ...]:
    """The pain with its opportunity; the one without gets the comment that says the warning is meant."""
    told = (*pair("id", pain.id), *pair("title", pain.title), *pair("severity", pain.severity), *_proof())
    if not pain.idea:
        return listed("pains", [told], words.deliberate)
    idea = (
        *pair("title", pain.idea), *pair("pains", [pain.id]), *pair("impact", pain.impact), *pair("effort", pain.effort),
        *pair("status", "idea"), *pair("owner", pain.team),
    )  # fmt: skip
    return (*listed("pains", [told]), *listed("opportunities", [idea], words.opportunity))


def _proof() -> tuple[Line, ...]:
    return pair("evidence", [EVIDENCE])


def _person(person: Person, words: Words) -> tuple[Line, ...]:
    lanes = (("says", person.says), ("thinks", person.thinks), ("does", person.does), ("feels", person.feels))
    return (
        _modeline("persona", 2),
        *pair("title", person.name, words.person),
        *pair("role", person.role),
        *pair("summary", person.summary),
        *pair("quote", person.quote),
        *pair("goals", [person.goal]),
        *pair("frustrations", [person.frustration]),
        *under("empathy", [line for lane, text in lanes for line in pair(lane, [text])], words.empathy),
        *_proof(),
    )


def _evidence(story: Story, words: Words) -> tuple[Line, ...]:
    return (
        _modeline("evidence", 2),
        *pair("title", story.interviews, words.evidence),
        *pair("kind", "interview"),
        *pair("method", words.method),
        Line(f"n: {story.asked}"),  # by hand: the writer puts `n` in quotes, for readers of YAML 1.1
        *pair("notes", words.evidence_notes),
    )


def _teams(story: Story, words: Words) -> tuple[Line, ...]:
    (first, title), *rest = story.teams
    others = [line for name, team in rest for line in under(name, pair("title", team))]
    return (_modeline("team", 1), *under(first, pair("title", title), words.teams), *others)
