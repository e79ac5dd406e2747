# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class CodeInterpreterOutputLogs(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["logs"]
    """The API's default is `"logs"`."""

    logs: str


class CodeInterpreterOutputLogsReturned(Model):
    type: Literal["logs"] | str | None = None
    """The API's default is `"logs"`."""

    logs: str | None = None
