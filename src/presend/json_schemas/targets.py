"""What schemas are checked against: the names in schemas.json, and their pack. Importing this costs nothing."""

from __future__ import annotations

PACK = "presend.json_schemas"
AS_IT_SAYS, STRICT, PLAIN = "Schema", "StrictSchema", "PlainSchema"
TARGETS = {None: AS_IT_SAYS, True: STRICT, False: PLAIN}  # whether strict mode is asked for → the target
