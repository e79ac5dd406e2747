# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import ConfigDict, Field
from ._function_shell_call_output_outcome_param import FunctionShellCallOutputOutcomeParam, FunctionShellCallOutputOutcomeParamReturned


class FunctionShellCallOutputContentParam(Model):
    model_config = ConfigDict(extra="forbid")

    stdout: Annotated[str, Field(max_length=10485760)]

    stderr: Annotated[str, Field(max_length=10485760)]

    outcome: FunctionShellCallOutputOutcomeParam

    created_by: str | None = None


class FunctionShellCallOutputContentParamReturned(Model):
    stdout: Annotated[str | None, Field(max_length=10485760)] = None

    stderr: Annotated[str | None, Field(max_length=10485760)] = None

    outcome: FunctionShellCallOutputOutcomeParamReturned | None = None

    created_by: str | None = None
