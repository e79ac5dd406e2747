# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._input_file_content import InputFileContent
from ._input_image_content import InputImageContent
from ._input_text_content import InputTextContent


ResponsePromptVariablesValue = TypeAliasType(
    "ResponsePromptVariablesValue", str | InputTextContent | InputImageContent | InputFileContent
)


ResponsePromptVariables = TypeAliasType(
    "ResponsePromptVariables", dict[str, ResponsePromptVariablesValue] | None
)
