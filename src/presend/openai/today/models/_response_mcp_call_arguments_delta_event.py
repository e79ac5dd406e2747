# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseMCPCallArgumentsDeltaEvent(Model):
    type: Literal["response.mcp_call_arguments.delta"] | str | None = None

    output_index: int | None = None

    item_id: str | None = None

    delta: str | None = None

    sequence_number: int | None = None
