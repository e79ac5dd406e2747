"""Functions and tool search of /responses, and tools that need another tool."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.rules.tools import IS_JSON_SCHEMA
from presend.openai.today.rules import functions
from presend.openai.today.rules.plain_input import tools_are_plain
from presend.openai.today.rules.request_parts import WITH_TOOLS
from presend.problems import Finding
from presend.rule import Rule, rule, said
from presend.structured.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

FUNCTIONS = ("FunctionTool", "FunctionToolParam")
TOOLS = tuple(f"{name}.tools" for name in WITH_TOOLS)

function_name_is_plain = Rule(
    "tool.function.name",
    "error",
    "inferred",
    "A function's name has 1 to 128 ASCII letters, digits, underscores and dashes.",
    "Use only ASCII letters, digits, '_' and '-', at least one, and 64 at most if it is for chat completions too.",
    said("FunctionTool/properties/name"),
    ("FunctionTool",),
)
strict_parameters_stay_in_the_subset = dataclasses.replace(
    functions.strict_parameters_stay_in_the_subset, id="tool.function.strict.schema-subset", at=FUNCTIONS
)


@rule(
    "tool.function.parameters.is-json-schema",
    "error",
    "prose",
    "The parameters and the output_schema of a function are JSON Schemas: each fits the meta-schema of $schema, or of "
    "draft 2020-12.",
    IS_JSON_SCHEMA,
    at=FUNCTIONS,
    sources=said("FunctionParameters"),
)
def parameters_are_a_json_schema(function: Any) -> Iterator[Finding]:
    """Report every fault of a function's schemas under its rule."""
    yield from functions.findings_of_function(function, IN_FUNCTIONS)
    yield from functions.findings_of_function(function, IN_OUTPUTS, "output_schema")


IN_OUTPUTS = Place({"json-schema": parameters_are_a_json_schema})
IN_FUNCTIONS = Place(
    {
        **functions.IN_EACH_FUNCTION,
        **IN_OUTPUTS.rules,
        "closed": strict_parameters_stay_in_the_subset,
        "required": strict_parameters_stay_in_the_subset,
    }
)


@rule(
    "tool.mcp.server-label.unique",
    "warning",
    "inferred",
    "Each MCP tool of a request has a label of its own.",
    "Give one another label.",
    at=TOOLS,
    sources=said("MCPTool/properties/server_label"),
    look=tools_are_plain,
)
def mcp_labels_are_unique(tools: Any) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, tool in enumerate(items(tools)):
        label = tool.get("server_label") if type_of(tool) == "mcp" else None
        if isinstance(label, str) and label in seen:
            yield Finding("Invalid {param}: another MCP tool has this label.", member=(place, "server_label"))
        elif isinstance(label, str):
            seen.add(label)


@rule(
    "tool.function.defer-loading.needs-tool-search",
    "warning",
    "inferred",
    "A deferred tool needs a tool_search tool.",
    "Add {'type': 'tool_search'}, or leave defer_loading out.",
    at=TOOLS,
    sources=said("FunctionTool/properties/defer_loading", "MCPTool/properties/defer_loading"),
    look=tools_are_plain,
)
def deferred_tools_can_be_found(tools: Any) -> Iterator[Finding]:
    if any(type_of(tool) == "tool_search" for tool in items(tools)):
        return
    for place, tool in enumerate(items(tools)):
        if isinstance(tool, dict) and tool.get("defer_loading") is True:
            text = "Invalid {param}: a deferred tool needs a 'tool_search' tool beside it."
            yield Finding(text, member=(place, "defer_loading"))


@rule(
    "tool.tool-search.client-only-members",
    "warning",
    "prose",
    "description and parameters of a tool_search tool are for the execution client.",
    "Set execution to 'client', or leave them out.",
    at="ToolSearchToolParam",
    sources=said(
        "ToolSearchToolParam/properties/description/anyOf/0", "ToolSearchToolParam/properties/parameters/anyOf/0"
    ),
)
def search_is_described_for_clients(tool: Any) -> Iterator[Finding]:
    if tool.get("execution") == "client":
        return
    for name in ("description", "parameters"):
        if tool.get(name) is not None:
            yield Finding("Invalid {param}: expected it only with 'execution': 'client'.", member=(name,))


@rule(
    "tool.allowed-callers.programmatic",
    "warning",
    "inferred",
    "The allowed caller programmatic needs a programmatic_tool_calling tool.",
    "Add {'type': 'programmatic_tool_calling'}.",
    at=TOOLS,
    sources=said("FunctionTool/properties/allowed_callers/anyOf/0", "ProgrammaticToolCallingParam/properties/type"),
    look=tools_are_plain,
)
def programmatic_callers_have_their_tool(tools: Any) -> Iterator[Finding]:
    if any(type_of(tool) == "programmatic_tool_calling" for tool in items(tools)):
        return
    for place, tool in enumerate(items(tools)):
        if isinstance(tool, dict) and "programmatic" in items(tool.get("allowed_callers")):
            text = "Invalid {param}: 'programmatic' needs a 'programmatic_tool_calling' tool beside it."
            yield Finding(text, member=(place, "allowed_callers"))
