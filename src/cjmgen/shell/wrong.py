"""wrong: wrong usage and broken environments, which end a command with one line and exit code 2."""

from collections.abc import Iterable

import click

from cjmgen.atlas.mistakes.suggest import nearest


class Refused(click.ClickException):
    """The command cannot do what it was asked to; says why, and what to do instead."""

    exit_code = 2


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """The end of a sentence that names the nearest word: `; did you mean 'build'?`"""
    close = nearest(word, words)
    return f"; did you mean '{close}'?" if close else ""
