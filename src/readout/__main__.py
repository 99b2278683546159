"""`readout` and `python -m readout`."""

import os
import sys


def run() -> None:
    """Run the command line; Ctrl-C while its modules still load ends it as quietly as later."""
    if sys.stderr is None:  # closed by the caller, as a scheduler may: progress then goes nowhere
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    try:
        from readout.cli import main

        main()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    run()
