"""Import names of the built-in packs."""

from __future__ import annotations

FRAGMENT = "presend.openai"  # the first built-in pack, with five schemas
TODAY = "presend.openai.today"
BUILT_INS = (FRAGMENT, TODAY)
