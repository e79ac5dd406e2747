"""Chat completions: tools, the tool choice, and the older `functions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

CHAT = "CreateChatCompletionRequest"
OWN = f"{CHAT}/allOf/1/properties"
NAMED = ("function", "custom")  # types of tools with a name, in a member with the name of the type


@rule(
    "chat.function-call.deprecated",
    "note",
    "prose",
    "function_call gives way to tool_choice.",
    "Send tools and tool_choice.",
    at=f"{CHAT}.function_call",
    sources=said(f"{OWN}/function_call"),
)
def function_call_has_a_successor(value: Any) -> Iterator[Finding]:
    if value is not None:
        yield Finding("Consider 'tool_choice' for {param}, which it replaces.", "")


@rule(
    "chat.functions.deprecated",
    "note",
    "prose",
    "functions gives way to tools.",
    "Send {'tools': [{'type': 'function', 'function': {…}}]}.",
    at=f"{CHAT}.functions",
    sources=said(f"{OWN}/functions"),
)
def functions_have_a_successor(value: Any) -> Iterator[Finding]:
    if value is not None:
        yield Finding("Consider 'tools' for {param}, which it replaces.", "")


@rule(
    "chat.function-call.needs-functions",
    "error",
    "inferred",
    "function_call other than none needs functions (tmc/langchaingo#1484).",
    "Add functions, or leave function_call out.",
    at=CHAT,
    sources=said(f"{OWN}/function_call"),
)
def function_call_goes_with_functions(request: Any) -> Iterator[Finding]:
    if request.get("function_call") not in (None, "none") and request.get("functions") is None:
        yield Finding(
            "The {param} parameter is only allowed when 'functions' are specified.", member=("function_call",)
        )


@rule(
    "chat.function-call.named-present",
    "error",
    "inferred",
    "A named function is one of functions.",
    "Add the function, or name one that is there.",
    at=CHAT,
    sources=said(f"{OWN}/function_call"),
)
def named_function_is_among_the_functions(request: Any) -> Iterator[Finding]:
    choice = request.get("function_call")
    wanted = choice.get("name") if isinstance(choice, dict) else None
    if not isinstance(wanted, str):
        return
    functions = items(request.get("functions"))
    names = [one.get("name") for one in functions if isinstance(one, dict)]
    if names and wanted not in names:
        text = "Invalid {param}: expected a function of that name in 'functions', but got none."
        yield Finding(text, member=("function_call",))


@rule(
    "chat.tool-choice.needs-tools",
    "error",
    "inferred",
    "tool_choice other than none needs tools (RageAgainstThePixel/OpenAI-DotNet#479).",
    "Add tools, or leave tool_choice out.",
    at=CHAT,
    sources=said("ChatCompletionToolChoiceOption"),
)
def tool_choice_goes_with_tools(request: Any) -> Iterator[Finding]:
    if request.get("tool_choice") not in (None, "none") and request.get("tools") is None:
        yield Finding("The {param} parameter is only allowed when 'tools' are specified.", member=("tool_choice",))


@rule(
    "observed.chat.parallel-tool-calls.needs-tools",
    "error",
    "observed",
    "parallel_tool_calls is sent only with tools (openai/swarm#30, Upsonic/Upsonic#323).",
    "Leave it out.",
    at=CHAT,
    as_of="2024-07",
)
def parallel_tool_calls_go_with_tools(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("parallel_tool_calls"), bool) and request.get("tools") is None:
        text = "Invalid value for {param}: it is only allowed when 'tools' are specified."
        yield Finding(text, member=("parallel_tool_calls",))


def _tool_name(tool: Any) -> tuple[str, str] | None:
    """Return the type and the name of a function or a custom tool, or of a choice of one."""
    kind = type_of(tool)
    inner = tool.get(kind) if kind in NAMED else None
    name = inner.get("name") if isinstance(inner, dict) else None
    return (kind, name) if kind and isinstance(name, str) else None


@rule(
    "chat.tool-choice.named-tool-present",
    "error",
    "inferred",
    "A function or custom tool that has to be called is one of tools.",
    "Add the tool, or name one that is there.",
    at=CHAT,
    sources=said(
        "ChatCompletionToolChoiceOption", "ChatCompletionNamedToolChoice", "ChatCompletionNamedToolChoiceCustom"
    ),
)
def named_tool_is_among_the_tools(request: Any) -> Iterator[Finding]:
    wanted = _tool_name(request.get("tool_choice"))
    tools = items(request.get("tools")) if wanted else []
    if wanted and tools and wanted not in {_tool_name(tool) for tool in tools}:
        text = f"Invalid {{param}}: expected a {wanted[0]} of that name among the tools, but got none."
        yield Finding(text, member=("tool_choice",))


def _allowed(request: dict[str, Any]) -> list[Any]:
    choice = request.get("tool_choice")
    allowed = choice.get("allowed_tools") if isinstance(choice, dict) else None
    return items(allowed.get("tools")) if isinstance(allowed, dict) else []


@rule(
    "chat.tool-choice.allowed-tools.present",
    "warning",
    "inferred",
    "Each allowed tool is one of tools.",
    "Add the tool, or leave it out of the allowed ones.",
    at=CHAT,
    sources=said("ChatCompletionAllowedTools/properties/tools"),
)
def allowed_tools_are_among_the_tools(request: Any) -> Iterator[Finding]:
    allowed = _allowed(request)
    known = {_tool_name(tool) for tool in items(request.get("tools"))} if allowed else set()
    for place, tool in enumerate(allowed):
        name = _tool_name(tool)
        if name and known and name not in known:
            text = "Invalid {param}: expected one of the tools, but none has that name."
            yield Finding(text, member=("tool_choice", "allowed_tools", "tools", place))


@rule(
    "chat.tool-choice.allowed-tools.form",
    "warning",
    "prose",
    "An allowed tool is written as {'type': 'function', 'function': {'name': …}}, unlike in responses.",
    "Nest the name under the type.",
    at=CHAT,
    sources=said("ChatCompletionAllowedTools/properties/tools"),
)
def allowed_tools_have_the_form_of_chat(request: Any) -> Iterator[Finding]:
    for place, tool in enumerate(_allowed(request)):
        kind = type_of(tool)
        if kind in NAMED and not isinstance(tool.get(kind), dict):
            text = f"Invalid {{param}}: expected the name under '{kind}', as in tools."
            yield Finding(text, member=("tool_choice", "allowed_tools", "tools", place))
