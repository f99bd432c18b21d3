"""blame: what went wrong in a template of a project, as a problem at the line that is to be mended."""

from collections.abc import Iterator
from types import TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from cjmgen.atlas.mistakes.suggest import did_you_mean, nearest
from cjmgen.problem import Place, Problem, Span, problem
from cjmgen.render.budget import Exceeded, Refused
from cjmgen.render.standard import NAMES
from cjmgen.render.theme import Theme

WRONG = (
    TemplateError, Exceeded, Refused, TypeError, ValueError, ArithmeticError, LookupError, AttributeError, RecursionError, SyntaxError,
    MemoryError,
)  # fmt: skip
"""What a template can make happen."""

_LONGEST = 200
_HINT = "docs/theming.md lists what a template sees and may call"


def blame(theme: Theme, failure: BaseException) -> Problem:
    """The problem behind a failure, at the innermost line of the project's own templates that led to it."""
    spots = list(_spots(failure))
    own = [spot for spot in spots if spot[0] in theme.own]
    # where a call without end gives up depends on how deep it began, the lines it passes don't
    where = max(own, default=None) if isinstance(failure, RecursionError) else own[-1] if own else None
    name, line = where or (next(iter(theme.own)), 1)
    code, message, hint = _said(failure)
    if spots and spots[-1][0] not in theme.own and not isinstance(failure, RecursionError):
        message += f" (at line {spots[-1][1]} of '{spots[-1][0]}', which came with cjmgen and uses this template)"
    return problem(code, message, at_line(theme, name, line), hint)


def at_line(theme: Theme, name: str, line: int) -> Place:
    """A line of one of the project's own templates."""
    lines = theme.templates[name].split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    start = len(text) - len(text.lstrip())
    return Place(theme.own[name], Span(max(line, 1), start + 1, max(len(text.strip()), 1)))


def _spots(failure: BaseException) -> Iterator[tuple[str, int]]:
    """The templates an error passed on its way, outermost first, with their lines."""
    trace: TracebackType | None = failure.__traceback__
    while trace:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            yield template.name, template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    if isinstance(failure, TemplateSyntaxError) and failure.name:
        yield failure.name, failure.lineno


def _said(failure: BaseException) -> tuple[str, str, str]:
    """Code, message and hint."""
    if isinstance(failure, RecursionError | MemoryError):
        return "template-limit", "templates or macros call one another without end, or are nested too deep", _HINT
    if isinstance(failure, Exceeded):
        return "template-limit", str(failure), "what a page may cost is told in docs/theming.md"
    if isinstance(failure, TemplateNotFound):
        return "template-error", f"there is no template '{failure.name}'", _HINT
    told = failure.message if isinstance(failure, TemplateSyntaxError) else str(failure)
    text = " ".join((told or type(failure).__name__).split())[:_LONGEST]
    if text.startswith("No filter named '"):
        name = text.split("'")[1]
        return "template-error", f"there is no filter '{name}'", did_you_mean(nearest(name, NAMES), _HINT)
    return "template-error", text[:1].lower() + text[1:].removesuffix("."), _HINT
