"""template: a theme's templates, compiled once and bound to the words of a language."""

from collections.abc import MutableMapping
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound

from cjmgen.render.code import compiled
from cjmgen.render.compiler import NAMES, Straight
from cjmgen.render.filters import filters, given
from cjmgen.render.theme import NAMED, Theme
from cjmgen.words.speaker import Speaker


class _Compiled(BaseLoader):
    """Templates by name. The code is made once a theme; every language binds the same code to its own words."""

    def __init__(self, theme: Theme) -> None:
        self._sources, self._codes = theme.templates, theme.codes
        self._code: dict[str, CodeType] = {}

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        if name not in self._sources:
            raise TemplateNotFound(name)
        if name not in self._code:
            source = self._sources[name]
            self._code[name] = compiled(self._codes, (name, source), lambda: environment.compile(source, name, f"templates/{name}"))
        template = environment.template_class.from_code(environment, self._code[name], environment.make_globals(globals), None)
        template.root_render_func.__globals__.update(NAMES)
        return template


@lru_cache(maxsize=8)
def _loader(theme: Theme) -> _Compiled:
    return _Compiled(theme)


def load(theme: Theme, speaker: Speaker, name: str) -> None:
    """Compile a template and those it names, if they are not yet."""
    made = environment(theme, speaker)
    waiting, seen = [name], set[str]()
    while waiting:
        each = waiting.pop()
        if each in theme.templates and each not in seen:
            seen.add(each)
            made.get_template(each)
            waiting += NAMED.findall(theme.templates[each])


@lru_cache(maxsize=64)
def environment(theme: Theme, speaker: Speaker) -> Environment:
    """The environment of a theme in one language; made once for each."""
    made = Environment(
        loader=_loader(theme),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        optimized=False,  # folding constants would bake one language's numbers into the shared code
    )
    made.code_generator_class = Straight
    made.globals = dict(given(theme, speaker))
    made.filters.update(filters(speaker))
    return made
