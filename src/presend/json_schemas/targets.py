"""Targets for schemas: their names in schemas.json, and their pack. This module is cheap to import."""

from __future__ import annotations

PACK = "presend.json_schemas"
AS_IT_SAYS, STRICT, PLAIN = "Schema", "StrictSchema", "PlainSchema"
TARGETS = {None: AS_IT_SAYS, True: STRICT, False: PLAIN}  # value of `strict` → target
