"""schema: print the JSON Schema of a kind of file."""

import json

import click

from cjmgen.model.kinds import KIND
from cjmgen.model.schema import schema as schema_of
from cjmgen.shell.session import Session, shared
from cjmgen.shell.wrong import Refused, did_you_mean


@click.command()
@click.argument("kind", required=False)
@shared
def schema(session: Session, kind: str | None) -> int:
    """Print the JSON Schema of a KIND of file; without KIND, the kinds there are."""
    if kind is None:
        click.echo("\n".join(KIND))
        return 0
    if kind not in KIND:
        raise Refused(f"there is no kind '{kind}'{did_you_mean(kind, KIND)}; the kinds are {', '.join(KIND)}")
    click.echo(json.dumps(schema_of(kind), ensure_ascii=False, indent=2))
    return 0
