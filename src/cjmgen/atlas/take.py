"""take: a file with its sidecars to the entities in it, each read, looked at by the rules and packed; nothing else is touched."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

from cjmgen.atlas.atlas import Media
from cjmgen.atlas.cards.gather import journey_card, persona_card
from cjmgen.atlas.files.exports import Exports
from cjmgen.atlas.files.group import Group
from cjmgen.atlas.files.unfold import Raw, unfold
from cjmgen.atlas.fill import fill
from cjmgen.atlas.kept.taken import NONE, Reading, Start, Taken, Texts, facets_of, pack, pack_entity
from cjmgen.atlas.mapped import is_mapped
from cjmgen.atlas.media import Gallery, images_of_journey, images_of_persona
from cjmgen.atlas.mistakes.finding import Findings, placed, written
from cjmgen.atlas.mistakes.meant import meant
from cjmgen.atlas.mistakes.validate import Validated, validate
from cjmgen.atlas.origin import Origin
from cjmgen.atlas.references.check import check, inside
from cjmgen.atlas.references.reference import of_comparison, of_journey
from cjmgen.atlas.references.rename import renamed
from cjmgen.atlas.rules import RULES, SHAPE
from cjmgen.atlas.rules.funnel import mixed_kinds
from cjmgen.atlas.rules.texts import words_of
from cjmgen.atlas.scene import Scene
from cjmgen.atlas.small import look
from cjmgen.atlas.telling import Telling, telling
from cjmgen.model.comparison import Comparison
from cjmgen.model.journey import Journey
from cjmgen.model.kinds import model_of
from cjmgen.model.metric import Metric
from cjmgen.model.persona import Persona
from cjmgen.problem import Problem
from cjmgen.value import dataclass

INTERNAL = '"audience":"internal"'
"""Stands in the text of an entity if something in it is internal; in a text of its author's the quotes would be escaped."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Files that entities name and that are none themselves."""

    gallery: Gallery
    exports: Exports


def take(group: Group, scene: Scene, beside: Beside, texts: Texts) -> Reading:
    """Read a file and all that translates it."""
    read = (group.document, *(checked for _, checked in group.sidecars))
    problems = tuple(problem for checked in read for problem in checked.problems)
    if group.document.value.data is None and any(problem.severity == "error" for problem in group.document.problems):
        return Reading(problems, (), lost=True)
    raws, more = unfold(group, scene.language)
    return Reading((*problems, *more), tuple(_taken(group.source.kind, raw, scene, beside, texts) for raw in raws))


def _taken(kind: str, raw: Raw, scene: Scene, beside: Beside, texts: Texts) -> Taken:
    told = tell(kind, raw.data, scene.settings.languages)
    if kind != "journey":
        return replace(_other(kind, raw, scene, beside, texts), told=told)
    if isinstance(raw.data, dict) and isinstance(raw.data.get("extends"), str):
        return replace(_patch(raw, scene, texts), told=told)
    made = read_journey(raw, scene, beside.gallery, texts)
    whole = texts.open(made.entity) if made.entity else ""
    said = words_of(raw.data, Journey, scene.settings.languages, whole)
    return replace(made, problems=(*made.problems, *_placed(said, raw.origin)), told=told)


def tell(kind: str, data: object, languages: tuple[str, ...]) -> Telling | None:
    """What an entity tells in which language; of a site in one language nobody asks."""
    return telling(data, model_of(kind), languages) if len(languages) > 1 else None


def _patch(raw: Raw, scene: Scene, texts: Texts) -> Taken:
    """A patch waits for the journey it lies over, but answers for its own texts at once."""
    said = tuple(_placed(words_of(raw.data, Journey, scene.settings.languages), raw.origin))
    return Taken(
        "journey", raw.id, Start.of(raw.origin), said,
        data=texts.keep(pack(raw.data)), extends=str(raw.data["extends"]), partial=raw.partial,
    )  # fmt: skip


def _placed(findings: Findings, origin: Origin) -> Iterator[Problem]:
    return (placed(written(finding, None), origin) for finding in findings)


def _missing(wrong: list[Problem] | tuple[Problem, ...], partial: bool) -> list[Problem]:
    """Without what only seems to be missing: of a file read in part, the other part may hold it."""
    return [problem for problem in wrong if not (partial and problem.code == "missing-key")]


def read_journey(raw: Raw, scene: Scene, gallery: Gallery, texts: Texts) -> Taken:
    """A whole journey, and everything wrong with it."""
    checked = validate("journey", raw.data, raw.origin, scene.language)
    wrong = _missing(meant(checked.problems, raw.data, scene), raw.partial)
    if not isinstance(checked.entity, Journey):
        return Taken("journey", raw.id, Start.of(raw.origin), tuple(wrong))
    journey, origin = checked.entity, checked.origin
    twice = [finding for rule in SHAPE for finding in rule(journey, scene)]
    references = list(of_journey(journey))
    checks = check(references, scene, journey.actors)
    own = inside(journey) if not checked.lost and not twice and not raw.partial else None
    media: list[Media] = []
    found = [*twice, *checks.findings, *(own.findings if own else ()), *_pictures(journey, origin, gallery, media)]
    journey = renamed(journey, {**checks.renames, **(own.renames if own else {})})
    if not checked.problems and not twice and not raw.partial:
        found += [finding for rule in RULES for finding in rule(journey, scene)]
    soft = journey.status in ("draft", "retired")
    told = (written(replace(finding, softer=True) if soft else finding, checked.data, origin.file) for finding in found)
    problems = (*wrong, *(placed(finding, origin) for finding in told))
    return _journey(raw.id, journey, checked, tuple(problems), tuple(media), scene, texts)


def _journey(
    id: str, journey: Journey, checked: Validated, problems: tuple[Problem, ...], media: tuple[Media, ...], scene: Scene, texts: Texts
) -> Taken:
    whole = pack_entity(journey)
    card = replace(journey_card(id, checked.origin.file, journey, scene), private=INTERNAL in whole)
    links = tuple(each for each in of_journey(journey) if each.kind == "journey")
    return Taken(
        "journey",
        id,
        Start.of(checked.origin),
        problems,
        entity=texts.keep(whole),
        card=texts.keep(pack(card)),
        facets=facets_of(card),
        data=texts.keep(pack(checked.data)) if links else NONE,
        personas=journey.personas,
        parent=journey.parent or "",
        stages=tuple(stage.key for stage in journey.stages),
        was=journey.was,
        links=links,
        media=media,
    )


def _pictures(journey: Journey, origin: Origin, gallery: Gallery, media: list[Media]) -> Findings:
    for image, path in images_of_journey(journey):
        seen = gallery.look(origin.file, image, path)
        yield from seen.findings
        if seen.media:
            media.append(seen.media)


def _other(kind: str, raw: Raw, scene: Scene, beside: Beside, texts: Texts) -> Taken:
    """An entity of any other kind."""
    checked = validate(kind, raw.data, raw.origin, scene.language)
    wrong = _missing(meant(checked.problems, raw.data, scene), raw.partial)
    if checked.entity is None:
        return Taken(kind, raw.id, Start.of(raw.origin), tuple(wrong))
    looked = look(raw.id, checked.entity, scene, sound=not checked.problems and not raw.partial)
    words = words_of(checked.data, model_of(kind), scene.settings.languages)
    found = (placed(written(finding, checked.data), checked.origin) for finding in (*looked.findings, *words))
    made = Taken(kind, raw.id, Start.of(checked.origin), (*wrong, *found), entity=texts.keep(pack_entity(looked.entity)))
    if isinstance(looked.entity, Persona):
        return _persona(made, looked.entity, checked, beside.gallery, texts)
    if isinstance(looked.entity, Metric):
        return _metric(made, looked.entity, checked, beside.exports, scene.today, texts)
    if isinstance(looked.entity, Comparison):
        return replace(made, data=texts.keep(pack(checked.data)), links=tuple(of_comparison(looked.entity)))
    return made


def _metric(made: Taken, metric: Metric, checked: Validated, exports: Exports, today: datetime.date, texts: Texts) -> Taken:
    filled = fill(metric, checked.origin.file, exports, today)
    odd = mixed_kinds(filled.metric, ()) if filled.measured else ()
    found = (placed(written(finding, checked.data), checked.origin) for finding in (*filled.findings, *odd))
    measured = texts.keep(pack(filled.measured)) if filled.measured else NONE
    problems = (*made.problems, *found, *filled.problems)
    data = texts.keep(pack(checked.data)) if is_mapped(metric) else NONE
    return replace(made, problems=problems, entity=texts.keep(pack_entity(filled.metric)), measured=measured, data=data)


def _persona(made: Taken, persona: Persona, checked: Validated, gallery: Gallery, texts: Texts) -> Taken:
    photo, media, problems = None, [], list(made.problems)
    for image, path in images_of_persona(persona):
        seen = gallery.look(checked.origin.file, image, path)
        problems += [placed(written(finding, checked.data), checked.origin) for finding in seen.findings]
        if seen.media:
            photo = seen.file.removeprefix("maps/")
            media.append(seen.media)
    card = replace(persona_card(made.id, checked.origin.file, persona, photo), private=INTERNAL in texts.open(made.entity))
    return replace(made, problems=tuple(problems), media=tuple(media), card=texts.keep(pack(card)), was=persona.was)
