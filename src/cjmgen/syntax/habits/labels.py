"""labels: which lane of a map a label means, whoever wrote it; the names are in `lane_names`."""

import re
from functools import cache, lru_cache

from cjmgen.model.slug import slug
from cjmgen.model.stage_sets import STAGE_SETS
from cjmgen.syntax.habits.lane_names import ASKED, CORE, JOURNEY, LANES, MORE_STAGES, QUALIFIERS, STAGE_FIELDS, STAGE_WORDS, WRITTEN
from cjmgen.value import dataclass

__all__ = ["STAGE_FIELDS", "STAGE_WORDS", "WRITTEN", "Lane", "any_lane", "bare", "journey_field", "lane", "stage_titles"]

_NAMED = {name.strip(): lane for lane, names in LANES.items() for name in names.split(",")}
_JOURNEY_NAMED = {name.strip(): key for key, names in JOURNEY.items() for name in names.split(",")}
_EDGES = re.compile(r"^[^\w]+|[^\w)]+$")
_NUMBERING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[ivx]{1,4}[.)])\s+", re.IGNORECASE)
_FACES = re.compile(r"[\U0001f600-\U0001f64f\u263a\u2639\ufe0f]+")
"""A head of nothing but faces stands above feelings."""
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")


_ASKING = ("what ", "how ", "who ", "where ", "что ", "с чем ", "с кем ", "где ", "о чем ", "о чём ")


@dataclass(frozen=True, slots=True)
class Lane:
    """Where items under a label go: a field of the stage, or a free lane of this name. `title` is the label's own words."""

    field: str
    title: str
    known: bool = True

    @property
    def is_free(self) -> bool:
        """Whether it is a lane of the author's own."""
        return self.field not in STAGE_FIELDS


def bare(label: str) -> str:
    """A label's words: without emphasis, emoji, numbering, brackets at its end and the colon."""
    text = re.sub(r"[*_`~]+", "", label).replace("\u00a0", " ").strip()
    text = _EDGES.sub("", text)
    text = _NUMBERING.sub("", text)
    shorter = _BRACKETS.sub("", text).strip()
    return " ".join(_EDGES.sub("", shorter or text).split())


def lane(label: str, loose: bool = False) -> Lane | None:
    """The lane a label is known to name, else None. `loose` reads longer labels by their roots, as heads of tables have them."""
    return _lane(str.__str__(label), loose) if len(label) <= 200 else None


@lru_cache(4096)
def _lane(label: str, loose: bool) -> Lane | None:
    title = bare(label)
    if not title and _FACES.fullmatch(re.sub(r"[\s*_]+", "", label)):
        return Lane("emotion", label.strip(" *_"))
    field = _field(title.lower().replace("’", "'"), loose) if 0 < len(title) <= 80 else None
    return Lane(field, title) if field else None


def any_lane(label: str, loose: bool = False) -> Lane:
    """The lane a label names, a free one where it isn't known."""
    return lane(label, loose) or Lane(slug(bare(label))[:60].strip("-") or "other", bare(label) or label.strip(), known=False)


@cache
def _field(words: str, loose: bool) -> str | None:
    if words in _NAMED:
        return _NAMED[words]
    if words.startswith(_ASKING) and (asked := next((field for pattern, field in ASKED if re.fullmatch(pattern, words)), None)):
        return asked
    elsewhere = None
    for part in re.split(r"\s*(?:[/&+,]|\band\b|\bи\b|\bor\b|\bили\b)\s*", words) if len(words) < 60 else ():
        essential = " ".join(word for word in part.split() if word not in QUALIFIERS)
        if (found := _NAMED.get(part) or _NAMED.get(essential)) in STAGE_FIELDS:
            return found
        elsewhere = elsewhere or found
        if not loose and part != words and len(part.split()) > 3:
            break
    if elsewhere:
        return elsewhere
    if loose and len(words.split()) <= 7:
        found_at = [(hit.start(), field) for root, field in CORE if (hit := re.search(root, words))]
        # English puts the noun that counts last, `friction audit metric`, Russian first.
        return (min(found_at) if re.search(r"[а-яё]", words) else max(found_at))[1] if found_at else None
    return None


def journey_field(label: str) -> str | None:
    """The field of a journey that a label above the stages names, as `Persona` or `Scenario`."""
    words = bare(label).lower()
    essential = " ".join(
        word for word in words.split() if word not in ("user", "primary", "journey", "customer", "target", "основная", "целевая")
    )
    return _JOURNEY_NAMED.get(words) or _JOURNEY_NAMED.get(essential)


@cache
def stage_titles() -> frozenset[str]:
    """What stages are usually called, in lower case: the titles of the shipped stage sets and their other names."""
    names: set[str] = set(MORE_STAGES.split(", "))
    for stages in STAGE_SETS.values():
        for stage in stages:
            titles = stage.title.values() if not isinstance(stage.title, str) else (stage.title,)
            names.update(str(name).lower() for name in (*titles, *stage.also))
    return frozenset(names)
