# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model
from pydantic import Field
from ._function_shell_call_output_outcome_param import FunctionShellCallOutputOutcomeParam, FunctionShellCallOutputOutcomeParamReturned


class FunctionShellCallOutputContentParam(Model):
    stdout: Annotated[str, Field(max_length=10485760)]

    stderr: Annotated[str, Field(max_length=10485760)]

    outcome: FunctionShellCallOutputOutcomeParam


class FunctionShellCallOutputContentParamReturned(Model):
    stdout: Annotated[str | None, Field(max_length=10485760)] = None

    stderr: Annotated[str | None, Field(max_length=10485760)] = None

    outcome: FunctionShellCallOutputOutcomeParamReturned | None = None
