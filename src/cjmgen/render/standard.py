"""standard: Jinja's own filters that templates of a project may use, each as large as a page needs and no larger."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import wraps
from itertools import islice
from typing import Any

from jinja2 import pass_environment, pass_eval_context
from jinja2.environment import Environment
from jinja2.filters import FILTERS, do_indent, do_int, do_replace, sync_do_join, sync_do_sum
from jinja2.nodes import EvalContext
from markupsafe import Markup

from cjmgen.pages.view import Said
from cjmgen.render.budget import BITS, RANGE, Budget, Exceeded, Refused, fits, narrow, scalar
from cjmgen.render.prose import is_plain

_TEXT = (
    "capitalize", "center", "e", "escape", "forceescape", "format", "indent", "lower", "replace", "string", "striptags", "title", "trim",
    "truncate", "upper", "urlencode", "wordcount",
)  # fmt: skip
"""Filters that turn what they are given into text first."""
_LISTS = (
    "abs", "count", "d", "default", "dictsort", "first", "float", "int", "items", "join", "last", "length", "list", "map", "max", "min",
    "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort", "sum", "unique",
)  # fmt: skip
NAMES = tuple(sorted((*_TEXT, *_LISTS)))
"""The filters of Jinja that templates of a project may use."""

_CALL = 8
"""Steps that a filter takes at least."""
_COSTLY = {
    "amount": 20, "blocks": 400, "date": 20, "duration": 40, "format": 20, "money": 20, "number": 20, "percent": 20, "plain": 150,
    "prose": 150, "signed": 20, "told": 300,
}  # fmt: skip
"""Steps of those that take more."""
_SLOW = frozenset({"blocks", "plain", "prose", "striptags", "title", "truncate", "urlencode", "wordcount"})
"""Filters that look at every letter: two make a step."""
_WALKS = {
    "dictsort": 4, "join": 10, "line": 8, "area": 8, "between": 8, "straight": 4, "list": 1, "map": 2, "max": 1, "min": 1, "reject": 1,
    "rejectattr": 2, "select": 1, "selectattr": 2, "sort": 6, "sum": 1, "unique": 2,
}  # fmt: skip
"""Filters that look at every entry, and the steps that each takes."""

_CONVERSION = re.compile(r"%(?:\((\w+)\))?[-+ #0]*(\*|\d+)?(?:\.(\*|\d+)?)?[hlL]?(.)")


def standard() -> dict[str, Callable[..., Any]]:
    """The filters by name; those that could grow without end in a form that can't."""
    own = {"format": _format, "int": _int, "indent": _indent, "join": _join, "replace": _replace, "sum": _sum}
    return {name: own.get(name, FILTERS[name]) for name in NAMES}


def wrapped(name: str, use: Callable[..., Any], budget: Budget) -> Callable[..., Any]:
    """A filter that pays for what it is given and for what it makes."""
    text, slow, markdown = name in _TEXT, name in _SLOW, name in ("prose", "plain")
    walk, price = _WALKS.get(name, 0), _COSTLY.get(name, _CALL)

    @wraps(use)
    def paid(*args: Any, **kwargs: Any) -> Any:
        at = 1 if hasattr(use, "jinja_pass_arg") else 0
        value = scalar(args[at]) if text else args[at]
        budget.paid(value)
        words = value.text if isinstance(value, Said) else value if isinstance(value, str) else ""
        budget.spend(_CALL if markdown and is_plain(words) else price)
        if slow:
            budget.spend(len(words) // 2)
        if walk:
            budget.weighed(value)
            value = _paid(value, walk, budget)
        for other in (*args[at + 1 :], *kwargs.values()):
            narrow(other)
        return budget.kept(use(*args[:at], value, *args[at + 1 :], **kwargs))

    return paid


def weighing(test: Callable[..., bool], budget: Budget) -> Callable[..., bool]:
    """A test that pays for what it looks at."""

    @wraps(test)
    def paid(*args: Any) -> bool:
        budget.spend(1)
        budget.weighed(args)
        return test(*args)

    return paid


def _paid(values: Any, price: int, budget: Budget) -> Any:
    """Entries that a filter walks through: those at hand are paid at once, others as they come."""
    if isinstance(values, Sized):
        budget.spend(len(values) * price)
    return budget.turns(values, price) if isinstance(values, Iterator) else values


def formatted(form: str, values: Any) -> str:
    """`form % values`, each width a number that stands in the form and is not too large."""
    shown = tuple(values.values()) if isinstance(values, Mapping) else values if isinstance(values, tuple) else (values,)
    longest = max((len(str(scalar(value))) for value in shown), default=0)
    length = len(form)
    for _, *widths, kind in _CONVERSION.findall(form):
        if kind not in "sdifgeGExXoc%u":
            raise Refused(f"'%{kind}' is no format of a template")
        length += longest + sum(_width(width) for width in widths)
    fits(length)
    made: str = form % values
    return made


def _width(written: str) -> int:
    if written == "*":
        raise Refused("a width can't come from a value; write it as a number")
    width = int(written[:9] or 0)
    narrow(width)
    return width


def _format(value: str, *args: Any, **kwargs: Any) -> str:
    if args and kwargs:
        raise Refused("a format takes values in a row or by name, not both")
    return formatted(value if isinstance(value, str) else str(value), kwargs or args)


@pass_eval_context
def _join(context: EvalContext, value: Iterable[Any], d: str = "", attribute: str | int | None = None) -> str:
    parts = _bounded(value)
    if attribute is None:
        fits(sum(len(str(scalar(part))) + len(d) for part in parts))
    else:
        fits(len(parts) * len(d))
        parts = [scalar(context.environment.getitem(part, attribute)) for part in parts]
        fits(sum(len(str(part)) + len(d) for part in parts))
    made: str = sync_do_join(context, parts, d)
    return made


@pass_eval_context
def _replace(context: EvalContext, value: str, old: str, new: str, count: int | None = None) -> str:
    """Texts with HTML in them are left alone: what stands there was escaped, and a part of it could be put back."""
    if isinstance(value, Markup) or isinstance(old, Markup) or isinstance(new, Markup):
        raise Refused("replace works on plain texts; use it before a text is turned into HTML")
    text, begin = str(value), str(old)
    fits(len(text) + (text.count(begin) if count is None else max(0, count)) * len(str(new)))
    made: str = do_replace(context, text, begin, str(new), count)
    return made


def _int(value: Any, default: int = 0, base: int = 10) -> int:
    if isinstance(value, str) and len(value) > BITS:
        raise Exceeded(f"a number grows beyond {BITS} bits")
    made: int = do_int(value, default, base)
    return made


def _indent(s: str, width: int = 4, first: bool = False, blank: bool = False) -> str:
    if not isinstance(width, int):
        raise Refused("a text is indented by a number of spaces")
    narrow(width)
    fits(len(s) + (s.count("\n") + 1) * max(0, width))
    made: str = do_indent(s, width, first, blank)
    return made


@pass_environment
def _sum(environment: Environment, iterable: Iterable[Any], attribute: str | int | None = None) -> Any:
    return sync_do_sum(environment, iterable, attribute)


def _bounded(values: Iterable[Any]) -> list[Any]:
    kept = list(islice(values, RANGE + 1))
    if len(kept) > RANGE:
        raise Exceeded(f"a list grows beyond {RANGE:,} entries")
    return kept


