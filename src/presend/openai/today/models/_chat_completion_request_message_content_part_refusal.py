# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model


class ChatCompletionRequestMessageContentPartRefusal(Model):
    type: Literal["refusal"]

    refusal: str
