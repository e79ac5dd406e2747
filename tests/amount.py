"""How many examples the slow properties are tried on: all each night, a third for each commit, a few in a hurry.

The tests that the mutation scores rest on are not among them: they run in full for each commit, too.

`PRESEND_TESTS` says which: `all`, `quick`, or nothing. CONTRIBUTING.md tells what each takes and finds.
"""

from __future__ import annotations

import os

QUICK, COMMIT, ALL = "quick", "commit", "all"
SHARES = {QUICK: 0.05, COMMIT: 1 / 3, ALL: 1.0}
CHOSEN = os.environ.get("PRESEND_TESTS") or COMMIT
LEAST = 10  # examples; hypothesis tries the plainest ones first


def examples(count: int) -> int:
    """Return how many of `count` examples are tried.

    Raises:
        KeyError: `PRESEND_TESTS` is none of the words above.
    """
    return max(min(LEAST, count), round(count * SHARES[CHOSEN]))
