# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._output_text_content import OutputTextContent, OutputTextContentReturned
from ._refusal_content import RefusalContent, RefusalContentReturned


OutputMessageContent = TypeAliasType(
    "OutputMessageContent", Annotated[OutputTextContent | RefusalContent, Field(discriminator="type")]
)


OutputMessageContentReturned = TypeAliasType(
    "OutputMessageContentReturned",
    Annotated[
        OutputTextContentReturned | RefusalContentReturned | JsonObject,
        Exact(__name__, "OutputMessageContentReturned"),
    ],
)
