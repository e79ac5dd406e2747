# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._local_shell_exec_action import LocalShellExecAction, LocalShellExecActionReturned


class LocalShellToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["local_shell_call"]

    id: str

    call_id: str

    action: LocalShellExecAction

    status: Literal["in_progress", "completed", "incomplete"]


class LocalShellToolCallReturned(Model):
    type: Literal["local_shell_call"] | str | None = None

    id: str | None = None

    call_id: str | None = None

    action: LocalShellExecActionReturned | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
