"""clock: what day it is, read here and nowhere else."""

import datetime
import os
from collections.abc import Callable
from typing import TypeVar

import click

from cjmgen.shell.wrong import Refused
from cjmgen.value import dataclass

F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Day:
    """The day that reviews and evidence are judged by, and whether somebody named it."""

    date: datetime.date
    given: bool


def today() -> Day:
    """The day of SOURCE_DATE_EPOCH, else the clock's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return Day(datetime.date.today(), False)
    try:
        return Day(datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date(), True)
    except (ValueError, OverflowError, OSError):
        raise Refused(f"SOURCE_DATE_EPOCH is a number of seconds since 1970, found '{epoch}'") from None


def _day(ctx: click.Context, parameter: click.Parameter, value: datetime.datetime | None) -> Day:
    return Day(value.date(), True) if value else today()


def today_option(command: F) -> F:
    """The option --today."""
    help_text = "The day that reviews and evidence are judged by; default: today."
    return click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", callback=_day, help=help_text)(command)
