"""choosing: the options that say which part of a project is wanted: what is internal too, and journeys of which tags."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from cjmgen.atlas.public.choice import Choice, Tag, read_tag
from cjmgen.atlas.public.left import Left
from cjmgen.report.width import safe
from cjmgen.shell.wrong import Refused

P = ParamSpec("P")
T = TypeVar("T")

AUDIENCES = ("public", "internal")


def choice_options(default: str) -> Callable[[Callable[..., T]], Callable[..., T]]:
    """The options --audience, with a default, and --only, as one value that the command takes as `choice`."""
    audience = click.option(
        "--audience", type=click.Choice(AUDIENCES), default=default, show_default=True,
        help="For whom: the public, without anything internal, or colleagues, with it.",
    )  # fmt: skip
    only = click.option(
        "--only", metavar="tag:KEY=VALUE", multiple=True, callback=_tags, help="Only journeys with this tag; may be given several times."
    )

    def decorate(command: Callable[..., T]) -> Callable[..., T]:
        @functools.wraps(command)
        def run(*args: object, audience: str, only: tuple[Tag, ...], **rest: object) -> T:
            return command(*args, choice=Choice(audience == "internal", only), **rest)

        return audience(only(run))

    return decorate


def _tags(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[Tag, ...]:
    return tuple(dict.fromkeys(_tag(text) for text in value))


def _tag(text: str) -> Tag:
    tag = read_tag(text)
    if tag is None:
        raise Refused(f"--only is written as tag:KEY=VALUE or tag:KEY, found '{safe(text)}'")
    return tag


def met(left: Left) -> None:
    """Refuse where no journey has what was asked for: somebody mistyped, and would publish something else than they think."""
    for asked, meant in left.unmet:
        raise Refused(f"no journey has {safe(asked)}" + (f"; did you mean '{safe(meant)}'?" if meant else ""))
