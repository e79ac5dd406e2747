"""`python -m presend`, and what `presend` runs: Ctrl-C is quiet from here on, also while the rest is imported."""

from __future__ import annotations

import os
import signal

INTERRUPTED = 130  # the exit code of shells for it


def main() -> None:
    """Run `presend` and exit."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where it is ignored, as behind `nohup`
        signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    from presend.cli.program import main as run  # takes a tenth of a second

    run()


if __name__ == "__main__":
    main()
