# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject, Model
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
    Annotated[
        FunctionShellCallOutputTimeoutOutcome | FunctionShellCallOutputExitOutcome | JsonObject | None,
        Exact(__name__, "FunctionShellCallOutputContentOutcome"),
    ],
)
