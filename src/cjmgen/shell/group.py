"""group: the subcommands of `cjmgen`, each loaded when it is called."""

from importlib import import_module

import click

from cjmgen import __version__
from cjmgen.shell.session import color_option, directory_option

COMMANDS = {
    "new": "Start a project that builds at once.",
    "build": "Check the maps and write the site.",
    "serve": "Show the site while it is edited.",
    "check": "Look for problems in the maps.",
    "insights": "Say what follows from the maps, the most valuable first.",
    "diff": "Say what changed for the customer, and who should look.",
    "fmt": "Bring maps into canonical form.",
    "merge": "Merge two edits of one map by field.",
    "owners": "Write into CODEOWNERS whom to ask about which maps.",
    "metrics": "Look at the exports that metrics are read from.",
    "pull": "Count tables of events into the files that metrics are read from.",
    "export": "Make a picture or a PDF of a journey.",
    "convert": "Turn a map into another form.",
    "schema": "Print the JSON Schema of a kind of file.",
    "explain": "Say what a problem means and how to mend it.",
}
"""Each subcommand with its help: said here, so that `cjmgen --help` need not load any of them."""


class _Commands(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"cjmgen.shell.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from cjmgen.shell.wrong import did_you_mean

            ctx.fail(f"there is no command '{args[0]}'{did_you_mean(args[0], COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group("cjmgen", cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@directory_option
@color_option
@click.version_option(__version__, "--version", message="cjmgen %(version)s")
def cli(directory: str | None, color: bool | None) -> None:
    """Customer journey maps as code.

    A folder of maps, written in YAML or Markdown, becomes a website; a mistake in one becomes a message that says
    where, what and how to mend it.
    """
