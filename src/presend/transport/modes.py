"""What a gate does with a request that has errors: refuse it, warn of it, or not look at it."""

from __future__ import annotations

import os
from typing import Literal, get_args

from presend.schema.keywords import did_you_mean

Mode = Literal["enforce", "warn", "off"]

MODE_VARIABLE = "PRESEND_MODE"


def mode_of(mode: str | None) -> Mode:
    """Return the mode that is given, else that of the environment variable PRESEND_MODE, else `enforce`.

    Raises:
        ValueError: It is not a mode.
    """
    where, given = ("mode", mode) if mode is not None else (MODE_VARIABLE, os.environ.get(MODE_VARIABLE) or "enforce")
    for known in get_args(Mode):
        if given == known:
            return known  # type: ignore[no-any-return]
    modes = get_args(Mode)
    raise ValueError(f"Expected one of {', '.join(modes)} as {where}, got '{given}'.{did_you_mean(given, modes)}")
