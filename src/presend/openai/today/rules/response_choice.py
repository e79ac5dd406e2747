"""The tool choice of /responses: the request has the tools that it names or requires."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.today.rules.request_parts import WITH_TOOLS, input_items, kind_of_item, tools_of
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = {"function": "name", "custom": "name", "mcp": "server_label"}  # members that identify a tool of a type
CHOOSABLE = frozenset(  # types of a tool choice that is an object (2026-08-21)
    "function custom mcp shell apply_patch programmatic_tool_calling file_search image_generation code_interpreter "
    "computer computer_use computer_use_preview web_search web_search_2025_08_26 web_search_preview "
    "web_search_preview_2025_03_11".split()
)
BRINGERS = ("namespace", "tool_search")  # tools that bring others
HOSTED = {  # a hosted tool, or a tool choice, by another name of it → one for all
    "web_search_2025_08_26": "web_search",
    "web_search_preview": "web_search",
    "web_search_preview_2025_03_11": "web_search",
    "computer_use": "computer",
    "computer_use_preview": "computer",
}


def _known(tool: dict[str, Any]) -> tuple[str, str | None]:
    """Return the kind of a tool or of a choice, and its identifying name, if it has one."""
    kind = type_of(tool) or ""
    name = tool.get(NAMES.get(kind, ""))
    return HOSTED.get(kind, kind), name if isinstance(name, str) else None


def _may_have_others(request: dict[str, Any]) -> bool:
    """Say whether tools may come from elsewhere: a stored prompt, a namespace, a search, an item of the input."""
    return (
        request.get("prompt") is not None
        or any(type_of(tool) in BRINGERS for tool in tools_of(request))
        or any(kind_of_item(item) in ("additional_tools", "tool_search_output") for _, _, item in input_items(request))
    )


def _is_missing(choice: dict[str, Any], tools: set[tuple[str, str | None]]) -> bool:
    """Say whether none of the tools is the named one; `False` if no name is given."""
    kind, name = _known(choice)
    if kind in NAMES:
        return name is not None and (kind, name) not in tools
    return bool(kind) and all(kind != other for other, _ in tools)


def _is_whole(choice: Any) -> bool:
    """Say whether a tool choice is an object that names a tool; the schema reports other values."""
    kind = type_of(choice) if isinstance(choice, dict) else None
    if kind == "allowed_tools":
        return isinstance(choice.get("tools"), list)
    return kind in CHOOSABLE and (kind not in NAMES or _known(choice)[1] is not None)


@rule(
    "response.tool-choice.needs-tools",
    "error",
    "inferred",
    "A tool choice that requires or names a tool needs tools: an error where nothing else can bring them (vllm#40399).",
    "Add the tools, or leave tool_choice out.",
    at=WITH_TOOLS,
    sources=said("ToolChoiceParam", "ToolChoiceOptions"),
    as_of="2026-04-30",
)
def forced_tool_choice_has_tools(request: Any) -> Iterator[Finding]:
    choice = request.get("tool_choice")
    if (choice == "required" or _is_whole(choice)) and not tools_of(request):
        what = "required" if choice == "required" else "object"
        is_elsewhere = _may_have_others(request)
        text = f"Invalid {{param}}: a tool choice that is '{what}' must be specified with the 'tools' parameter."
        yield Finding(text, member=("tool_choice",), severity="warning" if is_elsewhere else None)


@rule(
    "response.tool-choice.named-tool-present",
    "error",
    "inferred",
    "The tool that is forced is one of tools: an error where nothing else can bring it (vllm#40399).",
    "Add the tool, or name one that is there.",
    at=WITH_TOOLS,
    sources=said("ToolChoiceFunction/properties/name", "ToolChoiceTypes/properties/type"),
    as_of="2026-04-30",
)
def named_tool_is_among_the_tools(request: Any) -> Iterator[Finding]:
    choice = request.get("tool_choice")
    tools = tools_of(request) if isinstance(choice, dict) else []
    if type_of(choice) == "allowed_tools" or not tools:
        return
    if _is_missing(choice, {_known(tool) for tool in tools}):
        is_elsewhere = _may_have_others(request)
        text = "Invalid {param}: the tool that it names was not found in the 'tools' parameter."
        yield Finding(text, member=("tool_choice",), severity="warning" if is_elsewhere else None)


@rule(
    "response.tool-choice.allowed-tools.present",
    "warning",
    "inferred",
    "Each allowed tool is one of tools.",
    "Add the tool, or take it off the list.",
    at=WITH_TOOLS,
    sources=said("ToolChoiceAllowed/properties/tools"),
)
def allowed_tools_are_among_the_tools(request: Any) -> Iterator[Finding]:
    choice = request.get("tool_choice")
    tools = tools_of(request) if type_of(choice) == "allowed_tools" else []
    if not tools or _may_have_others(request):
        return
    known = {_known(tool) for tool in tools}
    for place, tool in enumerate(items(choice.get("tools"))):
        if isinstance(tool, dict) and _is_missing(tool, known):
            text = "Invalid {param}: expected one of the tools in 'tools'."
            yield Finding(text, member=("tool_choice", "tools", place))


@rule(
    "response.tool-choice.allowed-tools.form",
    "warning",
    "prose",
    "An allowed tool is written flat: type and name, or type and server_label, unlike in chat completions.",
    "Write {'type': 'function', 'name': …}.",
    at="ToolChoiceAllowed.tools",
    sources=said("ToolChoiceAllowed/properties/tools"),
)
def allowed_tools_are_flat(tools: Any) -> Iterator[Finding]:
    for place, tool in enumerate(items(tools)):
        if not isinstance(tool, dict):
            continue
        kind = type_of(tool)
        name = NAMES.get(kind or "")
        if kind is None or (name and name not in tool):
            yield Finding(f"Invalid {{param}}: expected 'type' and '{name or 'name'}' in it.", member=(place,))
