"""serve: show the site while it is written; an edit is on the screen before the hand leaves the keyboard."""

import signal
import threading
import webbrowser
from contextlib import suppress
from types import FrameType

import click

from cjmgen.atlas.public.choice import Choice
from cjmgen.shell.choosing import choice_options
from cjmgen.shell.clock import Day, today_option
from cjmgen.shell.look import Lookout
from cjmgen.shell.preview.bell import Bell
from cjmgen.shell.preview.guard import EVERYWHERE, LOCAL
from cjmgen.shell.preview.rounds import Rounds
from cjmgen.shell.preview.server import Preview, listen
from cjmgen.shell.preview.showing import Showing
from cjmgen.shell.preview.told import Told
from cjmgen.shell.preview.watch import watch
from cjmgen.shell.session import Session, safe_option, shared


@click.command()
@click.option("--port", type=click.IntRange(0, 65_535), default=8000, show_default=True, help="The port; if it is taken, the next one.")
@click.option("--host", metavar="HOST", default="127.0.0.1", show_default=True, help="Where to listen; the name that browsers use.")
@click.option("--open", "opening", is_flag=True, help="Open the site in the browser.")
@click.option("--poll", is_flag=True, help="Look for changes again and again, where the disk tells of none.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@choice_options("internal")
@safe_option
@today_option
@shared
def serve(session: Session, port: int, host: str, opening: bool, poll: bool, strict: bool, safe: bool, today: Day, choice: Choice) -> int:
    """Show the site in the browser and keep it up to date while the maps are edited.

    The site is not written; `build` does that. Ctrl-C ends it.
    """
    lookout = Lookout(session.directory, today, strict, safe, choice)
    showing, bell = Showing(), Bell()
    watcher = watch(lookout.root, bell, "", poll)
    try:
        with suppress(KeyboardInterrupt), listen(host, port, showing) as server, server.serving():
            _greet(server, host, port, watcher.how)
            signal.signal(signal.SIGTERM, _interrupt)
            if opening:
                threading.Thread(target=webbrowser.open, args=(address(server, host),), daemon=True).start()
            Rounds(lookout, showing, bell, watcher, Told(_say, session.colored())).run()
    finally:
        showing.end()
        watcher.stop()
        lookout.keep()
    click.echo()
    return 0


def _greet(server: Preview, host: str, port: int, how: str) -> None:
    """Where it is, and whatever somebody should know about that."""
    if port not in (0, server.server_port):
        _say(f"Port {port} is taken.")
    if host in EVERYWHERE or host.lower() not in LOCAL:
        _say(f"Listening at {host}: whoever reaches this machine can read the maps.")
    if how:
        _say(f"{how[0].upper()}{how[1:]}.")
    _say(f"{address(server, host)}  Ctrl-C ends the preview.")


def address(server: Preview, host: str) -> str:
    """The address to type into a browser on this machine."""
    name = "127.0.0.1" if host in EVERYWHERE else host
    return f"http://{f'[{name}]' if ':' in name else name}:{server.server_port}/"


def _say(words: str) -> None:
    click.echo(words, color=True)


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
