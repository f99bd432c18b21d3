"""test_theme: the theme that ships is complete and small; a broken one says where."""

import gzip
import re

import pytest

from cjmgen.model.builtin import BUILTIN_CHANNELS
from cjmgen.render.theme import Theme
from cjmgen.tree import Tree


def test_every_icon_of_channels_and_templates_is_drawn(theme: Theme) -> None:
    named = {key for text in theme.templates.values() for key in re.findall(r'\bicon\("([a-z0-9-]+)"[,)]', text)}
    wanted = named | {channel.icon for channel in BUILTIN_CHANNELS.values() if channel.icon}
    assert wanted - set(theme.symbols) == set()


def test_the_budgets_hold(theme: Theme) -> None:
    assert len(gzip.compress(theme.assets["assets/cjm.css"], 9)) <= 12_000
    assert len(gzip.compress(theme.assets["assets/cjm.js"], 9)) <= 8_000


def test_the_styles_ask_for_nothing_outside(theme: Theme) -> None:
    style = theme.assets["assets/cjm.css"].decode()
    assert "@import" not in style
    assert set(re.findall(r"url\(([^)]*)\)", style)) <= {"#gc", "#ga"}
    assert not re.search(r"https?://|innerHTML|fetch\(|XMLHttpRequest|eval\(", theme.assets["assets/cjm.js"].decode())


def test_styles_are_one_file_in_the_order_of_names(theme: Theme, files: Tree) -> None:
    assert "assets/style/10-base.css" in files
    assert not any("style/" in path for path in theme.assets)
    style = theme.assets["assets/cjm.css"].decode()
    assert style.index("/* tokens") < style.index("/* base") < style.index("/* cards") < style.index("/* print")


def test_phrases_can_be_laid_over(files: Tree) -> None:
    laid = Theme.read(files | Tree.of({"words/en.shop.yml": b"nav: {home: Maps}\n", "words/de.yml": b"nav: {home: Karten}\n"}))
    assert laid.problems == ()
    english, german = laid.value.speaker("en"), laid.value.speaker("de")
    assert (english.word("nav.home"), english.word("nav.personas")) == ("Maps", "Personas")
    assert (german.word("nav.home"), german.word("nav.personas"), german.percent(0.5)) == ("Karten", "Personas", "50\u00a0%")


def test_a_language_without_words_is_told_in_english(theme: Theme) -> None:
    speaker = theme.speaker("fr")
    assert (speaker.word("nav.home"), speaker.number(1.5)) == ("Journeys", "1,5")


@pytest.mark.parametrize("drawing", [b"", b"<svg></svg>", b'<svg viewBox="0 0 20 20"><script>1</script></svg>', b"\xff\xfe"])
def test_a_bad_icon_is_a_problem(files: Tree, drawing: bytes) -> None:
    checked = Theme.read(files | Tree.of({"icons/own.svg": drawing}))
    (found,) = checked.problems
    assert (found.code, found.place.file) == ("bad-setting", "icons/own.svg")
    assert "own" not in checked.value.symbols


def test_bad_words_are_a_problem_with_a_place(files: Tree) -> None:
    checked = Theme.read(files | Tree.of({"words/en.own.yml": b"nav: {home: [\n"}))
    assert checked.problems
    assert {found.place.file for found in checked.problems} == {"words/en.own.yml"}
    assert checked.value.speaker("en").word("nav.home") == "Journeys"
