"""history: a small project, the edits that authors make to it, and a builder that remembers between them."""

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import yaml

from cjmgen import pipeline
from cjmgen.atlas.load import Loaded
from cjmgen.atlas.public.choice import EVERYTHING, Choice
from cjmgen.diff.changes import changes
from cjmgen.diff.news import News
from cjmgen.diff.unread import Side
from cjmgen.digest import digest
from cjmgen.memo.standing import Standing
from cjmgen.memo.store import Shortlived, Store
from cjmgen.pipeline.drawing import Drawing
from cjmgen.problem import Checked, Problem
from cjmgen.render.theme import Theme
from cjmgen.shell import bundled
from cjmgen.tree import Tree

Files = dict[str, str]
Edit = Callable[["Project", random.Random], None]

START: Files = {
    "cjmgen.yml": "title: Shop\nlanguages: [en]\nstages: five\nreview_every: 12 months\n",
    "maps/teams.yml": "shop: The shop\ncare: {title: {en: Care, ru: Забота}}\n",
    "maps/evidence/talks.yml": "title: Talks\nkind: interview\nn: 12\ndate: 2026-03-01\nvalid_for: 12 months\n",
    "maps/metrics/exits.yml": "title: Exits\nvalue: 41%\n",
    "maps/metrics/way.yml": "title: Way\ntype: funnel\nsource: {file: way-*.csv, stage: step, value: n, stages: {looks: look}}\n",
    "maps/metrics/way-2026-09.csv": "step,n\nlooks,400\ntakes,90\n",
    "maps/metrics/booked.yml": "title: Booked\ntype: conversion\nsource: {file: booked.csv, period: m, value: k, people: n}\n",
    "maps/metrics/booked.csv": "m,k,n\n2026-08,30,400\n2026-09,41,420\n",
    "maps/personas/anna.yml": "title: Anna\nrole: Student\nquote: I compare first.\n",
    "maps/personas/maxim.yml": "title: {en: Maxim, ru: Максим}\n",
    "maps/journeys/buying.yml": """\
title: Buying
personas: [anna]
owner: shop
reviewed: 2026-06-01
stages:
- id: search
  title: Search
  phase: awareness
  entry: 1000
  touchpoints:
  - {id: ad, title: Ad, channel: search, owner: shop, emotion: 1, description: An ad}
  pains:
  - {id: noise, title: Noise, severity: high, evidence: [talks]}
  opportunities:
  - {id: clear, title: Clear words, pains: [noise], impact: 4, effort: 2, owner: care}
- id: pay
  title: Pay
  entry: 100
  touchpoints:
  - {id: form, title: Form, channel: site, owner: care, emotion: -1.5}
""",
    "maps/journeys/renting.yml": """\
title: Renting
personas: [anna, maxim]
parent: buying
tags: {product: shoes}
funnel: way
stages:
- id: look
  title: Look
  metrics: [booked]
  touchpoints: [{id: visit, title: Visit, channel: store, emotion: {anna: 1, maxim: -1}}]
  quotes: [{text: So many, speaker: I-1, evidence: [talks]}]
""",
    "maps/journeys/plan.yml": "extends: buying\nstate: future\ntitle: Buying, planned\nstages: [{id: pay, touchpoints: [{id: form, emotion: 1}]}]\n",
    "maps/comparisons/both.yml": "title: Both\njourneys: [buying, renting]\n",
}


@dataclass
class Project:
    """A project while it is being edited: its files, the theme's, the day, and what was put aside to be brought back."""

    files: Files = field(default_factory=lambda: dict(START))
    theme: Files = field(default_factory=dict)
    today: datetime.date = datetime.date(2026, 11, 21)
    aside: Files = field(default_factory=dict)
    choice: Choice = EVERYTHING
    since: Files = field(default_factory=dict)
    """An earlier version that the site tells the changes since, if any."""

    def journeys(self) -> list[str]:
        """The files of journeys."""
        return sorted(path for path in self.files if path.startswith("maps/journeys/"))

    def change(self, path: str, what: Callable[[Any], None]) -> None:
        """Change a file's data, if it can be read."""
        try:
            data = yaml.safe_load(self.files[path])
            what(data)
        except (yaml.YAMLError, KeyError, TypeError, IndexError, AttributeError):
            return
        self.files[path] = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@dataclass
class Builder:
    """Builds a project again and again into the same site, remembering in a store."""

    store: Store = field(default_factory=Shortlived)
    site: dict[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    drawn: list[str] = field(default_factory=list)
    """The pages drawn by the last build."""
    made_of: Standing | None = None
    quick: int = 0
    """How many builds looked only at the pages of journeys that say something else inside."""

    def build(self, project: Project, stop: int | None = None) -> None:
        """Build; or stop, as if killed, after so many pages: the site is then as it was."""
        self.drawn = []
        files = tree(project.files)
        loaded = _told(project, files, pipeline.load(files, project.today, self.store, choice=project.choice))
        theme = dressed(loaded, files, project)
        self.problems = (*loaded.problems, *theme.problems)
        if any(problem.severity == "error" for problem in self.problems):
            return
        drawing = Drawing.of(loaded.value, theme.value, self.store)
        new = dict(pipeline.others(drawing, loaded.value, files))
        inside = drawing.readers(self.made_of)
        self.quick += inside is not None
        for path, name in drawing.known(sorted(drawing.pages)):
            stands = path not in inside if inside is not None else name is not None and digest(self.site.get(path, b"")) == name
            if stands:
                new[path] = self.site[path]
                continue
            if stop is not None and len(self.drawn) >= stop:
                return
            new[path] = drawing.draw(path)
            self.drawn.append(path)
        if stop is None:
            self.site, self.made_of = new, drawing.standing


def _told(project: Project, files: Tree, now: Loaded) -> Loaded:
    """A project with what changed in it beside its maps."""
    if not project.since:
        return now
    before = pipeline.load(tree(project.since), project.today, Shortlived(), choice=project.choice)
    found = changes(Side(before.value, tree(project.since), before.problems), Side(now.value, files, now.problems))
    return replace(now, value=replace(now.value, news={"since": News("before", found)}))


def tree(files: Files) -> Tree:
    """Files as a tree."""
    return Tree.of({path: text.encode() for path, text in files.items()})


@cache
def shipped() -> Tree:
    """The themes that ship."""
    return Tree.of(dict(bundled.themes()))


_DRESSED: dict[object, Checked[Theme]] = {}


def dressed(loaded: Checked[Any], files: Tree, project: Project) -> Checked[Theme]:
    """The theme of a project; the same object for the same files, as a theme's templates are compiled once."""
    key = (loaded.value.settings.model_dump_json(), *sorted(project.theme.items()))
    if key not in _DRESSED:
        _DRESSED[key] = pipeline.dress(loaded.value, shipped() | tree(project.theme), files)
    return _DRESSED[key]


def begun() -> Builder:
    """A builder that has built the project as it is at the start. Its copies begin many histories, and the first build is made once for all."""
    builder = Builder()
    builder.build(Project())
    return builder


def history(project: Project, steps: list[tuple[str, int]], builder: Builder) -> None:
    """Do edits one after another and build after each, with a builder that has begun; afterwards everything must be as if built from nothing."""
    for name, seed in steps:
        fate = random.Random(seed)
        if name == "interrupt":
            builder.build(project, stop=fate.randrange(30))
            continue
        EDITS[name](project, fate)
        builder.build(project)
    same(project, builder)


def same(project: Project, builder: Builder) -> None:
    """Hold a builder's site against one that is built from nothing."""
    clean = Builder()
    clean.build(project)
    assert builder.problems == clean.problems
    if clean.site:
        assert builder.site.keys() == clean.site.keys()
        differ = [path for path in clean.site if builder.site[path] != clean.site[path]]
        assert differ == []


def _journey(project: Project, fate: random.Random) -> str:
    return fate.choice(project.journeys() or ["maps/journeys/buying.yml"])


def _stage(data: Any, fate: random.Random) -> Any:
    return fate.choice(data["stages"])


def _words(fate: random.Random) -> str:
    return fate.choice(["Quick", "Calm", "Полёт", "A & B", "<b>", "Ümlaut", "x" * 30]) + f" {fate.randrange(5)}"


def add(project: Project, fate: random.Random) -> None:
    """A new journey, a copy of one under another title."""
    text = project.files.get("maps/journeys/renting.yml", "title: R\nstages: [Look]\n")
    project.files[f"maps/journeys/new-{fate.randrange(3)}.yml"] = text.replace("Renting", _words(fate).replace("<", "").replace("&", "and"))


def delete(project: Project, fate: random.Random) -> None:
    """A file goes."""
    path = fate.choice(sorted(path for path in project.files if path != "cjmgen.yml") or ["cjmgen.yml"])
    if path != "cjmgen.yml":
        project.aside[path] = project.files.pop(path)


def bring_back(project: Project, fate: random.Random) -> None:
    """What was put aside comes back."""
    for path in sorted(project.aside):
        project.files[path] = project.aside.pop(path)


def rename_file(project: Project, fate: random.Random) -> None:
    """A journey's file gets another name."""
    path = _journey(project, fate)
    if path in project.files:
        project.files[f"maps/journeys/named-{fate.randrange(3)}.yml"] = project.files.pop(path)


def comment(project: Project, fate: random.Random) -> None:
    """A comment is added."""
    path = fate.choice(sorted(project.files))
    project.files[path] = f"# {fate.randrange(99)}\n{project.files[path]}"


def reorder(project: Project, fate: random.Random) -> None:
    """The keys of a file come in another order."""

    def turn(data: Any) -> None:
        items = list(data.items())
        data.clear()
        data.update(reversed(items))

    project.change(fate.choice(sorted(project.files)), turn)


def break_(project: Project, fate: random.Random) -> None:
    """A mistake: bad indent, an unknown key, an unknown id."""
    path = fate.choice(sorted(project.files))
    project.aside.setdefault(path, project.files[path])
    project.files[path] += fate.choice(["\ttab: 1\n", "titel: wrong\n", "owner: nobody\n", " [\n"])


def journey_title(project: Project, fate: random.Random) -> None:
    """A journey gets another title."""
    project.change(_journey(project, fate), lambda data: data.update(title=_words(fate)))


def touchpoint(project: Project, fate: random.Random) -> None:
    """A touchpoint changes in one of its fields."""
    field, value = fate.choice([("title", _words(fate)), ("description", _words(fate)), ("emotion", fate.randint(-2, 2)), ("channel", "phone")])
    project.change(_journey(project, fate), lambda data: fate.choice(_stage(data, fate)["touchpoints"]).update({field: value}))


def stage(project: Project, fate: random.Random) -> None:
    """Stages change: one more, one less, another order, another title, other figures."""

    def change(data: Any) -> None:
        match fate.randrange(5):
            case 0:
                data["stages"].append({"id": f"more-{fate.randrange(3)}", "title": _words(fate), "touchpoints": ["One more"]})
            case 1:
                data["stages"].pop()
            case 2:
                data["stages"].reverse()
            case 3:
                _stage(data, fate)["title"] = _words(fate)
            case _:
                _stage(data, fate)["entry"] = fate.randrange(2000)

    project.change(_journey(project, fate), change)


def claims(project: Project, fate: random.Random) -> None:
    """Pains, opportunities and quotes change."""

    def change(data: Any) -> None:
        where = _stage(data, fate)
        where["pains"] = [{"id": "noise", "title": _words(fate), "severity": fate.choice(["low", "critical"]), "evidence": ["talks"]}]
        where["opportunities"] = [{"id": "clear", "title": _words(fate), "pains": ["noise"], "impact": fate.randint(1, 5), "effort": 1}]
        where["quotes"] = [{"text": _words(fate), "evidence": fate.choice([[], ["talks"]])} for _ in range(fate.randint(0, 2))]

    project.change(_journey(project, fate), change)


def head(project: Project, fate: random.Random) -> None:
    """What stands at the head of a journey changes."""
    changes: list[dict[str, object]] = [
        {"owner": "care"}, {"status": fate.choice(["draft", "live", "retired"])}, {"personas": ["maxim"]}, {"tags": {"product": "hats"}},
        {"reviewed": "2025-01-01"}, {"parent": "renting"}, {"summary": _words(fate)}, {"state": "future"}, {"was": ["older"]},
    ]  # fmt: skip
    project.change(_journey(project, fate), lambda data: data.update(fate.choice(changes)))


def around(project: Project, fate: random.Random) -> None:
    """A persona, a team, evidence, a metric or the comparison changes."""
    path, changes = fate.choice([
        ("maps/personas/anna.yml", {"title": _words(fate)}), ("maps/personas/anna.yml", {"quote": _words(fate)}),
        ("maps/personas/maxim.yml", {"segment": "Students"}), ("maps/teams.yml", {"care": _words(fate)}),
        ("maps/teams.yml", {"new": "New team"}), ("maps/evidence/talks.yml", {"n": fate.randint(1, 40)}),
        ("maps/evidence/talks.yml", {"date": f"202{fate.randint(3, 6)}-05-05"}), ("maps/metrics/exits.yml", {"value": f"{fate.randint(1, 99)}%"}),
        ("maps/comparisons/both.yml", {"title": _words(fate)}), ("maps/comparisons/both.yml", {"journeys": ["renting", "buying", "plan"]}),
    ])  # fmt: skip
    if path in project.files:
        project.change(path, lambda data: data.update(changes))


def export(project: Project, fate: random.Random) -> None:
    """What metrics are read from comes, changes, goes, or is cut off."""
    way, booked = f"maps/metrics/way-2026-{fate.choice(['09', '10'])}.csv", "maps/metrics/booked.csv"
    match fate.randrange(6):
        case 5:
            project.files |= sold(fate.randrange(900))
        case 0:
            project.files[way] = f"step,n\nlooks,{fate.randrange(500)}\n"
        case 1:
            project.files.pop(way, None)
        case 2:
            project.files[booked] = f"m,k,n\n2026-09,{fate.randrange(40)},420\n2026-10,{fate.randrange(60)},50\n"
        case 3:
            project.files[booked] = "m,k\n"
        case _:
            project.files[booked] = START[booked]


def sold(n: int) -> dict[str, str]:
    """A metric that grows while a month goes on, with months that are over on some days and not on others."""
    rows = "".join(f"2026-{month},{n + month}\n" for month in (10, 11, 12))
    return {"maps/metrics/sold.yml": "title: Sold\ntype: reach\nsource: {file: sold.csv, period: m, value: n}\n", "maps/metrics/sold.csv": f"m,n\n{rows}"}


def sidecar(project: Project, fate: random.Random) -> None:
    """A translation beside a map comes, changes or goes."""
    path = "maps/journeys/buying.ru.yml"
    if path in project.files and fate.random() < 0.3:
        del project.files[path]
    elif "maps/journeys/buying.yml" in project.files:
        project.files[path] = f"title: Покупка {fate.randrange(3)}\nstages:\n- {{id: search, title: Поиск}}\n"


def settings(project: Project, fate: random.Random) -> None:
    """cjmgen.yml changes."""
    changes: list[dict[str, object]] = [
        {"title": _words(fate)}, {"languages": fate.choice([["en"], ["en", "ru"], ["ru", "en"]])}, {"url": "https://example.org/maps"},
        {"rules": {"unused-persona": "off"}}, {"review_every": "3 months"}, {"stages": fate.choice(["five", "seven"])},
        {"notice": _words(fate)}, {"lanes": ["pains", "touchpoints"]},
    ]  # fmt: skip
    project.change("cjmgen.yml", lambda data: data.update(fate.choice(changes)))


def words(project: Project, fate: random.Random) -> None:
    """A phrase of the theme changes in one language."""
    language = fate.choice(["en", "ru"])
    path = f"default/words/{language}.yml"
    before = shipped()[path].decode()
    project.theme[path] = before.replace("\nnav:\n", "\nnav:\n", 1) if fate.random() < 0.3 else _reworded(before)


def _reworded(catalogue: str) -> str:
    data = yaml.safe_load(catalogue)
    data["nav"]["personas"] = "People"
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def template(project: Project, fate: random.Random) -> None:
    """A template of the theme changes."""
    name = fate.choice(["home.html", "journey.html", "cards.html", "frame.html"])
    before = shipped()[f"default/templates/{name}"].decode()
    project.theme[f"default/templates/{name}"] = before.replace("<h1", '<h1 data-edited="1"', 1).replace("<main", '<main data-edited="1"', 1)


def day(project: Project, fate: random.Random) -> None:
    """Another day."""
    project.today = datetime.date(2026, 11, 21) + datetime.timedelta(days=fate.choice([0, 1, 30, 100, 400]))


def since(project: Project, fate: random.Random) -> None:
    """The site tells what changed since now, since the beginning, or no longer."""
    project.since = fate.choice([dict(project.files), dict(START), {}])


EDITS: dict[str, Edit] = {
    each.__name__.rstrip("_"): each
    for each in (
        *(add, delete, bring_back, rename_file, comment, reorder, break_, journey_title, touchpoint, stage, claims, head, around, export, sidecar),
        *(settings, words, template, day, since),
    )
}
"""What may happen to a project, beside a build that is interrupted."""
