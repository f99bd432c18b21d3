"""filters: what templates may call: the words of a language, icons, and filters for texts, figures and charts."""

import datetime
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any

from markupsafe import Markup

from cjmgen.insight.charts.curve import tone
from cjmgen.insight.spoken import filling
from cjmgen.model.amount import Amount, Duration, half_up
from cjmgen.numbers import digits
from cjmgen.pages.parts.follows import Told
from cjmgen.pages.view import Said
from cjmgen.render import charts, icons, prose
from cjmgen.render.compiler import escaped, markup
from cjmgen.render.theme import Theme
from cjmgen.words.catalogue import filled
from cjmgen.words.figures import direction, region
from cjmgen.words.speaker import Speaker


def given(theme: Theme, speaker: Speaker) -> dict[str, Callable[..., Any]]:
    """What every template may call: `t` for a phrase, `known` for whether there is one, `icon` for a drawing."""
    icon = lru_cache(maxsize=2048)(partial(icons.icon, theme.symbols))
    return {"t": partial(_phrase, speaker), "known": speaker.has, "icon": icon}


def filters(speaker: Speaker) -> dict[str, Callable[..., Any]]:
    """The filters that a language gives to all templates; docs/theming.md tells of each."""
    return {
        "prose": _marked(prose.inline, "span"),
        "blocks": _marked(prose.blocks, "div"),
        "plain": _plain,
        "words": _marked(_bare, "span"),
        "signed": speaker.signed,
        "percent": speaker.percent,
        "tone": lambda score: tone(half_up(score, 1)),
        "number": speaker.number,
        "date": _date(speaker),
        "short": speaker.short_period,
        "duration": _duration(speaker),
        "amount": _amount(speaker),
        "money": speaker.money,
        "span": _span(speaker),
        "apart": _apart,
        "spelled": speaker.spelled,
        "told": _told(speaker),
        "language": speaker.language_name,
        "direction": direction,
        "region": region,
        "capital": lambda text: text[:1].upper() + text[1:],
        "line": charts.line,
        "area": charts.area,
        "between": charts.between,
        "straight": charts.straight,
    }


def _phrase(speaker: Speaker, key: str, /, **values: object) -> str:
    """A phrase. A piece of HTML among the values is kept, and everything around it escaped."""
    if not values:
        return speaker.phrase(key)
    html = False
    for name, value in values.items():
        if type(value) is Said:
            values[name] = prose.plain(value.text)
        elif type(value) is Markup:
            html = True
    if not html:
        return speaker.word(key, **values)
    phrase = speaker.phrase(key, values.get("n"))
    return markup("".join(filled(phrase, lambda name: str(escaped(speaker.shown(values[name]))), lambda text: str(escaped(text)))))


def _marked(render: Callable[[str], Markup], tag: str) -> Callable[[Said | str], Markup]:
    """A text's HTML, inside an element that names its language where that isn't the page's."""

    def show(said: Said | str) -> Markup:
        if type(said) is not Said:
            return render(said)  # type: ignore[arg-type]
        html = render(said.text)
        return _in_language(said, html, tag) if said.lang else html

    return show


def _in_language(said: Said, html: Markup, tag: str) -> Markup:
    return markup(f'<{tag} lang="{escaped(said.lang)}">{html}</{tag}>') if said.lang and html else html


def _plain(said: Said | str) -> str:
    return prose.plain(said.text if type(said) is Said else str(said))


@lru_cache(maxsize=16384)
def _bare(text: str) -> Markup:
    return markup(str(escaped(prose.plain(text))))


def _date(speaker: Speaker) -> Callable[[datetime.date | str], str]:
    return lambda day: speaker.period(day) if isinstance(day, str) else speaker.date(day)


def _duration(speaker: Speaker) -> Callable[[Said | Duration | float | str], str]:
    """A span of time as the language writes it; a text that is none stays as it is, and names its language."""

    def show(span: Said | Duration | float | str) -> str:
        if not isinstance(span, Said):
            return speaker.duration(span)
        text = prose.plain(span.text)
        shown = speaker.duration(text)
        return _in_language(span, _bare(span.text), "span") if span.lang and shown == text else shown

    return show


def _told(speaker: Speaker) -> Callable[[Told], str]:
    """A sentence of an insight; a text that is not in the page's language says in which it is."""
    words = _marked(_bare, "span")
    return lambda said: _phrase(speaker, said.phrase, **filling(speaker, said.values, words))


def _span(speaker: Speaker) -> Callable[[str, str], str]:
    """Both ends of an interval. One below zero stands apart from the other, as a dash between them would pass for its sign."""
    return lambda low, high: _phrase(speaker, "unit.span_signed" if "−" in low + high else "unit.span", low=low, high=high)


def _apart(share: float, *others: float | None, goal: float | None = None) -> int | None:
    """The decimals by which a share looks unlike those beside it, and no fewer than its goal was written with, for `percent`."""
    return digits.apart((share, *(other for other in others if other is not None)), "share", goal=goal)


def _amount(speaker: Speaker) -> Callable[..., str]:
    def show(value: Amount | float | str, unit: Said | str = "") -> str:
        return speaker.amount(value, unit.text if isinstance(unit, Said) else unit)

    return show
