# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._input_message_content_list import InputMessageContentList


class InputMessageResource(Model):
    type: Literal["message"] | str | None = None

    role: Literal["user", "system", "developer"] | str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None

    content: InputMessageContentList | None = None

    id: str | None = None
