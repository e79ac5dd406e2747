"""Realtime sessions: voices, tools, turn detection, and calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.rules.tools import IS_JSON_SCHEMA
from presend.openai.today.model_facts import refuses
from presend.openai.today.rules import functions
from presend.problems import Finding
from presend.rule import rule, said
from presend.structured.places import Place, carried

if TYPE_CHECKING:
    from collections.abc import Iterator

SESSION = "RealtimeSessionCreateRequestGA"
SESSIONS = (SESSION, "RealtimeCallCreateRequestSession")
OUTPUT = f"{SESSION}AudioOutput"
VOICES = ("alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse", "marin", "cedar")
REASONING = ("parallel_tool_calls", "reasoning")
SERVER_VAD, SEMANTIC_VAD = "RealtimeTurnDetectionServerVad", "RealtimeTurnDetectionSemanticVad"
SERVER_VAD_ALONE = ("threshold", "prefix_padding_ms", "silence_duration_ms", "idle_timeout_ms")
SDP = "v=0"  # how every description of a session begins (RFC 8866)
TURN_DETECTION = "RealtimeTurnDetection/anyOf/0/oneOf"

ELSEWHERE = {
    "realtime.transcription.diarize.model": "Whether labels of speakers are wanted is not in the payload.",
    "realtime.truncation.post-instructions": "The context window of a model is not known.",
}


@rule(
    "realtime.voice.known",
    "warning",
    "prose",
    "A voice by name is one of those that realtime sessions have.",
    "Choose marin or cedar, or another of the list.",
    at=f"{OUTPUT}.voice",
    sources=said(f"{SESSION}/properties/audio/properties/output/properties/voice"),
    as_of="2026-08-21",
)
def voice_is_known(voice: Any) -> Iterator[Finding]:
    if isinstance(voice, str) and voice not in VOICES:
        yield Finding(f"Unknown voice for {{param}}: expected one of {', '.join(VOICES)}.")


def _for_reasoning_models(session: dict[str, Any], name: str) -> Iterator[Finding]:
    model = session.get("model")
    if session.get(name) is not None and (fact := refuses(model, "realtime.reasoning")):
        text = f"Unsupported parameter: {{param}}: '{model}' is no reasoning model ({fact.date}). Try gpt-realtime-2."
        yield Finding(text, "unsupported_parameter", (name,))


@rule(
    "realtime.parallel-tool-calls.model",
    "warning",
    "prose",
    "parallel_tool_calls is for realtime models that reason, such as gpt-realtime-2.",
    "Leave it out, or choose such a model.",
    at=SESSIONS,
    sources=said(f"{SESSION}/properties/parallel_tool_calls"),
    as_of="2026-08-21",
)
def parallel_tool_calls_go_with_the_model(session: Any) -> Iterator[Finding]:
    yield from _for_reasoning_models(session, "parallel_tool_calls")


@rule(
    "realtime.reasoning.model",
    "warning",
    "prose",
    "reasoning is for realtime models that reason, such as gpt-realtime-2.",
    "Leave it out, or choose such a model.",
    at=SESSIONS,
    sources=said("RealtimeReasoning", "RealtimeReasoningEffort"),
    as_of="2026-08-21",
)
def reasoning_goes_with_the_model(session: Any) -> Iterator[Finding]:
    yield from _for_reasoning_models(session, "reasoning")


@rule(
    "realtime.turn-detection.server-vad-only",
    "warning",
    "prose",
    "threshold, prefix_padding_ms, silence_duration_ms and idle_timeout_ms are for server_vad.",
    "Remove it, or choose the type server_vad.",
    at=SEMANTIC_VAD,
    sources=said(*(f"{TURN_DETECTION}/0/properties/{name}" for name in SERVER_VAD_ALONE)),
)
def settings_of_server_vad_are_for_it(detection: Any) -> Iterator[Finding]:
    for name in SERVER_VAD_ALONE:
        if detection.get(name) is not None:
            yield Finding("{param} has no effect: it is for server_vad.", member=(name,))


@rule(
    "realtime.turn-detection.semantic-vad-only",
    "warning",
    "prose",
    "eagerness is for semantic_vad.",
    "Remove it, or choose the type semantic_vad.",
    at=SERVER_VAD,
    sources=said(f"{TURN_DETECTION}/1/properties/eagerness"),
)
def eagerness_is_for_semantic_vad(detection: Any) -> Iterator[Finding]:
    if detection.get("eagerness") is not None:
        yield Finding("{param} has no effect: it is for semantic_vad.", member=("eagerness",))


@rule(
    "realtime.turn-detection.never-responds",
    "note",
    "prose",
    "The model answers by itself: create_response and interrupt_response are not both false.",
    "Leave one of them out, or ask for each answer with response.create.",
    at=(SERVER_VAD, SEMANTIC_VAD),
    sources=said(f"{TURN_DETECTION}/0/properties/create_response", f"{TURN_DETECTION}/0/properties/interrupt_response"),
)
def something_makes_the_model_answer(detection: Any) -> Iterator[Finding]:
    if detection.get("create_response") is False and detection.get("interrupt_response") is False:
        yield Finding(
            "With {param} and interrupt_response false no answer begins by itself.", member=("create_response",)
        )


@rule(
    "realtime.tool-choice.named-tool-present",
    "warning",
    "inferred",
    "The function or MCP server that must be called is one of tools.",
    "Add the tool, or name one that is there.",
    at=SESSIONS,
    sources=said(f"{SESSION}/properties/tool_choice"),
)
def named_tool_is_among_the_tools(session: Any) -> Iterator[Finding]:
    choice, tools = session.get("tool_choice"), session.get("tools")
    kind = type_of(choice)
    name = {"function": "name", "mcp": "server_label"}.get(kind or "")
    wanted = choice.get(name) if name else None
    if not isinstance(wanted, str) or not isinstance(tools, list):
        return
    told = (tool.get(name) for tool in tools if isinstance(tool, dict) and tool.get("type", "function") == kind)
    if wanted not in list(told):
        yield Finding(
            "Invalid {param}: expected a tool of that name among the tools, got none.", member=("tool_choice",)
        )


@rule(
    "realtime.function.parameters.is-json-schema",
    "error",
    "prose",
    "The parameters of a function are a JSON Schema: they fit the meta-schema of $schema, or of draft 2020-12.",
    IS_JSON_SCHEMA,
    at=functions.REALTIME,
    sources=said("RealtimeFunctionTool/properties/parameters"),
)
def parameters_are_a_json_schema(function: Any) -> Iterator[Finding]:
    """Report every fault of a function's schema under its rule."""
    schema, at = function.get("parameters"), ("parameters",)
    yield from carried(schema, at, IN_FUNCTIONS, strict=False)


IN_FUNCTIONS = Place(
    {  # {'type': 'object'} alone is accepted here, although it was seen to be refused elsewhere
        "json-schema": parameters_are_a_json_schema,
        "function-root": functions.parameters_describe_an_object,
        "function-items": functions.arrays_of_parameters_have_items,
    }
)


@rule(
    "realtime.function.type-and-name",
    "warning",
    "inferred",
    "A function among the tools has the type function and a name.",
    "Send {'type': 'function', 'name': …}.",
    at=tuple(f"{schema}.tools" for schema in SESSIONS),
    sources=said("RealtimeFunctionTool/properties/type", "RealtimeFunctionTool/properties/name"),
)
def function_has_type_and_name(tools: Any) -> Iterator[Finding]:
    for index, tool in enumerate(items(tools)):
        if isinstance(tool, dict) and tool.get("type", "function") == "function":
            for name in ("type", "name"):
                if name not in tool:
                    yield Finding("Expected {param} of the function, got none.", member=(index, name))


@rule(
    "realtime.call.sdp-offer",
    "warning",
    "inferred",
    "sdp is an SDP offer, which begins with v=0.",
    "Send the offer of the WebRTC peer connection as it is.",
    at="RealtimeCallCreateRequest.sdp",
    sources=said("RealtimeCallCreateRequest/properties/sdp"),
)
def sdp_is_an_offer(sdp: Any) -> Iterator[Finding]:
    if isinstance(sdp, str) and not sdp.startswith(SDP):
        yield Finding(f"Invalid {{param}}: expected an SDP offer, which begins with {SDP}.")
