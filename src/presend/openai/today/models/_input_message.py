# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._input_message_content_list import InputMessageContentList, InputMessageContentListReturned


class InputMessage(Model):
    model_config = ConfigDict(extra="forbid")

    type: Omittable[Literal["message"]] = None

    role: Literal["user", "system", "developer"]

    status: Omittable[Literal["in_progress", "completed", "incomplete"]] = None

    content: InputMessageContentList


class InputMessageReturned(Model):
    type: Literal["message"] | str | None = None

    role: Literal["user", "system", "developer"] | str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None

    content: InputMessageContentListReturned | None = None
