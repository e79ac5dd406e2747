# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict


class LocalShellExecAction(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["exec"]
    """The API's default is `"exec"`."""

    command: list[str]

    timeout_ms: int | None = None

    working_directory: str | None = None

    env: dict[str, str]

    user: str | None = None


class LocalShellExecActionReturned(Model):
    type: Literal["exec"] | str | None = None
    """The API's default is `"exec"`."""

    command: list[str | None] | None = None

    timeout_ms: int | None = None

    working_directory: str | None = None

    env: dict[str, str | None] | None = None

    user: str | None = None
