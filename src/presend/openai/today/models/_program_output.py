# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._program_output_status import ProgramOutputStatus


class ProgramOutput(Model):
    type: Literal["program_output"] | str | None = None
    """The API's default is `"program_output"`."""

    id: str | None = None

    call_id: str | None = None

    result: str | None = None

    status: ProgramOutputStatus | None = None
