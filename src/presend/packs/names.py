"""Import names of the built-in packs."""

from __future__ import annotations

FRAGMENT = "presend.openai"  # the five schemas that presend began with
TODAY = "presend.openai.today"
BUILT_INS = (FRAGMENT, TODAY)
