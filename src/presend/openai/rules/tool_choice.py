"""The tool that a run has to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = "CreateRunRequest"
CHOICES = ("function", "code_interpreter", "file_search")  # the schema reports any other
CHOICE = said("AssistantsApiToolChoiceOption", "AssistantsApiToolChoiceOption/oneOf/0")


@rule(
    "run.tool-choice.needs-tools",
    "warning",
    "inferred",
    "A run that has to call a tool has at least one.",
    "Add the tool to tools, or leave tools out to use the assistant's.",
    at=RUN,
    sources=CHOICE,
)
def forced_tool_choice_has_tools(run: Any) -> Iterator[Finding]:
    choice = run.get("tool_choice")
    if (choice == "required" or isinstance(choice, dict)) and run.get("tools") == []:
        yield Finding(
            "Invalid {param}: expected at least one tool to choose, but got no tools.", member=("tool_choice",)
        )


@rule(
    "run.tool-choice.named-tool-present",
    "warning",
    "inferred",
    "The tool that must be called is one of the run's tools.",
    "Add the tool, or name one that is there.",
    at=RUN,
    sources=said("AssistantsNamedToolChoice"),
)
def named_tool_is_among_the_tools(run: Any) -> Iterator[Finding]:
    choice, tools = run.get("tool_choice"), items(run.get("tools"))
    kind = type_of(choice)
    if kind not in CHOICES or not tools:
        return
    wanted = _function_name(choice) if kind == "function" else None
    if kind == "function" and wanted is None:
        return
    if not any(type_of(tool) == kind and wanted in (None, _function_name(tool)) for tool in tools):
        missing = "a function of that name" if kind == "function" else f"a {kind} tool"
        yield Finding(f"Invalid {{param}}: expected {missing} among the tools, but got none.", member=("tool_choice",))


def _function_name(value: Any) -> str | None:
    function = value.get("function") if isinstance(value, dict) else None
    name = function.get("name") if isinstance(function, dict) else None
    return name if isinstance(name, str) else None


function_choice_names_a_function = Rule(
    "named-tool-choice.function-name-required",
    "error",
    "prose",
    "A tool choice of the type function names the function.",
    "Add it: {'type': 'function', 'function': {'name': …}}.",
    said("AssistantsNamedToolChoice/properties/type"),
    ("AssistantsNamedToolChoice",),
)


@rule(
    "named-tool-choice.function-only-for-function",
    "warning",
    "inferred",
    "Only a tool choice of the type function carries a function.",
    "Remove function, or set the type to 'function'.",
    at="AssistantsNamedToolChoice",
    sources=said("AssistantsNamedToolChoice/properties/type"),
)
def function_goes_with_its_type(choice: Any) -> Iterator[Finding]:
    kind = type_of(choice)
    if "function" in choice and kind in ("code_interpreter", "file_search"):
        yield Finding(
            f"Invalid {{param}}: expected it only for the type 'function', but got '{kind}'.", member=("function",)
        )
