"""test_guarded: a project's own templates draw the same pages, reach nothing but views and words, and come to an end."""

import datetime
from dataclasses import replace
from functools import cache

import pytest

from cjmgen import Tree, pipeline
from cjmgen.atlas.atlas import Atlas
from cjmgen.pages.plan import plan
from cjmgen.pages.site.sitemap import Page
from cjmgen.problem import Problem, Span, Stopped
from cjmgen.render.budget import STEPS
from cjmgen.render.guarded import guarded
from cjmgen.render.page import render
from cjmgen.render.theme import Theme
from cjmgen.render.trial import trial
from cjmgen.shell import bundled, disk
from cjmgen.words.speaker import Speaker
from render.conftest import FOLDER

ROOT = FOLDER.parent.parent
TODAY = datetime.date(2026, 11, 21)
JOURNEY = b"title: '<i>Buying</i>'\nstages:\n- {title: Decision, touchpoints: [{title: Size guide, emotion: -1}]}\n"
PERSONAS = "personas.html"


def project(**files: str | bytes) -> tuple[Atlas, Tree]:
    """A small project that names the theme `mine`."""
    own = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    tree = Tree.of(
        {"cjmgen.yml": b"title: S\ntheme: mine\n", "maps/journeys/a.yml": JOURNEY, "maps/personas/anna.yml": b"title: Anna\n", **own}
    )
    return pipeline.load(tree, TODAY).value, tree


def told(safe: bool = False, **files: str | bytes) -> list[Problem]:
    """What is found wrong with a project's theme, on reading and on drawing."""
    atlas, tree = project(**files)
    dressed = pipeline.dress(atlas, bundled.themes(), tree, safe)
    errors = [problem for problem in dressed.problems if problem.severity == "error"]
    return list(dressed.problems) if errors else [*dressed.problems, *pipeline.tried(atlas, dressed.value)]


def drawn(body: str, **more: str) -> str:
    """The page of personas with a body of its own."""
    source = '{% extends "frame.html" %}{% block main %}' + body + "{% endblock %}"
    atlas, tree = project(**{f"themes/mine/templates/{PERSONAS}": source, **more})
    dressed = pipeline.dress(atlas, bundled.themes(), tree)
    assert dressed.problems == ()
    return pipeline.site(atlas, dressed.value, tree)["personas/index.html"].decode()


def wrong(body: str) -> Problem:
    """The one problem of a template whose second line is this."""
    source = '{% extends "frame.html" %}{% block main %}\n' + body + "{% endblock %}"
    theme, page = _personas()
    file = f"themes/mine/templates/{PERSONAS}"
    own = replace(theme, templates={**theme.templates, PERSONAS: source}, own={PERSONAS: file})
    with pytest.raises(Stopped) as stop:
        render(page, own, theme.speaker("en"))
    found = stop.value.problem
    assert found.place.file == f"themes/mine/templates/{PERSONAS}"
    assert isinstance(found.place.at, Span)
    assert found.place.at.line == 2
    return found


@cache
def _personas() -> tuple[Theme, Page]:
    atlas, tree = project(**{"cjmgen.yml": "title: S\n"})
    theme = pipeline.dress(atlas, bundled.themes(), tree).value
    return theme, next(page for page in plan(atlas).pages if page.template == PERSONAS)


CASES = ["", "tests/cases/translations", "tests/cases/blueprint", "tests/cases/emotion-per-persona", "tests/cases/funnel-of-metrics"]


@pytest.mark.parametrize("place", CASES)
def test_the_theme_that_ships_gives_the_same_bytes_guarded(place: str) -> None:
    files = disk.project(ROOT / place).value
    atlas = pipeline.load(files, TODAY).value
    plain = pipeline.dress(atlas, bundled.themes(), files).value
    same = replace(plain, own={"home.html": "themes/mine/templates/home.html"})
    drawn: dict[tuple[str, str], int] = {}
    speakers: dict[str, Speaker] = {}
    for page in plan(atlas).pages:
        kind = page.template, page.language
        if page.template and drawn.setdefault(kind, 0) < 4:
            drawn[kind] += 1
            speaker = speakers.setdefault(page.language, plain.speaker(page.language))
            assert render(page, plain, speaker) == render(page, same, speaker), page.path
            assert guarded(same, speaker).budget.steps < STEPS / 10, page.path


def test_a_part_that_a_project_overrides_is_drawn_wherever_it_is_used() -> None:
    files = disk.project(ROOT / "tests/cases/own-theme").value
    atlas = pipeline.load(files, TODAY).value
    dressed = pipeline.dress(atlas, bundled.themes(), files)
    assert dressed.problems == ()
    site = pipeline.site(atlas, dressed.value, files)
    home, russian = site["index.html"].decode(), site["ru/index.html"].decode()
    assert "Choosing &lt;b&gt;one&lt;/b&gt; is the low point: −1.0" in home
    assert "Хуже всего этап «Выбор &lt;b&gt;пары&lt;/b&gt;»: −1,0" in russian
    assert ">Maps</a>" in home
    assert ">Карты</a>" in russian
    assert "low point" in site["personas/anna/index.html"].decode()
    style = site["assets/cjm.css"].decode()
    assert style.index("--radius: 12px") < style.index("--radius: 20px") < style.index("--act: light-dark(#00703c")
    assert '<symbol id="i-site"' not in home


def test_safe_leaves_the_templates_alone_and_keeps_words_and_styles() -> None:
    files = disk.project(ROOT / "tests/cases/own-theme").value
    atlas = pipeline.load(files, TODAY).value
    dressed = pipeline.dress(atlas, bundled.themes(), files, safe=True)
    codes = {(problem.code, problem.severity, problem.place.file) for problem in dressed.problems if problem.code == "file-not-read"}
    assert codes == {("file-not-read", "info", "themes/bright/templates/bright.html")}
    assert dressed.value.own == {}
    site = pipeline.site(atlas, dressed.value, files)
    assert "low point" not in site["index.html"].decode()
    assert ">Maps</a>" in site["index.html"].decode()
    assert "--radius: 20px" in site["assets/cjm.css"].decode()


def test_templates_are_read_only_where_the_settings_name_the_theme() -> None:
    (found,) = told(**{"cjmgen.yml": "title: S\n", "themes/default/templates/parts.html": "{{ 1 / 0 }}"})
    assert (found.code, found.severity, found.place.file) == ("file-not-read", "warning", "themes/default/templates/parts.html")
    assert "theme: default" in found.hint


def test_a_text_of_an_author_stays_text() -> None:
    assert "<i>Buying" not in drawn("{{ frame.site|plain }}{{ view.title|plain if view.title is defined else '' }}")


LIMITS = [
    "{% for a in range(9999) %}{% for b in range(9999) %}{{ b }}{% endfor %}{% endfor %}",
    "{% for a in range(1000000) %}{% endfor %}",
    "{% for a in range(5000) %}{{ 'x' * 900 }}{% endfor %}",
    "{{ 'a' * 10**9 }}", "{{ ['a'] * 10**9 }}", "{{ 10**9 * 'a' }}", "{{ 9 ** 9 ** 9 }}", "{{ 2 ** 300 }}",
    "{{ '%999999999d' % 1 }}", "{{ '%.999999999f' % 1 }}", "{{ '%999999999d'|format(1) }}",
    "{{ 'a'|center(10**9) }}", "{{ 'a'|indent(10**9) }}", "{{ 1.5|round(10**9) }}", "{{ 1|number(10**9) }}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{% macro a(n) %}{{ b(n) }}{% endmacro %}{% macro b(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}",
    "{% include 'personas.html' %}",
    "{% set x = 'xxxxxxxxxx' %}" + "{% set x = x ~ x %}" * 40 + "{{ x }}",
    "{% set x = 'xxxxxxxxxx' %}" + "{% set x = x + x %}" * 40 + "{{ x }}",
    "{% set x %}xxxxxxxxxx{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40 + "{{ x }}",
    "{% set x = 'xxxxxxxxxx' %}" + "{% set x = x|replace('x', 'xx') %}" * 40 + "{{ x }}",
    "{% set x = 'xxxxxxxxxx' %}" + "{% set x = [x, x]|join %}" * 40 + "{{ x }}",
    "{% set x = [1, 1] %}" + "{% set x = [x, x] %}" * 40 + "{{ x|length }}",
    "{% set x = [1, 1] %}" + "{% set x = x + x %}" * 40 + "{{ x|length }}",
    "{% set x = 3 %}" + "{% set x = x * x %}" * 40 + "{{ x }}",
    "{% set n = namespace(x='xxxxxxxxxx') %}{% for a in range(40) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{{ range(10000)|list + range(10000)|list }}",
    "{% for a in range(9999) %}{% for b in range(9999) if b > 99999 %}{% endfor %}{% endfor %}",
    "{% set x = range(9999)|list %}{% for a in x %}{% set y = x|sort %}{% endfor %}",
    "{% set x = range(9999)|list %}{% for a in x %}{% set y = x|map('string')|join %}{% endfor %}",
    "{% set x = range(9999)|list %}{% for a in x %}{% set y = x|select('odd')|list %}{% endfor %}",
    "{% set x = range(9999)|list %}{% for a in x %}{% if 'a' in x %}{% endif %}{% endfor %}",
    "{% set x = range(9999)|list %}{% for a in x %}{% if a is in x %}{% endif %}{% endfor %}",
    "{% set x = 'a' * 900000 %}{% for a in range(9999) %}{% if ('a' * 1000 ~ 'b') in x %}{% endif %}{% endfor %}",
    "{% set x = 'a' * 900000 %}{% for a in range(9999) %}{% if x is lower %}{% endif %}{% endfor %}",
    "{% set x = 'a' * 900000 %}{% for a in range(9999) %}{% set y = x[::2] %}{% endfor %}",
    "{% set x = ['a' * 90000] * 9999 %}{% set y = ['a' * 90000] * 9999 %}{% if x == y %}{% endif %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{{ view.nope|default('') }}{% endfor %}{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% set x = ('*a*' ~ a ~ b)|prose %}{% endfor %}{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% include 'none.html' ignore missing %}{% endfor %}{% endfor %}",
    "{{ ('f' * 900000)|int(base=16) }}", "{% set x = 2 ** 250 %}{{ x - (0 - x) - (0 - x) * 60 }}",
]  # fmt: skip


@pytest.mark.parametrize("body", LIMITS)
def test_a_number_ends_what_would_never_end(body: str) -> None:
    assert wrong(body).code == "template-limit"


OUT_OF_REACH = [
    "{{ ''.__class__ }}", "{{ ''['__class__'] }}", "{{ ''|attr('__class__') }}", "{{ view.__class__ }}", "{{ view['__class__'] }}",
    "{{ [view]|map(attribute='__class__')|list }}", "{{ t.__globals__ }}", "{{ t.func }}", "{{ self.__init__ }}", "{{ self }}",
    "{{ known.__self__ }}", "{{ icon.__wrapped__ }}", "{{ loop }}", "{{ cycler }}", "{{ lipsum.__globals__ }}", "{{ joiner }}", "{{ dict(a=1) }}",
    "{{ frame.title.__init__() }}", "{{ 'a'.format(1) }}", "{{ 'a'.format_map({}) }}", "{{ 'a'.join(['b']) }}", "{{ 'a'.center(9) }}",
    "{{ 'a'.encode() }}", "{{ view.frame._fields }}", "{% set x = ''.__class__ %}", "{{ range.__class__ }}", "{{ namespace.__init__ }}",
    "{{ [].append(1) }}", "{{ {}.update({}) }}", "{{ 'a'|safe }}", "{{ 'a'|tojson }}", "{{ {'a': 1}|xmlattr }}", "{{ 'a'|pprint }}",
    "{% autoescape false %}{{ view.title }}{% endautoescape %}", "{{ 1|_spend }}", "{{ [1]|map('_spend')|list }}{{ -1|_keep }}",
    "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}", "{{ t }}", "{{ view }}", "{{ frame.title }}", "{{ frame }}", "{{ [1] }}",
    "{{ '%*d' % (9, 1) }}", "{{ caller }}", "{{ ('<'|e)|replace('&lt;', '<') }}", "{{ 1|random }}", "{{ ''|groupby('x') }}",
    "{{ 1e999 }}", "{{ -1e999|signed }}", "{{ 1" + "0" * 99 + " }}", "{{ (t|string) }}", "{% import 'parts.html' as p %}{{ p.__name__ }}", "{% import 'parts.html' as p %}{{ p }}", "{{ 'a'()}}",
]  # fmt: skip


@pytest.mark.parametrize("body", OUT_OF_REACH)
def test_a_template_reaches_views_and_words_and_nothing_else(body: str) -> None:
    assert wrong(body).code == "template-error"


@pytest.mark.parametrize(
    ("body", "message", "hint"),
    [
        ("{{ frame.titel }}", "a Frame has no 'titel'; did you mean 'title'?", ""),
        ("{{ nothing }}", "'nothing' is undefined", ""),
        ("{{ 1|pecent }}", "there is no filter 'pecent'", ""),
        ("{{ 1|rond }}", "there is no filter 'rond'", "did you mean 'round'?"),
        ("{% if %}{% endif %}", "expected an expression", ""),
        ("{{ t('home.titel') }}", "there is no phrase 'home.titel'; did you mean 'home.title'?", ""),
        ("{{ t('pager.page', pag=1) }}", "the phrase 'pager.page' asks for 'page'", ""),
        ("{{ 1 / 0 }}", "division by zero", ""),
        ("{{ frame.title }}", "shown with |prose, |plain or |blocks", ""),
        ("{% include 'part.html' %}", "there is no template 'part.html'; did you mean 'parts.html'?", ""),
        ("{{ ''.__class__ }}", "'__class__' can't be reached from a template", ""),
        ("{% block main %}{% endblock %}", "block 'main'", ""),
    ],
)
def test_a_mistake_is_told_in_words(body: str, message: str, hint: str) -> None:
    found = wrong(body)
    assert message in found.message
    assert hint in found.hint or hint in found.message


def test_a_mistake_in_what_ships_is_told_at_the_template_that_caused_it() -> None:
    found = told(**{"themes/mine/templates/parts.html": "{# empty #}\n"})
    assert {(problem.code, problem.place.file) for problem in found} == {("template-error", "themes/mine/templates/parts.html")}
    assert any("which came with cjmgen" in problem.message for problem in found)


def test_a_mistake_on_a_later_page_stops_the_writing() -> None:
    source = '{% extends "frame.html" %}{% block main %}{{ view.title|plain }}{% if "Boris" in (view.title|plain) %}\n{{ 1 / 0 }}{% endif %}{% endblock %}'
    atlas, tree = project(**{"maps/personas/boris.yml": "title: Boris\n", "themes/mine/templates/persona.html": source})
    dressed = pipeline.dress(atlas, bundled.themes(), tree)
    assert (*dressed.problems, *pipeline.tried(atlas, dressed.value)) == ()
    site = pipeline.site(atlas, dressed.value, tree)
    assert b"Anna" in site["personas/anna/index.html"]
    with pytest.raises(Stopped) as stop:
        site["personas/boris/index.html"]
    assert stop.value.problem.place.at == Span(2, 1, 36)


@pytest.mark.parametrize(
    "frame",
    [
        "<!DOCTYPE html>\n<html lang='en'><head><title>x</title></head><body>{% block main %}{% endblock %}</body></html>",
        '<script src="assets/x.js"></script>{% include "shipped" ignore missing %}',
        '<!DOCTYPE html><html onclick="alert(1)"><head>{{ policy }}',
        '<!DOCTYPE html><html lang="en"><head><script>alert(1)</script>POLICY',
        '<!DOCTYPE html><html lang="en"><head><!-- POLICY --><script>alert(1)</script>',
        '<!DOCTYPE html><html lang="en"><body>POLICY',
        '<!DOCTYPE html><html lang="en"><head><base href="https://evil.example/">POLICY',
    ],
)
def test_a_page_opens_with_the_policy_that_keeps_scripts_out(frame: str) -> None:
    policy = pipeline.dress(*_shipped()).value.policy
    assert "script-src 'self'" in policy
    found = told(**{"themes/mine/templates/frame.html": frame.replace("POLICY", policy)})
    assert {problem.code for problem in found} == {"template-error"}


def test_a_frame_of_ones_own_that_opens_with_the_policy_is_fine() -> None:
    policy = pipeline.dress(*_shipped()).value.policy
    frame = f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n{policy}\n<title>x</title>{{% block main %}}{{% endblock %}}'
    assert told(**{"themes/mine/templates/frame.html": frame}) == []


def _shipped() -> tuple[Atlas, Tree, Tree]:
    atlas, tree = project(**{"cjmgen.yml": "title: S\n"})
    return atlas, bundled.themes(), tree


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("templates/parts.html", b"\xff\xfe", "not-utf-8"),
        ("assets/style/99-own.css", b"h1 { color: red }\n\xff", "not-utf-8"),
        ("templates/parts.html", b"x" * 300_000, "file-too-large"),
        ("templates/home.html/home.html", b"x", "file-not-read"),
        ("templates/hom.html", b"x", "file-not-read"),
        ("templates/home.jinja", b"x", "file-not-read"),
        ("assets/own.js", b"alert(1)", "file-not-read"),
        ("assets/logo.svg", b"<svg/>", "file-not-read"),
    ],
)
def test_a_file_that_can_not_be_read_is_told(file: str, content: bytes, code: str) -> None:
    (found,) = told(**{f"themes/mine/{file}": content})
    assert (found.code, found.place.file) == (code, f"themes/mine/{file}")


@pytest.mark.parametrize(("theme", "hint"), [("mien", "did you mean 'mine'?"), ("file", "themes/file is a file; a theme is a folder")])
def test_a_theme_that_is_missing_is_told(theme: str, hint: str) -> None:
    files = {"cjmgen.yml": f"title: S\ntheme: {theme}\n", "themes/file": "x", "themes/mine/words/en.yml": "nav: {home: Maps}\n"}
    assert [(problem.code, problem.hint) for problem in told(**files)] == [("bad-setting", hint)]


def test_a_theme_as_it_ships_is_not_tried() -> None:
    theme = pipeline.dress(*_shipped()).value
    assert trial((), theme, theme.speaker("en")) == ()
