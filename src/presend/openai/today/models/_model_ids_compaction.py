# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._model_ids_responses import ModelIdsResponses


ModelIdsCompaction = TypeAliasType("ModelIdsCompaction", ModelIdsResponses | str | None)
"""The model that shortens the conversation."""
