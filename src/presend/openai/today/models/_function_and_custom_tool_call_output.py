# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._input_file_content import InputFileContent, InputFileContentReturned
from ._input_image_content import InputImageContent, InputImageContentReturned
from ._input_text_content import InputTextContent, InputTextContentReturned


FunctionAndCustomToolCallOutput = TypeAliasType(
    "FunctionAndCustomToolCallOutput",
    Annotated[InputTextContent | InputImageContent | InputFileContent, Field(discriminator="type")],
)


FunctionAndCustomToolCallOutputReturned = TypeAliasType(
    "FunctionAndCustomToolCallOutputReturned",
    Annotated[
        InputTextContentReturned | InputImageContentReturned | InputFileContentReturned | JsonObject,
        Exact(__name__, "FunctionAndCustomToolCallOutputReturned"),
    ],
)
