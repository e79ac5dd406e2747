"""Chat completions: limits of models, from the table of known facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.today.model_facts import fact_of, fixes_temperature, refuses
from presend.openai.today.rules.plain_input import conversation_is_plain
from presend.problems import Finding
from presend.rule import rule, said
from presend.schema.keywords import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

CHAT = "CreateChatCompletionRequest"
OWN = f"{CHAT}/allOf/1/properties"


def _refused(request: dict[str, Any], member: str, name: str) -> Iterator[Finding]:
    """Yield a finding if the fact `name` shows that the model does not support a member."""
    fact = refuses(request.get("model"), name)
    if fact is not None:
        text = f"Unsupported parameter: {{param}} is not supported with this model ({fact.date}, {fact.source})."
        yield Finding(text, "unsupported_parameter", (member,))


@rule(
    "chat.max-tokens.o-series",
    "error",
    "observed",
    "max_tokens does not work with o-series models (the spec) and gpt-5 (griptape-ai/ComfyUI-Griptape#312).",
    "Send max_completion_tokens.",
    at=CHAT,
    sources=said(f"{OWN}/max_tokens"),
    as_of="2026-04",
)
def max_tokens_fits_the_model(request: Any) -> Iterator[Finding]:
    if is_number(request.get("max_tokens")) and refuses(request.get("model"), "chat.max_tokens"):
        text = "Unsupported parameter: {param} is not supported with this model. Use 'max_completion_tokens' instead."
        yield Finding(text, "unsupported_parameter", ("max_tokens",))


@rule(
    "observed.chat.tokens.model",
    "error",
    "observed",
    "A limit of tokens is not above what the model writes at most (opencode-ai/opencode#140).",
    "Lower it, or leave it out.",
    at=CHAT,
    as_of="2025-05",
)
def limit_of_tokens_fits_the_model(request: Any) -> Iterator[Finding]:
    for name in ("max_tokens", "max_completion_tokens"):
        asked = request.get(name)
        fact = fact_of(request.get("model"), "chat.completion_tokens") if is_number(asked) else None
        if fact is not None and asked > int(fact.value):
            text = f"{{param}} is too large: this model supports at most {fact.value} completion tokens."
            yield Finding(text, member=(name,))


@rule(
    "observed.chat.temperature.model",
    "error",
    "observed",
    "Reasoning models accept only temperature 1; later ones accept others with the effort none "
    "(QwenLM/qwen-code#921, "
    "NVlabs/cvdp_benchmark#29, tmc/langchaingo#1355).",
    "Leave temperature out.",
    at=CHAT,
    as_of="2025-10",
)
def temperature_fits_the_model(request: Any) -> Iterator[Finding]:
    asked, effort = request.get("temperature"), request.get("reasoning_effort")
    if is_number(asked) and asked != 1 and fixes_temperature(request.get("model"), effort):
        text = (
            "Unsupported value: {param} does not support this value with this model. Only the default (1) is supported."
        )
        yield Finding(text, "unsupported_value", ("temperature",))


@rule(
    "stop.model",
    "error",
    "observed",
    "stop is not supported by o3 and o4-mini (the spec), nor by gpt-5 (crewAIInc/crewAI#4149, FlowiseAI/Flowise#5046).",
    "Leave stop out, and cut the answer yourself.",
    at=CHAT,
    sources=said("StopConfiguration"),
    as_of="2025-12",
)
def stop_fits_the_model(request: Any) -> Iterator[Finding]:
    if request.get("stop") not in (None, []):
        yield from _refused(request, "stop", "chat.stop")


@rule(
    "observed.chat.parallel-tool-calls.model",
    "error",
    "observed",
    "o-series models do not accept parallel_tool_calls (evalstate/fast-agent#279, tensorzero/tensorzero#2805).",
    "Leave it out.",
    at=CHAT,
    as_of="2025-07",
)
def parallel_tool_calls_fit_the_model(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("parallel_tool_calls"), bool):
        yield from _refused(request, "parallel_tool_calls", "parallel_tool_calls")


@rule(
    "observed.chat.n.model",
    "error",
    "observed",
    "Search models do not accept n (pydantic/pydantic-ai#1418).",
    "Leave n out.",
    at=CHAT,
    as_of="2025-04",
)
def number_of_choices_fits_the_model(request: Any) -> Iterator[Finding]:
    if is_number(request.get("n")):
        yield from _refused(request, "n", "chat.n")


@rule(
    "observed.chat.function-tools.effort",
    "error",
    "observed",
    "From gpt-5.4 on, function tools go only with the effort none, and gpt-5.6 wants it said "
    "(openai/openai-openapi#541, "
    "laurent22/joplin#16451).",
    "Set reasoning_effort to 'none', or use /responses.",
    at=CHAT,
    as_of="2026-07",
)
def function_tools_go_with_no_effort(request: Any) -> Iterator[Finding]:
    fact, effort = fact_of(request.get("model"), "chat.function_tools"), request.get("reasoning_effort")
    is_reasoning = effort is None and fact is not None and fact.value == "with effort none"
    if fact is None or not (is_reasoning or (isinstance(effort, str) and effort != "none")):
        return
    if any(type_of(tool) == "function" for tool in items(request.get("tools"))):
        text = (
            "Unsupported {param}: function tools with reasoning are not supported with this model in chat completions."
        )
        yield Finding(text, member=("reasoning_effort",))


@rule(
    "observed.chat.model.endpoint",
    "error",
    "observed",
    "The model is one for chat completions (chatboxai/chatbox#2629, and an answer of the API).",
    "Use the endpoint of the model, or another model.",
    at=CHAT,
    as_of="2025-09",
)
def model_is_for_chat_completions(request: Any) -> Iterator[Finding]:
    fact = fact_of(request.get("model"), "endpoint")
    if fact is not None:
        text = f"Unsupported {{param}}: this model is only supported in v1/{fact.value}, not in v1/chat/completions."
        yield Finding(text, member=("model",))


@rule(
    "observed.chat.service-tier.model",
    "warning",
    "observed",
    "The tier flex is for some models (an answer of the API).",
    "Leave service_tier out, or choose another model.",
    at=CHAT,
    as_of="2025-11",
)
def service_tier_fits_the_model(request: Any) -> Iterator[Finding]:
    if request.get("service_tier") == "flex" and refuses(request.get("model"), "service_tier.flex"):
        yield Finding("Invalid {param} argument: this model is not served with 'flex'.", member=("service_tier",))


@rule(
    "observed.chat.logit-bias.key.model",
    "error",
    "observed",
    "A token id is one of the model's tokenizer (openai/openai-python#572).",
    "Encode the text with the model's own tokenizer.",
    at=CHAT,
    as_of="2023-08",
)
def token_ids_are_of_the_model(request: Any) -> Iterator[Finding]:
    bias = request.get("logit_bias")
    fact = fact_of(request.get("model"), "max_token_id") if isinstance(bias, dict) and bias else None
    for key in bias if fact is not None else ():
        if key.isascii() and key.isdigit() and (len(key) > len(fact.value) or int(key) > int(fact.value)):  # type: ignore[union-attr]
            text = f"Invalid key in {{param}}: the largest token id of this model is {fact.value}."  # type: ignore[union-attr]
            yield Finding(text, member=("logit_bias",))
            return


def _first(request: dict[str, Any], role: str) -> int | None:
    """Return the place of the first message of a role."""
    for at, message in enumerate(items(request.get("messages"))):
        if isinstance(message, dict) and message.get("role") == role:
            return at
    return None


@rule(
    "observed.chat.role.function.model",
    "error",
    "observed",
    "Some models do not accept the role function (TheR1D/shell_gpt#717).",
    "Send tool_calls and the role 'tool'.",
    at=CHAT,
    as_of="2025-07",
)
def function_messages_fit_the_model(request: Any) -> Iterator[Finding]:
    if refuses(request.get("model"), "chat.role.function") and (at := _first(request, "function")) is not None:
        text = "Unsupported value: {param} does not support 'function' with this model."
        yield Finding(text, "unsupported_value", ("messages", at, "role"))


@rule(
    "chat.system-role.o-series",
    "note",
    "prose",
    "With o1 and newer models instructions go into developer messages; the API accepts system ones as such.",
    "Send the role 'developer'.",
    at=CHAT,
    sources=said("ChatCompletionRequestSystemMessage", "ChatCompletionRequestDeveloperMessage"),
    as_of="2026-08-21",
    look=conversation_is_plain,
)
def instructions_are_the_developers(request: Any) -> Iterator[Finding]:
    if fact_of(request.get("model"), "instructions") and (at := _first(request, "system")) is not None:
        yield Finding("Consider 'developer' for {param} with this model.", "", ("messages", at, "role"))
