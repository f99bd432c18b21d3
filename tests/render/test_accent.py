"""test_accent: whatever colour is asked for, text and marks can be read in both themes, or a colour near it is named."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cjmgen.render.accent import MARK, TEXT, Accent, accent
from cjmgen.render.colour import contrast, read, written
from render.conftest import FOLDER

TOKENS = (FOLDER / "assets/style/00-tokens.css").read_text("utf-8")
SHIPPED = {name: (light, dark) for name, light, dark in re.findall(r"--([a-z0-9-]+): light-dark\((#\w{6}), (#\w{6})\)", TOKENS)}
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def made(code: str, style: str = TOKENS) -> Accent:
    found = accent(code, style)
    assert found
    return found


def lowest(found: Accent, theme: int, name: str, grounds: dict[str, tuple[str, str]]) -> float:
    below = [grounds[ground][theme] for ground in ("paper", "surface", "sunken")] + [found.tokens["act-tint"][theme]]
    return min(contrast(found.tokens[name][theme], ground) for ground in below)


@given(COLOURS)
def test_a_code_survives_the_way_to_lightness_chroma_and_hue(code: str) -> None:
    assert written(read(code)) == code


@given(COLOURS, st.floats(0.1, 1), st.floats(0, 0.5))
def test_any_lightness_and_chroma_is_a_colour_that_screens_show(code: str, lightness: float, chroma: float) -> None:
    shown = read(written(type(read(code))(lightness, chroma, read(code).hue)))
    assert shown.chroma <= chroma + 0.006
    assert abs(shown.lightness - lightness) < 0.012


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")


def test_a_red_is_the_oklch_that_its_author_published() -> None:
    red = read("#ff0000")
    assert (red.lightness, red.chroma) == (pytest.approx(0.62796, abs=1e-4), pytest.approx(0.25768, abs=1e-4))


def test_the_colour_of_the_theme_gives_the_tokens_of_the_theme() -> None:
    found = made("#4341C0")
    assert found.instead == ""
    assert found.tokens == {name: SHIPPED[name] for name in ("act", "act-fill", "act-tint")}


@settings(max_examples=60)
@given(COLOURS)
def test_every_colour_is_legible_or_one_near_it_is_named(code: str) -> None:
    found = made(code)
    for theme in (0, 1):
        assert lowest(found, theme, "act", SHIPPED) >= TEXT
        assert lowest(found, theme, "act-fill", SHIPPED) >= MARK
    if found.instead:
        again = made(found.instead)
        assert again.instead == ""
        assert again.tokens == found.tokens
        assert read(found.instead).lightness < read(code).lightness
    else:
        assert found.tokens["act"][0] == code


@pytest.mark.parametrize(("code", "instead"), [("#ffcc00", True), ("#ffffff", True), ("#e4002b", True), ("#c8102e", False), ("#000000", False), ("#00703c", False)])
def test_only_colours_too_light_for_text_are_replaced(code: str, instead: bool) -> None:
    assert bool(made(code).instead) is instead


def test_the_grounds_of_a_project_count() -> None:
    darker = TOKENS + ":root { --sunken: light-dark(#8d8d8d, #17191c) }"
    assert made("#4341c0").instead == ""
    assert made("#4341c0", darker).instead


def test_a_theme_without_tokens_has_no_accent() -> None:
    assert accent("#4341c0", ":root { --ink: black }") is None
