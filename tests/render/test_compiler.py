"""test_compiler: a template gives the same page with and without Jinja's detours, and nothing unescaped."""

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateAssertionError
from markupsafe import Markup, escape

from cjmgen.render.compiler import NAMES, Straight, escaped

PARTS = """
{% set mark = shout("<i>") %}
{% macro tag(word, classes="tag", more=none) %}<b class="{{ classes }}">{{ word }}{% if more is not none %}{{ more }}{% endif %}</b>{% endmacro %}
{% macro each(items, draw) %}{% for item in items %}{{ draw(item) }}{{ "," if not loop.last }}{% endfor %}{% endmacro %}
"""
PAGE = """
{% extends "frame" %}{% from "parts" import tag %}{% import "parts" as parts %}
{% block main %}{% set kept %}<u>{{ view.name }}</u>{% endset %}
{{ kept }} {{ tag(view.name) }} {{ tag(view.name, "x") }} {{ tag("a", "y", view.count) }} {{ parts.each(view.names, parts.tag) }}
{{ parts.mark }} {{ shout(view.name) }} {{ shout(text="&") }} {{ view.count + 1 }} {{ view.share }} {{ view.html }} {{ view.none is none }}
{{ view.name is defined }} {{ "lane." ~ view.name }} {{ view.names|join("<") }} {{ view.names[0] }}{% endblock %}
"""
TEMPLATES = {"page": PAGE, "parts": PARTS, "frame": "<p>{% block main %}{% endblock %}</p>"}


@dataclass(frozen=True)
class View:
    name: str = "<a href=\"x\">'&amp;"
    names: tuple[str, ...] = ("<b>", "c", "'")
    count: int = 3
    share: float = 0.5
    html: Markup = Markup("<em>")  # noqa: RUF009 - a Markup never changes
    none: None = None


def made(straight: bool) -> Environment:
    environment = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, optimized=False)
    environment.globals["shout"] = lambda text: text.upper()
    if straight:
        environment.code_generator_class = Straight
    return environment


def drawn(environment: Environment, name: str) -> str:
    template = environment.get_template(name)
    for each in TEMPLATES:
        environment.get_template(each).root_render_func.__globals__.update(NAMES if environment.code_generator_class is Straight else {})
    return str(template.render(view=View()))


def test_a_page_is_the_one_that_jinja_draws() -> None:
    page = drawn(made(straight=True), "page")
    assert page == drawn(made(straight=False), "page")
    assert "<b>" not in page.replace('<b class="', "")
    assert "&lt;B&gt;" not in page
    assert "&#39;" in page


@pytest.mark.parametrize("value", ["", "a", "&", "<>", "\"'", Markup("<b>"), 3, 0.5, -2, True, None, ("<",)])
def test_escaping_is_that_of_markupsafe(value: object) -> None:
    assert escaped(value) == escape(value) or str(escaped(value)) == str(escape(value))


@pytest.mark.parametrize("call", ["{{ f(*a) }}", "{{ f(**a) }}", "{% call f() %}{% endcall %}"])
def test_what_is_not_supported_says_so(call: str) -> None:
    with pytest.raises(TemplateAssertionError, match="not supported"):
        made(straight=True).from_string(call)
