# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._specific_apply_patch_param import SpecificApplyPatchParam
from ._specific_function_shell_param import SpecificFunctionShellParam
from ._specific_programmatic_tool_calling_param import SpecificProgrammaticToolCallingParam
from ._tool_choice_allowed import ToolChoiceAllowed
from ._tool_choice_custom import ToolChoiceCustom
from ._tool_choice_function import ToolChoiceFunction
from ._tool_choice_mcp import ToolChoiceMCP
from ._tool_choice_options import ToolChoiceOptions
from ._tool_choice_types import ToolChoiceTypes


ToolChoiceParam = TypeAliasType(
    "ToolChoiceParam",
    ToolChoiceOptions
    | ToolChoiceAllowed
    | ToolChoiceTypes
    | ToolChoiceFunction
    | ToolChoiceMCP
    | ToolChoiceCustom
    | SpecificProgrammaticToolCallingParam
    | SpecificApplyPatchParam
    | SpecificFunctionShellParam,
)
"""Whether a tool is called: `none`, `auto`, `required`, or certain tools by type or name."""
