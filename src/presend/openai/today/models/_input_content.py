# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._input_file_content import InputFileContent
from ._input_image_content import InputImageContent
from ._input_text_content import InputTextContent


InputContent = TypeAliasType(
    "InputContent",
    Annotated[InputTextContent | InputImageContent | InputFileContent, Field(discriminator="type")],
)
