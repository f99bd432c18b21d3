"""session: where a command runs and how it speaks, from the options that all commands share."""

import functools
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Concatenate, ParamSpec, TextIO

import click

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Session:
    """The folder a command runs in, and whether it was told to use colour (None: as the terminal allows)."""

    directory: Path
    color: bool | None

    def colored(self, stream: TextIO | None = None) -> bool:
        """Whether what is printed there may be coloured."""
        if self.color is not None:
            return self.color
        return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and (stream or sys.stdout).isatty()


directory_option = click.option(
    "-C", "directory", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="Run as if started in DIR."
)
color_option = click.option("--color/--no-color", default=None, help="Colour the output; default: on a terminal, unless NO_COLOR is set.")

safe_option = click.option("--safe", is_flag=True, help="Take data alone: templates of the project are not read.")


def shared(command: Callable[Concatenate[Session, P], int]) -> Callable[P, int]:
    """Give a command the shared options, before or after its name, as one session."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> int:
        own = {name: kwargs.pop(name, None) for name in ("directory", "color")}
        above = [own, *(context.params for context in _upwards(click.get_current_context().parent))]
        directory = next((each["directory"] for each in above if each.get("directory")), ".")
        color = next((each["color"] for each in above if each.get("color") is not None), None)
        return command(Session(Path(str(directory)), color if isinstance(color, bool) else None), *args, **kwargs)

    return directory_option(color_option(run))


def _upwards(context: click.Context | None) -> Iterator[click.Context]:
    """The commands around a command, from the inner to the outer."""
    while context:
        yield context
        context = context.parent
