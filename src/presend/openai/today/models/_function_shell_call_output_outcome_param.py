# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._function_shell_call_output_exit_outcome_param import FunctionShellCallOutputExitOutcomeParam, FunctionShellCallOutputExitOutcomeParamReturned
from ._function_shell_call_output_timeout_outcome_param import FunctionShellCallOutputTimeoutOutcomeParam, FunctionShellCallOutputTimeoutOutcomeParamReturned


FunctionShellCallOutputOutcomeParam = TypeAliasType(
    "FunctionShellCallOutputOutcomeParam",
    Annotated[
        FunctionShellCallOutputTimeoutOutcomeParam | FunctionShellCallOutputExitOutcomeParam,
        Field(discriminator="type"),
    ],
)


FunctionShellCallOutputOutcomeParamReturned = TypeAliasType(
    "FunctionShellCallOutputOutcomeParamReturned",
    Annotated[
        FunctionShellCallOutputTimeoutOutcomeParamReturned
        | FunctionShellCallOutputExitOutcomeParamReturned
        | JsonObject,
        Exact(__name__, "FunctionShellCallOutputOutcomeParamReturned"),
    ],
)
