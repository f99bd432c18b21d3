"""test_suppose: who moves the sliders below a funnel sees the figures that the builder's formula gives, in its words."""

import datetime
import json
from pathlib import Path

import pytest

from browser.axe import findings, window
from browser.test_markup import nu
from cjmgen.atlas.atlas import Atlas
from cjmgen.atlas.cards.card import JourneyCard
from cjmgen.insight.flow.funnel import draw
from cjmgen.insight.flow.gap import Step, chain
from cjmgen.insight.insight import Number
from cjmgen.insight.spoken import figure
from cjmgen.model.amount import half_up
from cjmgen.numbers.worth import supposed, worth
from cjmgen.pipeline import load
from cjmgen.shell import disk
from cjmgen.words.speaker import Speaker

ROOT = Path(__file__).parent.parent.parent
TABLE = json.loads((ROOT / "tests" / "numbers" / "worth.json").read_text("utf-8"))
PAGE = "journeys/first-pair/index.html"
MIDDLE = 2
"""The step from decision to purchase, which misses its goal."""

SHOWN = """() => {
  const text = (node) => node.textContent.trim();
  const all = (selector) => [...document.querySelectorAll(selector)].map(text);
  return {
    shares: all('.suppose-steps [data-share]'), alone: all('.suppose-steps [data-alone]'), people: all('.suppose-rungs p'),
    end: all('.suppose dd[data-people] b'), worth: all('.suppose dd[data-worth] b'),
  };
}"""
SET = """(shares) => document.querySelectorAll('.suppose input').forEach((input, at) => {
  if (shares[at] === null) return;
  input.value = shares[at] * 100;
  input.dispatchEvent(new Event('input', { bubbles: true }));
})"""


@pytest.fixture(scope="module")
def maps() -> Atlas:
    """The maps behind the site."""
    return load(disk.project(ROOT).value, datetime.date(2026, 11, 21)).value


def opened(page):
    """A page with its sliders open."""
    page.locator("#suppose > summary").click()
    page.locator("#suppose .suppose").wait_for()
    return page


def expected(card: JourneyCard, shares: list[float], language: str) -> dict[str, list[str]]:
    """What a page of this language has to show when its steps have these shares."""
    steps, speaker = chain(card), Speaker(language, {})
    people = [steps[0].entered, *(step.end.people or 0 for step in steps)]
    aim = [steps[0].start.id, *(step.end.id for step in steps)].index(card.outcome)
    value = card.value.amount if card.value else None

    def shown(amount: float, unit: str) -> str:
        return figure(speaker, Number(amount, unit, card.value.currency or "RUB" if card.value else ""))

    def both(before: float, after: float, unit: str) -> str:
        told = shown(before, unit), shown(after, unit)
        return told[0] if told[0] == told[1] else " → ".join(told)

    def gain(at: int, step: Step) -> str:
        onward = [other.share.value for other in steps[at + 1 : max(at + 1, aim)]]
        valued = value is not None and at < aim
        found = worth(step.entered, step.share, max(shares[at], step.share.value), onward, value if valued else None)
        told, unit = (found.money, "money") if valued and found.money else (found.carried, "people")
        if shown(told.value, unit) == shown(0, unit):
            return ""
        return f"+{shown(told.value, unit)} ({shown(told.low or 0, unit)}–{shown(told.high or 0, unit)})"

    then = supposed(people[0], shares, None).people
    money = supposed(people[0], shares[:aim], value).money
    return {
        "shares": [both(step.share.value, share, "share") for step, share in zip(steps, shares, strict=True)],
        "alone": [gain(at, step) for at, step in enumerate(steps)],
        "people": [both(before, after, "people") for before, after in zip(people, then, strict=True)],
        "end": [shown(then[aim], "people")],
        "worth": [] if money is None else [shown(money, "money")],
    }


def taken(step: Step, share: float) -> float:
    """What a slider's place stands for: where it shows the counted share or the goal, exactly these."""
    digits = 1 if step.share.value < 0.0995 else 0
    known = [each for each in (step.share.value, step.goal) if each is not None and half_up(each * 100, digits) == half_up(share * 100, digits)]
    return known[0] if known else share


def seen(page) -> dict[str, list[str]]:
    """What the page shows; of what a step brings alone the figures."""
    found = page.evaluate(SHOWN)
    return {**found, "alone": [told.partition(": ")[2] for told in found["alone"]]}


def test_the_table_of_cases_in_the_browser(visit) -> None:
    page = visit().go(PAGE)
    ask = """(table) => cjm.load('assets/suppose/worth.js').then((of) => ({
      worth: table.worth.map((one) => of.worth(one.entered, one.share, one.goal, one.onward, one.value)),
      supposed: table.supposed.map((one) => of.supposed(one.entered, one.shares, one.value)),
    }))"""
    answers = page.evaluate(ask, TABLE)
    for case, answer in zip(TABLE["worth"], answers["worth"], strict=True):
        for part in ("people", "carried", "money"):
            assert (case[part] and [end if end is None else pytest.approx(end, rel=1e-12) for end in case[part]]) == answer[part]
    for case, answer in zip(TABLE["supposed"], answers["supposed"], strict=True):
        assert (case["people"], case["money"]) == (pytest.approx(answer["people"]), answer["money"] and pytest.approx(answer["money"]))


@pytest.mark.parametrize("folder", ["", "ru/"], ids=["default", "ru"])
@pytest.mark.parametrize("http", [False, True], ids=["disk", "http"])
def test_the_arrow_keys_move_a_share_and_the_figures_follow(visit, maps: Atlas, folder: str, http: bool) -> None:
    card, language = maps.journeys["first-pair"], folder.strip("/") or "en"
    page = opened(visit(http=http).go(folder + PAGE))
    now = [step.share.value for step in chain(card)]
    assert seen(page) == expected(card, now, language)
    slider = page.locator(".suppose input").nth(MIDDLE)
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    share = round(now[MIDDLE] * 100) / 100 + 0.03
    wanted = expected(card, [*now[:MIDDLE], share, *now[MIDDLE + 1 :]], language)
    assert seen(page) == wanted
    told = slider.get_attribute("aria-valuetext")
    assert figure(Speaker(language, {}), Number(share, "share")) in told
    assert wanted["people"][MIDDLE + 1].partition(" → ")[2] in told
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert seen(page) == expected(card, now, language), "where it stood, the share is what was counted"


def test_the_drawing_shows_the_supposed_funnel_while_it_is_another(visit, maps: Atlas) -> None:
    card = maps.journeys["first-pair"]
    page = opened(visit().go(PAGE))
    line, key = page.locator(".funnel .supposed"), page.locator(".suppose-key")
    assert (line.count(), key.is_visible()) == (0, False)
    top = page.locator(".suppose-steps").bounding_box()["y"]
    steps = chain(card)
    page.evaluate(SET, [None, 0.5, 0.25, *[None] * (len(steps) - 3)])
    shares = [steps[0].share.value, 0.5, taken(steps[2], 0.25), *(step.share.value for step in steps[3:])]
    then = supposed(steps[0].entered, shares, None).people
    drawn = draw(then)  # type: ignore[arg-type]
    assert drawn
    assert line.get_attribute("d") == drawn.band.partition("V")[0]
    assert key.is_visible()
    assert page.locator(".suppose-steps").bounding_box()["y"] == top, "nothing moves away under the hand"
    page.locator("#suppose > summary").click()
    assert not line.is_visible()
    page.locator("#suppose > summary").click()
    page.locator("[data-to=now]").click()
    assert (line.count(), key.is_visible()) == (0, False)


def test_every_funnel_at_any_share(visit, site: Path, maps: Atlas) -> None:
    ids = sorted(path.parent.relative_to(site / "journeys").as_posix() for path in (site / "journeys").rglob("suppose.js"))
    assert ids == sorted(id for id, card in maps.journeys.items() if chain(card))
    assert len(ids) > 3
    visitor = visit()
    for id in ids:
        card = maps.journeys[id]
        for folder, language in (("", "en"), ("ru/", "ru")):
            page = opened(visitor.go(f"{folder}journeys/{id}/index.html"))
            for shares in ([0.0, 0.5, 1.0], [0.07, 1.0, 0.0], [0.99, 0.98, 0.97]):
                asked = [shares[at % 3] for at in range(len(chain(card)))]
                page.evaluate(SET, asked)
                meant = [taken(step, share) for step, share in zip(chain(card), asked, strict=True)]
                assert seen(page) == expected(card, meant, language), (id, language, shares)


def test_to_the_goals_and_back(visit, maps: Atlas) -> None:
    card = maps.journeys["first-pair"]
    page = opened(visit().go(PAGE))
    steps = chain(card)
    before = seen(page)
    page.get_by_role("button", name="Set to the goals").click()
    assert seen(page) == expected(card, [max(step.share.value, step.goal or 0) for step in steps], "en")
    static = page.locator("#suppose > .open").inner_text()
    told = [each.partition(" (")[0].removeprefix("+") for each in seen(page)["alone"] if each]
    assert len(told) == 3
    assert all(each in static for each in told), "what the sliders say of a gap is what the page says of it"
    page.get_by_role("button", name="Reset").click()
    assert seen(page) == before


def test_nothing_of_it_is_loaded_before_it_is_opened(visit) -> None:
    visitor = visit(http=True)
    asked: list[str] = []
    visitor.page.on("request", lambda request: asked.append(request.url))
    page = visitor.go(PAGE)
    assert not [url for url in asked if "suppose" in url]
    opened(page)
    assert len([url for url in asked if "suppose" in url]) == 5


def test_without_script_and_on_paper_it_says_what_each_gap_brings(visit) -> None:
    page = visit(script=False).go(PAGE)
    page.locator("#suppose > summary").click()
    told = page.locator("#suppose").inner_text().replace("\N{NO-BREAK SPACE}", " ")
    assert "At the goal 794 more would reach “Purchase”: RUB 5,880,000 a month (RUB 5,300,000–RUB 6,430,000)." in told
    assert page.locator("#suppose input").count() == 0
    page = opened(visit().go(PAGE))
    page.emulate_media(media="print")
    assert not page.locator(".suppose").is_visible()
    assert page.locator("#suppose > .open").is_visible()


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)])
def test_the_open_sliders_are_accessible_and_large_enough(visit, tmp_path: Path, width: int, dark: bool) -> None:
    for folder in ("", "ru/"):
        page = opened(window(visit, width=width, dark=dark).go(folder + PAGE))
        page.locator("[data-to=goals]").click()
        assert findings(page) == []
        boxes = [each.bounding_box() for each in page.locator(".suppose :is(input, button)").all()]
        assert min(min(box["width"], box["height"]) for box in boxes) >= 24
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        sliders = page.evaluate("document.querySelector('#suppose').outerHTML")
        (tmp_path / "page.html").write_text(f"<!DOCTYPE html><html lang=en><title>Sliders</title><main>{sliders}</main>", "utf-8")
        assert nu(tmp_path / "page.html") == []


CUT = """() => {
  const edge = document.querySelector('.suppose').getBoundingClientRect();
  const span = document.createRange();
  return [...document.querySelectorAll('.suppose :is(dt, dd, p, label, ol span)')].filter((node) => {
    span.selectNodeContents(node);
    return [...span.getClientRects()].some((box) => box.right > edge.right + 1 || box.left < edge.left - 1);
  }).map((node) => node.textContent);
}"""


@pytest.mark.parametrize("width", [320, 390, 430])
@pytest.mark.parametrize("folder", ["", "ru/"], ids=["default", "ru"])
def test_a_moved_slider_shows_both_figures_in_a_narrow_window(visit, width: int, folder: str) -> None:
    page = opened(visit(width=width).go(folder + PAGE))
    page.locator(".suppose input").first.focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    assert all("→" in told for told in page.locator(".suppose dd").all_inner_texts())
    assert page.evaluate(CUT) == []
