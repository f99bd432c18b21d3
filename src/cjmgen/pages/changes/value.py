"""value: what a field held or holds, as a page shows it: words of the theme, names instead of ids, feelings, shares, severities."""

import datetime
from collections.abc import Mapping
from typing import Any, Literal

from cjmgen.diff.node import Plain
from cjmgen.model.amount import read_share
from cjmgen.model.claim import SEVERITIES
from cjmgen.pages.changes.scene import LONG, Scene, cut
from cjmgen.pages.view import SILENCE, Said
from cjmgen.value import dataclass

_LEVELS = tuple(dict.fromkeys(SEVERITIES.values()))

MOST = 6
"""Items of a list that are shown."""

_SHARES = ("target", "share", "coverage", "power")
"""Fields whose numbers are fractions of one."""

_FIGURES = ("value", "target", "baseline")
"""Fields that may hold a share in letters, as `58%`."""

_RAW = ("id", "github", "link", "icon", "file", "theme", "accent", "language")
"""Fields whose words are of no language."""

_REFERENCES: Mapping[str, str] = {
    "owner": "team", "team": "team", "from": "team", "to": "team", "channel": "channel", "channels": "channel", "personas": "persona",
    "persona": "persona", "who": "persona", "evidence": "evidence", "emotion_evidence": "evidence", "metric": "metric", "phase": "stage",
    "funnel": "metric",
    "journey": "journey", "journeys": "journey", "parent": "journey", "extends": "journey", "touchpoint": "touchpoints", "pains": "pains",
}  # fmt: skip
"""Fields that name something by its id, and the kind of what they name."""

_WORDS: Mapping[str, str] = {
    "confidence": "confidence", "works": "journey.works", "state": "state", "moment": "journey.moment",
    "journey.status": "status", "evidence.status": "evidence.loop", "status": "journey.status",
}  # fmt: skip
"""Fields whose values are words of the theme, with where these stand; a field of one kind of entity has that kind before it."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value. `kind` says which of the fields tells it."""

    kind: Literal["none", "said", "word", "emotion", "share", "number", "date", "severity", "list", "parts"]
    said: Said = SILENCE
    place: str = ""
    word: str = ""
    """A word of the theme: the name of a phrase, and of the group it is in."""
    number: float = 0.0
    digits: int | None = None
    """Decimals of a share that would look like the one beside it with fewer."""
    asked: int | None = None
    """How many people an emotion was asked of."""
    date: datetime.date | None = None
    items: tuple["Part", ...] = ()
    more: int = 0
    """How many items there are besides."""


@dataclass(frozen=True, slots=True)
class Part:
    """An item of a list, or of several values that belong together: under the name of somebody, of a field, or of none."""

    said: Said
    field: str
    value: Value


NOTHING = Value("none")

DEFAULTS = {("opportunities", "status"): "idea", ("journey", "status"): "live", ("journey", "state"): "current"}
"""What fields say that nobody wrote, where that is something."""


def value(scene: Scene, kind: str, field: str, plain: Plain) -> Value:
    """What a field of an entity of some kind, or of something in it, holds."""
    name = field.rpartition(".")[2]
    match plain:
        case None:
            return value(scene, kind, field, DEFAULTS[kind, name]) if (kind, name) in DEFAULTS else NOTHING
        case bool():
            return Value("word", place="changes", word="yes" if plain else "no")
        case int() | float():
            # the goal of a metric is in the unit of its value, any other a fraction of one
            is_share = name in _SHARES and not (name == "target" and kind in ("metric", "metrics"))
            return Value("emotion" if name in ("emotion", "mean") else "share" if is_share else "number", number=float(plain))
        case str() if name in _FIGURES and (share := read_share(plain)) is not None:
            return Value("share", number=share)
        case str():
            return _word(scene, kind, name, plain)
        case Mapping():
            return _mapping(scene, kind, name, plain)
        case _:
            return listed(scene, kind, name, list(plain))


def listed(scene: Scene, kind: str, field: str, items: list[Plain]) -> Value:
    """The items of a list."""
    return Value("list", items=tuple(_item(scene, kind, field, each) for each in items[:MOST]), more=max(0, len(items) - MOST))


def _word(scene: Scene, kind: str, name: str, text: str) -> Value:
    """A text, the name of what an id stands for, a day, or a word of the theme."""
    if name == "severity" and text in _LEVELS:
        return Value("severity", number=1 + _LEVELS.index(text))
    if place := _WORDS.get(f"{kind}.{name}") or _WORDS.get(name):
        return Value("word", Said(text), place, text)
    if name in _RAW:
        return Value("said", Said(cut(text, LONG)))
    if name in _REFERENCES:
        whole, _, stage = text.partition("#")
        said = scene.named(_REFERENCES[name], whole)
        return Value("said", Said(f"{said.text} #{stage}", said.lang) if stage else said)
    try:
        return Value("date", date=datetime.date.fromisoformat(text))
    except ValueError:
        return Value("said", scene.say(text))


def _mapping(scene: Scene, kind: str, name: str, plain: Mapping[str, Any]) -> Value:
    """A measured feeling, feelings by person, a text by language, anything else field by field."""
    if "mean" in plain and name == "emotion":
        return Value("emotion", number=float(plain["mean"]), asked=plain.get("n"))
    if name == "emotion":
        every = [Part(scene.named("persona", who), "", value(scene, kind, "emotion", felt)) for who, felt in plain.items()]
    elif all(isinstance(text, str) for text in plain.values()) and scene.edition.atlas.settings.languages[0] in plain:
        return Value("said", scene.say(plain))
    else:
        every = [Part(SILENCE, key, value(scene, kind, key, each)) for key, each in plain.items()]
    return Value("parts", items=tuple(every[:MOST]), more=max(0, len(every) - MOST))


def _item(scene: Scene, kind: str, field: str, item: Plain) -> Part:
    """An item by what it names, with what else it says of it: how many said so, how many go there."""
    if not isinstance(item, Mapping) or not ("id" in item or "to" in item):
        return Part(SILENCE, "", value(scene, kind, field, item))
    own = "id" if "id" in item else "to"
    named = scene.named(_REFERENCES[field], item[own]) if field in _REFERENCES else Said(cut(str(item[own]), LONG))
    rest = {key: each for key, each in item.items() if key != own}
    if list(rest) == ["n"]:
        return Part(named, "", Value("number", number=float(rest["n"])))
    return Part(named, "", _mapping(scene, kind, "", rest) if rest else NOTHING)
