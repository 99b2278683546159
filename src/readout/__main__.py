"""`readout` and `python -m readout`."""

import sys


def run() -> None:
    """Run the command line; Ctrl-C while its modules still load ends it as quietly as later."""
    try:
        from readout.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
