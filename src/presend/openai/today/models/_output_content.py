# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._output_text_content import OutputTextContent
from ._reasoning_text_content import ReasoningTextContent
from ._refusal_content import RefusalContent


OutputContent = TypeAliasType(
    "OutputContent",
    Annotated[OutputTextContent | RefusalContent | ReasoningTextContent, Field(discriminator="type")],
)
