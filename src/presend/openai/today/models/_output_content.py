# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._output_text_content import OutputTextContentReturned
from ._reasoning_text_content import ReasoningTextContentReturned
from ._refusal_content import RefusalContentReturned


OutputContent = TypeAliasType(
    "OutputContent",
    Annotated[
        OutputTextContentReturned | RefusalContentReturned | ReasoningTextContentReturned | JsonObject,
        Exact(__name__, "OutputContent"),
    ],
)
