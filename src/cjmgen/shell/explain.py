"""explain: print what the manual says about a problem."""

import click

from cjmgen.problem import CODES
from cjmgen.report.explain import sections
from cjmgen.shell.bundled import problems_manual
from cjmgen.shell.session import Session, shared
from cjmgen.shell.wrong import Refused, did_you_mean


@click.command()
@click.argument("code", required=False)
@shared
def explain(session: Session, code: str | None) -> int:
    """Say what the problem CODE means: why it matters, a wrong and a right example.

    CODE is the word in brackets of a finding, such as unknown-channel; without it, print the codes there are.
    """
    if code is None:
        click.echo("\n".join(f"{severity:<8} {code}" for code, severity in CODES.items()))
        return 0
    if code not in CODES:
        raise Refused(f"there is no problem '{code}'{did_you_mean(code, CODES)}")
    heading = click.style(code, bold=True) if session.colored() else code
    click.echo(f"{heading}\n\n{sections(problems_manual())[code]}", color=True)
    return 0
