"""test_home: the home page's figures, cards and filters, and what is left out where nothing stands behind it."""

from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.home.page import HomeView, home
from cjmgen.pages.plan import plan
from cjmgen.pages.site.edition import Edition
from cjmgen.pages.site.pager import MOST
from pages.atlases import journey, project

ANNA = "title: {en: Anna, ru: Анна}\nrole: buyer\n"


def seen(atlas: Atlas, part: str = "", language: str = "en") -> HomeView:
    return home(Edition(atlas, plan(atlas).sitemap, language), part)


def test_an_empty_project_has_a_calm_home() -> None:
    view = seen(project({}))
    assert (view.lead.journeys, view.pulse, view.health, view.cards, view.bar.filters) == (0, None, None, (), ())


def test_figures_without_data_are_left_out() -> None:
    view = seen(project({"a": journey("A", None, None)}))
    assert (view.pulse, view.health) == (None, None)
    (card,) = view.cards
    assert (card.low, card.points, card.conversion, card.severe, card.evidence, card.person) == (None, (), None, None, None, None)


def test_a_card_says_where_it_is_lowest() -> None:
    (card,) = seen(project({"a": journey("A", 1, -1.24, 0)})).cards
    assert card.low is not None
    assert (card.low.stage.text, card.low.score, card.low.tone) == ("Research", -1.24, "neg")
    assert card.points == ((166.7, 69.0), (500.0, 147.4), (833.3, 104.0))
    assert (card.low.x, card.low.y) == (50.0, 85.0)


def test_the_pulse_draws_single_journeys_up_to_forty_and_a_band_above() -> None:
    few = seen(project({f"j{at:02}": journey("J", 0, at / 40) for at in range(40)})).pulse
    many = seen(project({f"j{at:02}": journey("J", 0, at / 41) for at in range(41)})).pulse
    assert few is not None
    assert many is not None
    assert (len(few.ghosts), few.upper) == (40, ())
    assert (many.ghosts, len(many.upper), len(many.lower)) == ((), 2, 2)
    assert many.upper[1][1] < many.mean[1][1] < many.lower[1][1]


def test_one_journey_has_no_thin_line_beneath_its_mean() -> None:
    view = seen(project({"a": journey("A", 1, -1)})).pulse
    assert view is not None
    assert (len(view.mean), view.ghosts, view.names, view.single) == (2, (), (), True)


def test_the_pulse_of_one_journey_has_its_own_stages() -> None:
    told = "title: Map\nstages:\n- {title: Compare, emotion: 0}\n- {title: Sign up, emotion: -2}\n- {title: Renewal}\n- {title: Bye, emotion: 1}\n"
    view = seen(project({"map": told}))
    assert view.pulse is not None
    assert [(step.said.text, step.score) for step in view.pulse.steps] == [("Compare", 0), ("Sign up", -2), ("Bye", 1)]
    assert (view.lead.finding.kind, view.lead.stage.text, view.lead.journey.text) == ("journey_hurts", "Sign up", "Map")


def test_the_pulse_says_what_it_leaves_out() -> None:
    odd = journey("Odd", 0, 1) + "- title: Unboxing\n  emotion: -2\n"
    view = seen(project({"a": journey("A", 0, 1), "b": odd}))
    assert view.pulse is not None
    assert (view.pulse.named, view.pulse.unplaced, view.pulse.stages) == (True, 1, 5)


def test_journeys_far_below_the_mean_are_named_once_each() -> None:
    calm = {f"c{at}": journey("Calm", 0.5, 0.5, 0.5) for at in range(4)}
    view = seen(project({**calm, "low": journey("Low", 0.5, -1.5, -1.2), "deep": journey("Deep", 0.5, 0.5, -1.4)})).pulse
    assert view is not None
    assert [name.said.text for name in view.names] == ["Low", "Deep"]
    assert [name.x for name in view.names] == [50.0, 83.33]


def test_cards_stand_lowest_first_with_what_extends_them_behind() -> None:
    patch = "extends: good\nstate: future\ntitle: Better\nstages: []\n"
    draft = journey("New", -2, more="status: draft\n")
    view = seen(project({"bad": journey("Bad", -1), "good": journey("Good", 1), "better": patch, "new": draft}))
    assert [card.anchor.said.text for card in view.cards] == ["Bad", "Good", "Better", "New"]


def test_a_filter_needs_two_values() -> None:
    one = seen(project({"a": journey("A", 1, more="tags: {product: shoes}\n"), "b": journey("B", 1, more="tags: {product: shoes}\n")}))
    assert one.bar.filters == ()
    shoes = journey("A", 1, more="tags: {product: shoes, size: 39}\n")
    bags = journey("B", 1, more="status: draft\ntags: {product: Sports bags}\n")
    two = seen(project({"a": shoes, "b": bags}))
    assert [(each.name, each.field, [value for value, _ in each.options]) for each in two.bar.filters] == [
        ("status", "status", ["live", "draft"]),
        ("tag-product", "tag", ["product:shoes", "product:sports-bags"]),
    ]
    assert two.cards[1].keys == ("state:current", "status:draft", "tag:product:sports-bags")


def test_filters_speak_the_language_of_the_page() -> None:
    people = {"personas__anna": ANNA, "personas__boris": "title: Boris\n"}
    journeys = {"a": journey("A", 1, more="personas: [anna]\n"), "b": journey("B", 1, more="personas: [boris]\n")}
    atlas = project(journeys, "languages: [en, ru]\n", **people)
    (persona,) = (each for each in seen(atlas, language="ru").bar.filters if each.name == "persona")
    assert [(value, said.text, said.lang) for value, said in persona.options] == [("boris", "Boris", "en"), ("anna", "Анна", "")]


def test_a_page_says_that_texts_fell_back() -> None:
    atlas = project({"a": journey("A", 1)}, "languages: [en, ru]\n")
    assert seen(atlas, language="ru").frame.fallback
    assert not seen(atlas).frame.fallback


def test_reviews_are_overdue_only_where_the_project_says_how_long_they_last() -> None:
    journeys = {"a": journey("A", 1, more="reviewed: 2025-01-01\n"), "b": journey("B", 1, more="reviewed: 2026-11-01\n")}
    without, with_rule = seen(project(journeys)).health, seen(project(journeys, "review_every: 6 months\n")).health
    assert without is not None
    assert with_rule is not None
    assert (without.overdue, with_rule.overdue) == (None, 1)


def test_long_lists_are_split() -> None:
    atlas = project({f"j{at:03}": journey("J", 1) for at in range(MOST + 1)})
    first, second = seen(atlas), seen(atlas, "2")
    assert (len(first.cards), len(second.cards), first.bar.total) == (MOST, 1, MOST + 1)
    assert first.pager is not None
    assert second.pager is not None
    assert (first.pager.previous, first.pager.next) == ("", "page/2/index.html")
    assert (second.pager.previous, second.pager.next) == ("../../index.html", "")
    assert second.cards[0].anchor.href == "../../journeys/j060/index.html"
    assert (second.pulse, second.health) == (None, None)


def test_a_tone_follows_the_figure_that_is_shown() -> None:
    view = seen(project({"a": journey("A", 1, -0.17), "b": journey("B", 1, -0.17)}))
    assert view.pulse is not None
    assert [step.tone for step in view.pulse.steps] == ["pos", "neg"]
    assert [card.low.tone for card in view.cards if card.low] == ["neg", "neg"]
    assert (view.lead.finding.kind, view.lead.finding.score) == ("hurts_most", -0.2)
