# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._input_file_content import InputFileContent, InputFileContentReturned
from ._input_image_content import InputImageContent, InputImageContentReturned
from ._input_text_content import InputTextContent, InputTextContentReturned


ResponsePromptVariablesReturnedValue = TypeAliasType(
    "ResponsePromptVariablesReturnedValue",
    Annotated[
        str
        | InputTextContentReturned
        | InputImageContentReturned
        | InputFileContentReturned
        | JsonObject
        | None,
        Exact(__name__, "ResponsePromptVariablesReturnedValue"),
    ],
)


ResponsePromptVariablesReturned = TypeAliasType(
    "ResponsePromptVariablesReturned", dict[str, ResponsePromptVariablesReturnedValue] | None
)


ResponsePromptVariablesValue = TypeAliasType(
    "ResponsePromptVariablesValue", str | InputTextContent | InputImageContent | InputFileContent
)


ResponsePromptVariables = TypeAliasType(
    "ResponsePromptVariables", dict[str, ResponsePromptVariablesValue] | None
)
