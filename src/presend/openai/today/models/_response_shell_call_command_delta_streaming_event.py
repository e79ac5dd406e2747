# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ResponseShellCallCommandDeltaStreamingEvent(Model):
    type: Literal["response.shell_call_command.delta"] | str | None = None
    """The API's default is `"response.shell_call_command.delta"`."""

    sequence_number: int | None = None

    output_index: int | None = None

    command_index: int | None = None

    delta: str | None = None

    obfuscation: str | None = None
