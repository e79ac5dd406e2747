"""Write the tables of a pack as text: schemas.json, which any validator can read, and operations.json."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec

from presend.schema.vocabulary import DIALECT
from presend_codegen.schemas.normalise import localised

if TYPE_CHECKING:
    from presend_codegen.source.load import Json, Object


def dumped(value: Json) -> str:
    """Return JSON in the layout of a pack's files."""
    text = json.dumps(value, ensure_ascii=False)  # without `indent`, which Python writes without its C encoder
    return msgspec.json.format(text, indent=1) + "\n"


def schemas_text(effective: Object, note: str) -> str:
    """Return the text of schemas.json: plain JSON Schema, for any validator."""
    definitions = {name: localised(schema) for name, schema in effective.items()}
    return dumped({"$schema": DIALECT, "$comment": note, "$defs": definitions})
