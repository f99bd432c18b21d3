"""__main__: `python -m cjmgen` is the command line."""

from cjmgen.shell.cli import main

if __name__ == "__main__":
    main()
