"""cli: the command `cjmgen` from its start to its exit code, whatever happens in between."""

import gc
import os
import sys
from typing import NoReturn

INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and exit: 0 fine, 1 problems found, 2 wrong usage or a broken environment."""
    try:
        code = _run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    gc.freeze()  # or Python would look for circles among all there is once more, only to end
    sys.exit(code)


def _run() -> int:
    # Imported here and not above: Ctrl-C may come while modules load, and that should be as quiet as at any other time.
    import click

    from cjmgen.shell.group import cli

    # A build makes many small values that die by their counts. Looking for circles among them every 700 allocations, as
    # Python does of itself, took a quarter of the time and found next to nothing.
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = cli.main(prog_name="cjmgen", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.Abort:
        return INTERRUPTED
    except BrokenPipeError:
        # Nobody reads what is printed; a second failure while Python flushes at its end would show a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except click.ClickException as failure:
        failure.show()
        return 2
    except Exception as failure:
        # pressed while a library calls back into Python, Ctrl-C comes up as that library's own error
        return INTERRUPTED if "function `" in str(failure) and "KeyboardInterrupt" in str(failure) else _failed(failure)


def _failed(failure: Exception) -> int:
    """One line for what nobody foresaw: a disk that is full, or a mistake of ours."""
    # Imported here as well: `--help` needs none of it.
    from cjmgen.problem import Stopped
    from cjmgen.shell.shown import slashed

    if os.environ.get("CJMGEN_TRACEBACK") == "1":
        raise failure
    if isinstance(failure, Stopped):
        said = f"Error: {failure}"
    elif isinstance(failure, OSError):
        place = f": {slashed(failure.filename)}" if isinstance(failure.filename, str) and failure.filename else ""
        said = f"Error: {failure.strerror or failure}{place}"
    else:
        what = " ".join(f"{type(failure).__name__}: {failure}".split())[:300]
        said = f"internal error: {what}; please report it, with the output of the same command under CJMGEN_TRACEBACK=1"
    sys.stderr.write(f"{said}\n")
    return 2
