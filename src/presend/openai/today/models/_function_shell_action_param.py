# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict


class FunctionShellActionParam(Model):
    model_config = ConfigDict(extra="forbid")

    commands: list[str]

    timeout_ms: int | None = None

    max_output_length: int | None = None


class FunctionShellActionParamReturned(Model):
    commands: list[str | None] | None = None

    timeout_ms: int | None = None

    max_output_length: int | None = None
