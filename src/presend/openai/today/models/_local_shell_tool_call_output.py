# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict


class LocalShellToolCallOutput(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["local_shell_call_output"]

    id: str

    output: str

    status: Literal["in_progress", "completed", "incomplete"] | None = None

    call_id: Omittable[str] = None


class LocalShellToolCallOutputReturned(Model):
    type: Literal["local_shell_call_output"] | str | None = None

    id: str | None = None

    output: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None

    call_id: str | None = None
