"""A project's templates are tried before anything is written: again where they failed, and not again where they did not."""

import datetime
from collections.abc import Iterator

import pytest

from cjmgen import Tree, pipeline
from cjmgen.memo.store import Shortlived
from cjmgen.pages.site.sitemap import Page
from cjmgen.pipeline import making
from cjmgen.problem import Problem
from cjmgen.render.theme import Theme
from cjmgen.render.trial import trial
from cjmgen.shell import bundled
from cjmgen.words.speaker import Speaker

TODAY = datetime.date(2026, 11, 21)
FILES = {
    "cjmgen.yml": b"title: S\ntheme: mine\n",
    "maps/journeys/a.yml": b"title: Buying\nstages: [Look, Pay]\n",
    "maps/personas/anna.yml": b"title: A\n",
}


def test_templates_are_tried_once_in_a_state_of_the_world(monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    def noted(pages: tuple[Page, ...], theme: Theme, speaker: Speaker) -> Iterator[Problem]:
        tries.append(len(pages))
        return trial(pages, theme, speaker)

    monkeypatch.setattr(making, "trial", noted)
    store = Shortlived()

    def found(body: str) -> list[str]:
        source = '{% extends "frame.html" %}{% block main %}' + body + "{% endblock %}"
        tree = Tree.of({**FILES, "themes/mine/templates/personas.html": source.encode()})
        atlas = pipeline.load(tree, TODAY, store).value
        dressed = pipeline.dress(atlas, bundled.themes(), tree)
        return [problem.code for problem in pipeline.tried(atlas, dressed.value, store)]

    assert [found("{{ view.nothing }}"), found("{{ view.nothing }}")] == [["template-error"]] * 2
    assert len(tries) == 2, "what failed is tried again"
    assert [found("Hello"), found("Hello")] == [[], []]
    assert len(tries) == 3, "what did not is believed"
    assert found("{{ view.nothing }}") == ["template-error"]
