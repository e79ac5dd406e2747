# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from typing_extensions import TypeAliasType
from ._function_shell_call_output_exit_outcome import FunctionShellCallOutputExitOutcome
from ._function_shell_call_output_timeout_outcome import FunctionShellCallOutputTimeoutOutcome


class FunctionShellCallOutputContent(Model):
    stdout: str | None = None

    stderr: str | None = None

    outcome: FunctionShellCallOutputContentOutcome | None = None

    created_by: str | None = None


FunctionShellCallOutputContentOutcome = TypeAliasType(
    "FunctionShellCallOutputContentOutcome",
    FunctionShellCallOutputTimeoutOutcome | FunctionShellCallOutputExitOutcome | None,
)
