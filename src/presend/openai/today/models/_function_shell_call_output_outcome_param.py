# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._function_shell_call_output_exit_outcome_param import FunctionShellCallOutputExitOutcomeParam
from ._function_shell_call_output_timeout_outcome_param import FunctionShellCallOutputTimeoutOutcomeParam


FunctionShellCallOutputOutcomeParam = TypeAliasType(
    "FunctionShellCallOutputOutcomeParam",
    Annotated[
        FunctionShellCallOutputTimeoutOutcomeParam | FunctionShellCallOutputExitOutcomeParam,
        Field(discriminator="type"),
    ],
)
