# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._specific_apply_patch_param import SpecificApplyPatchParam, SpecificApplyPatchParamReturned
from ._specific_function_shell_param import SpecificFunctionShellParam, SpecificFunctionShellParamReturned
from ._specific_programmatic_tool_calling_param import SpecificProgrammaticToolCallingParam, SpecificProgrammaticToolCallingParamReturned
from ._tool_choice_allowed import ToolChoiceAllowed, ToolChoiceAllowedReturned
from ._tool_choice_custom import ToolChoiceCustom, ToolChoiceCustomReturned
from ._tool_choice_function import ToolChoiceFunction, ToolChoiceFunctionReturned
from ._tool_choice_mcp import ToolChoiceMCP, ToolChoiceMCPReturned
from ._tool_choice_options import ToolChoiceOptions, ToolChoiceOptionsReturned
from ._tool_choice_types import ToolChoiceTypes, ToolChoiceTypesReturned


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


ToolChoiceParamReturned = TypeAliasType(
    "ToolChoiceParamReturned",
    Annotated[
        ToolChoiceOptionsReturned
        | ToolChoiceAllowedReturned
        | ToolChoiceTypesReturned
        | ToolChoiceFunctionReturned
        | ToolChoiceMCPReturned
        | ToolChoiceCustomReturned
        | SpecificProgrammaticToolCallingParamReturned
        | SpecificApplyPatchParamReturned
        | SpecificFunctionShellParamReturned
        | JsonObject,
        Exact(__name__, "ToolChoiceParamReturned"),
    ],
)
"""Whether a tool is called: `none`, `auto`, `required`, or certain tools by type or name."""
