"""clock: what day it is, read here and nowhere else."""

import datetime
import os
from collections.abc import Callable
from typing import Any

import click

from cjmgen.shell.wrong import Refused


def today_of(given: datetime.datetime | None) -> datetime.date:
    """The day a command was given, else that of SOURCE_DATE_EPOCH, else the clock's."""
    if given:
        return given.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        raise Refused(f"SOURCE_DATE_EPOCH is a number of seconds since 1970, found '{epoch}'") from None


def today_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """The option --today."""
    return click.option(
        "--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The day reviews and evidence are judged against; default: today."
    )(command)
