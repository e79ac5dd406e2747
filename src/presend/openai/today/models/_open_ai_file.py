# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import JsonValue, Model
from pydantic import Field
from typing_extensions import TypeAliasType


class OpenAIFileFile(Model):
    id: str | None = None

    bytes_: Annotated[int | None, Field(alias="bytes")] = None

    created_at: int | None = None

    expires_at: int | None = None

    filename: str | None = None

    object: Literal["file"] | str | None = None

    purpose: (
        Literal[
            "assistants",
            "assistants_output",
            "batch",
            "batch_output",
            "fine-tune",
            "fine-tune-results",
            "vision",
            "user_data",
        ]
        | str
        | None
    ) = None

    status: Literal["uploaded", "processed", "error"] | str | None = None

    status_details: str | None = None


OpenAIFile = TypeAliasType("OpenAIFile", OpenAIFileFile | list[JsonValue] | str | float | bool | None)
"""An uploaded file: its name, size, purpose and state."""
