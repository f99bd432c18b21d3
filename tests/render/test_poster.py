"""The poster: well-formed, free of scripts, the same every time, and laid out so that no words touch."""

import itertools
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from cjmgen.pages.journey.page import JourneyView
from cjmgen.pages.plan import plan
from cjmgen.pages.site.sitemap import Subject
from cjmgen.render.poster.measure import clean, width, wrap
from cjmgen.render.poster.poster import Poster, desk, lay_out, poster
from cjmgen.render.poster.shapes import Rect, Text
from cjmgen.render.theme import Theme
from pages.atlases import atlas

SVG = "{http://www.w3.org/2000/svg}"
CASES = Path(__file__).parent.parent / "cases"


def view_of(files: dict[str, str], id: str = "way", language: str = "en") -> JourneyView:
    pages = plan(atlas(files)).pages
    return next(page.view() for page in pages if page.subject == Subject("journey", id) and page.language == language)


def case(name: str) -> dict[str, bytes]:
    folder = CASES / name
    kept = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.relative_to(folder).parts[0] in ("maps", "cjmgen.yml"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in kept}


def texts(laid: Poster) -> list[tuple[str, tuple[float, float, float, float]]]:
    """All words with the room they take on the poster."""
    return [
        (shape.words, (box[0], box[1] + part.top, box[2], box[3] + part.top))
        for part in laid.parts
        for shape in part.block.shapes
        if isinstance(shape, Text)
        for box in (shape.box,)
    ]


def touching(laid: Poster) -> list[tuple[str, str]]:
    boxes = texts(laid)
    return [
        (one, other)
        for (one, a), (other, b) in itertools.combinations(boxes, 2)
        if a[0] + 0.2 < b[2] and b[0] + 0.2 < a[2] and a[1] + 0.2 < b[3] and b[1] + 0.2 < a[3]
    ]


def outside(laid: Poster) -> list[str]:
    return [words for words, (left, top, right, bottom) in texts(laid) if left < 0 or top < 0 or right > laid.wide or bottom > laid.high]


LONG = (
    "Переоформление", "высококвалифицированный", "рентгеноэлектрокардиографического", "и", "заказа", "в", "Интернет-магазин",
    "Donaudampfschifffahrtsgesellschaft", "size", "🙂🙂🙂", "漢字かな交じり文", "https://shop.example/very/long/address",
)  # fmt: skip
CHANNELS = "phone: {title: Телефон горячей линии, icon: phone}\nstore: {title: Store}\nemail: {title: Переписка по электронной почте}\n"
words = st.lists(st.sampled_from(LONG), min_size=1, max_size=9).map(" ".join)


@st.composite
def ways(draw: st.DrawFn) -> dict[str, str]:
    """A journey of 1 to 12 stages with long words everywhere."""
    told = ["title: " + draw(words), "summary: " + draw(words), "personas: [anna]", "stages:"]
    for at in range(draw(st.integers(1, 12))):
        told += [f"- id: s{at}", f"  title: {draw(words)}", f"  duration: {at + 1} days", f"  optional: {draw(st.sampled_from(['true', 'false']))}"]
        told += [f"  goal: {draw(words)}"] if draw(st.booleans()) else []
        told += [f"  entry: {draw(st.integers(1, 9_000_000))}"] if draw(st.booleans()) else []
        told += ["  touchpoints:"]
        for nth in range(draw(st.integers(1, 3))):
            feeling, moment = draw(st.floats(-2, 2).map(lambda value: round(value, 1))), ", moment: truth" if draw(st.booleans()) else ""
            told.append(f"  - {{id: t{nth}, title: '{draw(words)}', channel: {draw(st.sampled_from(['phone', 'store', 'email']))}, emotion: {feeling}{moment}}}")
        told += ["  pains:", *(f"  - {{title: '{draw(words)}', severity: {draw(st.sampled_from(['low', 'critical']))}}}" for _ in range(draw(st.integers(1, 5))))]
        told += ["  opportunities:", f"  - {{title: '{draw(words)}', impact: 4, effort: 2, status: in-progress}}"]
    person = f"title: Анна\nquote: {draw(words)}\n"
    return {"cjmgen.yml": "title: Магазин\nnotice: " + draw(words), "maps/journeys/way.yml": "\n".join(told), "maps/personas/anna.yml": person, "maps/channels.yml": CHANNELS}


def test_no_words_touch_and_none_are_cut(theme: Theme) -> None:
    @settings(max_examples=25, phases=[Phase.generate])  # shrinking takes minutes: each example is a project
    @given(ways())
    def hold(files: dict[str, str]) -> None:
        view = view_of(files)
        laid = lay_out(desk(view, theme, theme.speaker("ru")), view)
        assert touching(laid) == []
        assert outside(laid) == []
        ET.fromstring(poster(view, theme, theme.speaker("ru")))

    hold()


@pytest.mark.parametrize("name", ["twelve-stages", "emotion-per-persona", "hostile-texts", "minimal", "blueprint", "russian", "branches"])
@pytest.mark.parametrize("dark", [False, True])
def test_the_posters_of_the_cases(theme: Theme, name: str, dark: bool) -> None:
    known = atlas(case(name))
    for page in plan(known).pages:
        if page.subject.kind == "journey":
            view, speaker = page.view(), theme.speaker(page.language)
            drawn = poster(view, theme, speaker, dark)
            assert drawn == poster(view, theme, speaker, dark)
            assert touching(lay_out(desk(view, theme, speaker, dark), view)) == []
            sober(ET.fromstring(drawn))


def sober(root: ET.Element) -> None:
    """Only shapes and words; nothing that runs, nothing from elsewhere."""
    kinds = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert kinds <= {"svg", "title", "desc", "defs", "linearGradient", "stop", "g", "path", "rect", "circle", "ellipse", "line", "text"}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "href" not in name
            assert "url(" not in value or value.startswith("url(#cjm-"), value
            assert "var(" not in value
            assert "currentColor" not in value
    assert root.find(f"{SVG}title") is not None


def test_a_journey_without_stages_is_a_title(theme: Theme) -> None:
    view = view_of({"cjmgen.yml": "title: x", "maps/journeys/way.yml": "title: A way\nstages: []\n"})
    assert ET.fromstring(poster(view, theme, theme.speaker("en"))).findtext(f"{SVG}title") == "A way"


def test_texts_of_strangers_stay_texts(theme: Theme) -> None:
    evil = "</text><script>alert(1)</script> & \"'"
    view = view_of({"cjmgen.yml": "title: x", "maps/journeys/way.yml": f"title: >-\n  {evil}\nstages:\n- title: >-\n    {evil}\n- title: <b>B\n"})
    drawn = poster(view, theme, theme.speaker("en"))
    sober(ET.fromstring(drawn))
    assert b"<script" not in drawn
    assert evil.split()[-1] in ET.fromstring(drawn).findtext(f"{SVG}title", "")


def test_a_poster_is_as_wide_as_asked_and_never_too_narrow_for_its_stages(theme: Theme) -> None:
    view = view_of(case("twelve-stages"), "house")
    speaker = theme.speaker("en")
    root = ET.fromstring(poster(view, theme, speaker, wide=1200))
    assert root.get("width") == "1200"
    assert float(root.get("viewBox", "").split()[2]) >= 12 * 168
    assert ET.fromstring(poster(view, theme, speaker, wide=4000)).get("viewBox", "").split()[2] == "4000"


def test_a_poster_with_little_in_it_has_the_shape_of_a_slide(theme: Theme) -> None:
    told = "title: A\nstages:\n- {title: One, emotion: 1}\n- {title: Two, emotion: -1}\n"
    laid = lay_out(desk(view := view_of({"cjmgen.yml": "title: x", "maps/journeys/way.yml": told}), theme, theme.speaker("en")), view)
    assert 0.35 < laid.high / laid.wide <= 0.5625


def test_a_poster_shows_the_lanes_asked_for_and_explains_their_marks_alone(theme: Theme) -> None:
    stages = "- title: One\n  emotion: 1\n  pains: [{title: Slow, severity: high}]\n  opportunities: [{title: Faster, impact: 4, effort: 2}]\n"
    view = view_of({"cjmgen.yml": "title: x", "maps/journeys/way.yml": f"title: A\nstages:\n{stages}- {{title: Two, emotion: -1}}\n"})
    speaker = theme.speaker("en")
    drawn_with = desk(view, theme, speaker)
    assert [part.block.name for part in lay_out(drawn_with, view, ("emotion",)).parts] == ["head", "stages", "emotion", "foot"]
    told = {lane: [words for words, _ in texts(lay_out(drawn_with, view, (lane,)))] for lane in ("emotion", "pains", "chances")}
    assert {lane: any("bars" in words for words in said) for lane, said in told.items()} == {"emotion": False, "pains": True, "chances": False}
    assert {lane: any("Impact" in words for words in said) for lane, said in told.items()} == {"emotion": False, "pains": False, "chances": True}


def test_a_poster_has_the_projects_lanes_in_its_order(theme: Theme) -> None:
    view = view_of(case("lanes-ordered"), "loan")
    laid = lay_out(drawn_with := desk(view, theme, theme.speaker("en")), view)
    assert [part.block.name for part in laid.parts] == ["head", "stages", "pains", "actions", "goal", "emotion", "funnel", "foot"]
    assert "What people do" in [words for words, _ in texts(laid)]
    assert lay_out(drawn_with, view, ("channels", "chances")).parts[1:-1] == laid.parts[1:2]


def test_colours_are_those_of_the_theme(theme: Theme) -> None:
    view = view_of(case("minimal"), next(iter(atlas(case("minimal")).journeys)))
    light, dark = (poster(view, theme, theme.speaker("en"), dark=dark) for dark in (False, True))
    assert b'fill="#faf9f6"' in light
    assert b'fill="#131416"' in dark


@given(st.text(max_size=60), st.floats(40, 400), st.floats(8, 30), st.booleans())
@example("a\x00b\ud800c\ufffe d", 100, 12, False)
def test_lines_fit_and_keep_every_letter(text: str, room: float, size: float, bold: bool) -> None:
    lines = wrap(text, room, size, bold)
    assert all(width(line, size, bold) <= room or len(line) <= 2 for line in lines)
    kept = "".join(lines).replace(" ", "").replace("-", "")
    assert kept == clean(text).replace(" ", "").replace("-", "")


def test_words_break_at_their_hyphens_and_syllables() -> None:
    assert wrap("Интернет-магазин", 90, 13) == ("Интернет-", "магазин")
    assert wrap("обязательный", 70, 13)[0] in ("обяза-", "обязате-", "обя-")
    assert wrap("a b", 1000, 13) == ("a b",)
    assert wrap("", 100, 13) == ()


def test_pills_lie_within_their_stage(theme: Theme) -> None:
    view = view_of(case("twelve-stages"), "house")
    drawn_with = desk(view, theme, theme.speaker("en"))
    for part in lay_out(drawn_with, view).parts:
        if part.block.name == "channel":
            for pill in (shape for shape in part.block.shapes if isinstance(shape, Rect)):
                at = int((pill.x - drawn_with.grid.left) // drawn_with.grid.column)
                assert pill.x + pill.wide <= drawn_with.grid.at(at + 1)
