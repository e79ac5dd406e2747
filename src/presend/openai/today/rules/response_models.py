"""Requests to /responses: limits of models, from the table of known facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.today.model_facts import fact_of, fixes_temperature, refuses
from presend.problems import Finding
from presend.rule import rule
from presend.schema.keywords import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

RESPONSE = "CreateResponse"
HOTTEST = 2  # the highest temperature that the schema takes


def effort_of(request: dict[str, Any]) -> Any:
    """Return the reasoning effort that a request asks for, `None` for the model's own."""
    reasoning = request.get("reasoning")
    return reasoning.get("effort") if isinstance(reasoning, dict) else request.get("reasoning_effort")


@rule(
    "observed.response.temperature.model",
    "error",
    "observed",
    "Reasoning models accept only temperature 1; later ones accept others with the effort none "
    "(QwenLM/qwen-code#921, NVlabs/cvdp_benchmark#29, tmc/langchaingo#1355).",
    "Leave temperature out.",
    at=RESPONSE,
    as_of="2025-10",
)
def temperature_fits_the_model(request: Any) -> Iterator[Finding]:
    asked, effort = request.get("temperature"), effort_of(request)
    is_asked = is_number(asked) and asked != 1 and 0 <= asked <= HOTTEST  # the schema reports higher values
    if is_asked and fixes_temperature(request.get("model"), effort):
        yield Finding("Unsupported parameter: {param} is not supported with this model.", member=("temperature",))


@rule(
    "observed.response.top-p.model",
    "warning",
    "observed",
    "gpt-5 does not accept top_p (chatboxai/chatbox#2627).",
    "Leave top_p out.",
    at=RESPONSE,
    as_of="2025-09",
)
def top_p_fits_the_model(request: Any) -> Iterator[Finding]:
    asked = request.get("top_p")
    if is_number(asked) and 0 <= asked < 1 and refuses(request.get("model"), "response.top_p"):
        yield Finding("Unsupported parameter: {param} is not supported with this model.", member=("top_p",))


@rule(
    "observed.response.minimal-effort.tools",
    "error",
    "observed",
    "With the effort minimal there is no web search (openai/codex#3559).",
    "Ask for the effort low, or leave the tool out.",
    at=RESPONSE,
    as_of="2025-09",
)
def tools_go_with_minimal_effort(request: Any) -> Iterator[Finding]:
    if effort_of(request) != "minimal":
        return
    fact = fact_of(request.get("model"), "response.not_with_minimal")
    kinds = {type_of(tool) for tool in items(request.get("tools"))}
    refused = [kind for kind in fact.value.split() if kind in kinds] if fact is not None else []
    if refused:
        text = f"Invalid {{param}}: {', '.join(refused)} cannot be used with the reasoning effort 'minimal'."
        yield Finding(text, member=("tools",))


@rule(
    "observed.response.model.endpoint",
    "error",
    "observed",
    "The model is one for /responses (Laisky/one-api#88).",
    "Use chat completions, or another model.",
    at=RESPONSE,
    as_of="2025-06",
)
def model_is_for_responses(request: Any) -> Iterator[Finding]:
    if refuses(request.get("model"), "responses"):
        text = "Unsupported {param}: this model is not supported with the Responses API."
        yield Finding(text, "model_not_found", ("model",))
