"""guarded: the environment that a site with templates of its own is drawn in: a sandbox with a budget.

The templates of a project may come from anybody who opens a pull request. They see one view and the words; they reach no
attribute but the fields of views, call nothing but what they are given, and each page has a budget. They write HTML as they like:
that no script of theirs runs in a reader's browser is the work of the policy that `page` holds every page to.
"""

import datetime
from collections.abc import Callable, MutableMapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import BuiltinMethodType, CodeType, MethodType
from typing import Any, NoReturn

from jinja2 import BaseLoader, StrictUndefined, Template, TemplateNotFound, Undefined, nodes, pass_eval_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContext
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, markup_join, str_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.digest import digest
from cjmgen.render.budget import BITS, DEPTH, RANGE, Budget, Exceeded, Refused, counted, fits, scalar
from cjmgen.render.code import compiled
from cjmgen.render.filters import filters, given
from cjmgen.render.rewrite import KEEP, SPEND, WEIGH, Rewriting
from cjmgen.render.standard import formatted, standard, weighing, wrapped
from cjmgen.render.theme import Theme
from cjmgen.words.speaker import Speaker

_OF_TEXTS = frozenset(
    {"lower", "upper", "title", "capitalize", "strip", "lstrip", "rstrip", "split"}
    | {"startswith", "endswith", "removeprefix", "removesuffix"}
)
_OF_LOOPS = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "changed", "cycle", "depth", "depth0"}
)
_REACHED: dict[type, frozenset[str]] = {
    dict: frozenset({"items", "keys", "values", "get"}),
    LoopContext: _OF_LOOPS,
}
"""What can be reached of values that are no views: methods that return no more than they are given."""
_CALL, _PHRASE, _GUESS = 10, 40, 1_000
"""Steps that a call takes, a phrase, and the search for a name that was meant."""


def reached(kind: type) -> frozenset[str]:
    """The attributes of a type that a template may read: of a view its fields and what it works out of them."""
    if is_dataclass(kind):
        worked_out = (name for name, value in vars(kind).items() if isinstance(value, property))
        return frozenset(field.name for field in fields(kind)) | {name for name in worked_out if not name.startswith("_")}
    if issubclass(kind, str):
        return _OF_TEXTS
    if kind is datetime.date:
        return frozenset({"year", "month", "day", "isoformat"})
    return _REACHED.get(kind, frozenset())


class _Whole(Template):
    """A template whose text is put together, and so counted, when others import it."""

    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Any = None
    ) -> TemplateModule:
        context = self.new_context(vars, shared, locals)
        return TemplateModule(self, context, [self.environment.concat(self.root_render_func(context))])


class _Loader(BaseLoader):
    """Templates by name, compiled once a theme."""

    def __init__(self, theme: Theme) -> None:
        self.sources, self._codes = theme.templates, theme.codes
        self._name = digest(tuple(sorted(theme.templates.items())))
        """What is written into the code of one template depends on the others."""
        self._code: dict[str, CodeType] = {}

    def load(self, environment: Any, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        if name not in self.sources:
            raise TemplateNotFound(name, f"there is no template '{name}'")
        if name not in self._code:
            source, made_of = self.sources[name], ("guarded", name, self._name)
            self._code[name] = compiled(self._codes, made_of, lambda: environment.compile(source, name, f"templates/{name}"))
        template = environment.template_class.from_code(environment, self._code[name], environment.make_globals(globals), None)
        joins = {"markup_join": environment.bounded(markup_join), "str_join": environment.bounded(str_join)}
        template.root_render_func.__globals__.update(joins)
        made: Template = template
        return made


class Guarded(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with a list of what may be reached in place of one of what may not."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "**", "%"})
    template_class = _Whole
    loader: _Loader

    def __init__(self, loader: _Loader, theme: Theme, speaker: Speaker) -> None:
        super().__init__(
            loader=loader, autoescape=True, undefined=StrictUndefined, finalize=_finalize,
            trim_blocks=True, lstrip_blocks=True, auto_reload=False, optimized=False,
        )  # fmt: skip
        self.budget = Budget()
        self.concat = self.budget.joined  # type: ignore[method-assign]
        own = given(theme, speaker)
        self.globals = {**own, "t": _telling(speaker, own["t"], self.budget), "range": counted, "namespace": Namespace}
        self._reached: dict[type, frozenset[str]] = {}
        self._given = tuple(self.globals.values())
        self.filters = {name: wrapped(name, each, self.budget) for name, each in {**standard(), **filters(speaker)}.items()}
        self.filters |= {SPEND: self.budget.spend, KEEP: self.budget.kept, WEIGH: self.budget.weighed}
        self.tests = {name: weighing(each, self.budget) for name, each in self.tests.items()}  # type: ignore[arg-type]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        Rewriting(name, self.loader.sources).visit(tree)
        return tree

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """Errors go on as they are: `blame` reads template and line from where they passed."""
        raise

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`a.b`: a field of a view, a macro of an import, or one of a few methods."""
        kind = type(obj)
        if kind not in self._reached:
            self._reached[kind] = reached(kind)
        if attribute in self._reached[kind]:
            return getattr(obj, attribute)
        if type(obj) is TemplateModule and not attribute.startswith("_") and attribute in obj.__dict__:
            return obj.__dict__[attribute]
        if type(obj) is Namespace and not attribute.startswith("_"):
            return getattr(obj, attribute) if hasattr(obj, attribute) else self._nothing(obj, attribute)
        if isinstance(obj, Undefined):
            str(obj)  # complains
        return self._nothing(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`a[b]`: an entry of a list, text or mapping; of a view its field, as `map(attribute=…)` asks for it."""
        self.budget.spend(1)
        if isinstance(obj, tuple | list | dict | str | range):
            try:
                return self.budget.paid(obj[argument])
            except (TypeError, LookupError):
                return self.undefined(f"there is no entry {str(argument)[:40]!r}", name=str(argument)[:40])
        return self.budget.paid(self.getattr(obj, argument)) if isinstance(argument, str) else self._nothing(obj, str(argument)[:40])

    def _nothing(self, obj: Any, attribute: str) -> Undefined:
        if attribute.startswith("_"):
            return self.undefined(f"'{attribute}' can't be reached from a template", obj=obj, name=attribute, exc=SecurityError)
        self.budget.spend(_GUESS)
        hint = did_you_mean(nearest(attribute, sorted(reached(type(obj)))))
        kind = "none" if obj is None else f"'{obj.__name__}'" if type(obj) is TemplateModule else f"a {type(obj).__name__}"
        return self.undefined(f"{kind} has no '{attribute}'" + (f"; {hint}" if hint else ""), obj=obj, name=attribute)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what a template was given, its own macros, or a method that could be reached."""
        kind = type(__obj)
        __self.budget.spend(_CALL)
        if kind is Macro or kind is BlockReference:
            return __self._deeper(__context, __obj, args, kwargs)
        if kind is BuiltinMethodType or (kind is MethodType and type(__obj.__self__) is LoopContext) or any(
            __obj is each for each in __self._given
        ):
            __self.budget.weighed((getattr(__obj, "__self__", None), *args, *kwargs.values()))
            return __self.budget.paid(__context.call(__obj, *args, **kwargs))
        if isinstance(__obj, Undefined):
            str(__obj)  # complains
        raise Refused(f"a {kind.__name__} can't be called")

    def _deeper(self, context: Context, macro: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        self.budget.depth += 1
        if self.budget.depth > DEPTH:
            raise Exceeded(f"macros call one another more than {DEPTH} deep")
        try:
            return context.call(macro, *args, **kwargs)
        finally:
            self.budget.depth -= 1

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """`+`, `*`, `**` and `%`, when the result is no larger than a page needs."""
        if operator == "%" and isinstance(left, str):
            self.budget.spend(_PHRASE)
            return self.budget.paid(formatted(left, right))
        if operator == "*":
            _times(left, right)
        elif operator == "**" and abs(right) * max(1, int(abs(left)).bit_length()) > BITS:
            raise Exceeded(f"a number grows beyond {BITS} bits")
        elif operator == "+" and isinstance(left, str):
            fits(len(left) + len(right))
        made = super().call_binop(context, operator, left, right)
        return self.budget.kept(made)

    def bounded(self, join: Any) -> Any:
        """Jinja's `a ~ b` for values that may be shown, as long as a text may be."""

        def joined(parts: tuple[Any, ...]) -> str:
            fits(sum(len(part) if isinstance(part, str) else len(str(scalar(part))) for part in parts))
            made: str = self.budget.paid(join(parts))
            return made

        return joined


def _telling(speaker: Speaker, phrase: Callable[..., str], budget: Budget) -> Callable[..., str]:
    """`t`, which says what is wrong with the way it was asked."""

    def t(key: str, /, **values: object) -> str:
        budget.spend(_PHRASE if values else 0)
        if not isinstance(key, str) or not speaker.has(key):
            hint = did_you_mean(nearest(str(key), speaker.keys()), "words/en.yml of the theme has them all")
            raise Refused(f"there is no phrase '{key}'; {hint}")
        try:
            return phrase(key, **values)
        except KeyError as missing:
            raise Refused(f"the phrase '{key}' asks for {missing}") from None

    return t


@pass_eval_context
def _finalize(context: EvalContext, value: Any) -> Any:
    """What stands in a page. It takes a context so that nothing is worked out while a template is compiled, in one language."""
    return scalar(value)


def _times(left: Any, right: Any) -> None:
    """Make sure of a product."""
    for one, other in ((left, right), (right, left)):
        if isinstance(one, str) and isinstance(other, int):
            fits(len(one) * max(0, other))
        elif isinstance(one, list | tuple) and isinstance(other, int):
            if len(one) * max(0, other) > RANGE:
                raise Exceeded(f"a list grows beyond {RANGE:,} entries")
        elif isinstance(one, int) and isinstance(other, int) and one.bit_length() + other.bit_length() > BITS:
            raise Exceeded(f"a number grows beyond {BITS} bits")


@lru_cache(maxsize=4)
def _loader(theme: Theme) -> _Loader:
    return _Loader(theme)


@lru_cache(maxsize=64)
def guarded(theme: Theme, speaker: Speaker) -> Guarded:
    """The guarded environment of a theme in one language; made once for each."""
    return Guarded(_loader(theme), theme, speaker)
