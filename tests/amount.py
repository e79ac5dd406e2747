"""Set the number of hypothesis examples: all each night, a tenth for each commit, a few for a quick run.

`PRESEND_TESTS` chooses: `all`, `quick`, or nothing (a commit). CONTRIBUTING.md says what each takes and finds. The
tests that the mutation scores rest on use `in_full`: they try all examples for each commit, too.
What has to meet something, or searches for it, uses `needed`.
"""

from __future__ import annotations

import os

QUICK, COMMIT, ALL = "quick", "commit", "all"
SHARES = {QUICK: 0.05, COMMIT: 0.1, ALL: 1.0}
CHOSEN = os.environ.get("PRESEND_TESTS") or COMMIT
LEAST = 10  # examples; hypothesis tries the plainest ones first


def examples(count: int) -> int:
    """Return the share of `count` examples to try.

    Raises:
        KeyError: `PRESEND_TESTS` has an unknown value.
    """
    return max(min(LEAST, count), round(count * SHARES[CHOSEN]))


def in_full(count: int) -> int:
    """Return all of `count` examples, except in a quick run: a mutant must not survive for lack of examples."""
    return examples(count) if CHOSEN == QUICK else count


def needed(count: int) -> int:
    """Return all of `count` examples in every run: for what has to meet something, and stops when it has."""
    return count
