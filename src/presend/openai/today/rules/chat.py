"""Chat completions: members that need or exclude one another, tools and their choice, audio, models, legacy names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.keywords import is_number
from presend.openai.rules.parts import items, type_of
from presend.openai.today.model_facts import fact_of, refuses
from presend.openai.today.rules.chat_messages import parts_of
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

CHAT = "CreateChatCompletionRequest"
REVISED = "2026-08-21"  # of the spec that the sentences were read from
OWN = f"{CHAT}/allOf/1/properties"
VOICES = frozenset("alloy ash ballad coral echo fable nova onyx sage shimmer marin cedar verse".split())
LARGEST_STORED = 8 * 1024 * 1024  # bytes of an image; "8 MB" in the text, so the larger reading
NAMED = ("function", "custom")  # types of tools that have a name, under a member called as the type


def _refused(request: dict[str, Any], member: str, name: str) -> Iterator[Finding]:
    """Yield that the model does not take a member, if the table says so under `name`."""
    fact = refuses(request.get("model"), name)
    if fact is not None:
        text = f"Unsupported parameter: {{param}} is not supported with this model ({fact.date}, {fact.source})."
        yield Finding(text, "unsupported_parameter", (member,))


@rule(
    "chat.top-logprobs.needs-logprobs",
    "error",
    "prose",
    "top_logprobs is used only with logprobs: true.",
    "Set logprobs to true, or leave top_logprobs out.",
    at=CHAT,
    sources=said(f"{OWN}/top_logprobs"),
)
def top_logprobs_go_with_logprobs(request: Any) -> Iterator[Finding]:
    if is_number(request.get("top_logprobs")) and request.get("logprobs") is not True:
        yield Finding("The {param} parameter is only allowed when 'logprobs' is enabled.", member=("top_logprobs",))


def _asks_for_audio(request: dict[str, Any]) -> bool:
    return "audio" in items(request.get("modalities"))


@rule(
    "chat.audio.required",
    "error",
    "prose",
    "audio is there when modalities asks for audio.",
    "Add {'audio': {'voice': …, 'format': …}}.",
    at=CHAT,
    sources=said(f"{OWN}/audio"),
)
def audio_output_is_described(request: Any) -> Iterator[Finding]:
    if _asks_for_audio(request) and request.get("audio") is None:
        text = "Missing required parameter: {param}, which 'modalities' asks for."
        yield Finding(text, "missing_required_parameter", ("audio",))


@rule(
    "chat.audio.without-modality",
    "warning",
    "inferred",
    "audio has an effect only when modalities asks for audio.",
    "Set modalities to ['text', 'audio'], or leave audio out.",
    at=CHAT,
    sources=said(f"{OWN}/audio"),
)
def described_audio_is_asked_for(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("audio"), dict) and not _asks_for_audio(request):
        yield Finding("No effect of {param}: 'modalities' does not ask for audio.", member=("audio",))


@rule(
    "chat.audio.voice.known",
    "warning",
    "prose",
    "A voice by name is one of those that the text or the keyword lists.",
    "Send one of them; a voice of your own is an object with its id.",
    at="CreateChatCompletionRequestAudio.voice",
    sources=said(f"{OWN}/audio/properties/voice"),
    as_of=REVISED,
)
def voice_is_known(voice: Any) -> Iterator[Finding]:
    if isinstance(voice, str) and voice not in VOICES:
        yield Finding(f"Unknown voice for {{param}}: known are {', '.join(sorted(VOICES))}.")


@rule(
    "chat.audio.format.in-text",
    "warning",
    "prose",
    "The format of audio is wav, mp3, flac, opus or pcm16; the keyword lists aac too, the text does not.",
    "Choose one of the five.",
    at="CreateChatCompletionRequestAudio.format",
    sources=said(f"{OWN}/audio/properties/format"),
    as_of=REVISED,
)
def audio_format_stands_in_the_text(value: Any) -> Iterator[Finding]:
    if value == "aac":
        yield Finding("Doubtful {param}: the text lists wav, mp3, flac, opus and pcm16, but not 'aac'.")


@rule(
    "observed.chat.audio.stream-format",
    "error",
    "observed",
    "Audio that is streamed has the format pcm16 (mkht/PSOpenAI#43).",
    "Set audio.format to 'pcm16', or stream to false.",
    at=CHAT,
    as_of=REVISED,
)
def streamed_audio_is_pcm16(request: Any) -> Iterator[Finding]:
    audio = request.get("audio")
    wanted = audio.get("format") if isinstance(audio, dict) and _asks_for_audio(request) else None
    if request.get("stream") is True and isinstance(wanted, str) and wanted != "pcm16":
        text = "Unsupported value: {param} has to be 'pcm16' when stream is true."
        yield Finding(text, "unsupported_value", ("audio", "format"))


@rule(
    "chat.modalities.model",
    "warning",
    "prose",
    "Audio output is for audio models.",
    "Choose an audio model, or ask for text.",
    at=CHAT,
    sources=said("ResponseModalities/anyOf/0"),
    as_of=REVISED,
)
def audio_output_fits_the_model(request: Any) -> Iterator[Finding]:
    if _asks_for_audio(request) and refuses(request.get("model"), "chat.audio"):
        yield Finding(
            "Unsupported value: {param} asks for audio, which this model does not make.", member=("modalities",)
        )


@rule(
    "observed.chat.audio.needed",
    "error",
    "observed",
    "Audio previews want audio, in the content or as output (CherryHQ/cherry-studio#1179, truefoundry/models#822).",
    "Send audio, ask for it in modalities, or choose another model.",
    at=CHAT,
    as_of="2025-02",
)
def audio_models_hear_or_speak(request: Any) -> Iterator[Finding]:
    fact = fact_of(request.get("model"), "chat.audio")
    if fact is None or fact.value != "needed" or _asks_for_audio(request):
        return
    spoken = any(isinstance(message, dict) and message.get("audio") for message in items(request.get("messages")))
    if not spoken and not any(True for _ in parts_of(request, "input_audio")):
        text = "Unsupported {param}: this model requires that either input content or output modality contain audio."
        yield Finding(text, member=("model",))


@rule(
    "chat.max-tokens.deprecated",
    "note",
    "prose",
    "max_tokens gives way to max_completion_tokens.",
    "Send max_completion_tokens; it counts reasoning tokens too.",
    at=f"{CHAT}.max_tokens",
    sources=said(f"{OWN}/max_tokens"),
)
def max_tokens_has_a_successor(value: Any) -> Iterator[Finding]:
    if value is not None:
        yield Finding("Consider 'max_completion_tokens' for {param}, which it replaces.", "")


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
    "chat.max-tokens.not-both",
    "error",
    "observed",
    "max_tokens and max_completion_tokens are not sent together (langchain-ai/langgraph#5943).",
    "Send max_completion_tokens alone.",
    at=CHAT,
    sources=said(f"{OWN}/max_tokens"),
    as_of=REVISED,
)
def one_limit_of_tokens_is_sent(request: Any) -> Iterator[Finding]:
    if all(is_number(request.get(name)) for name in ("max_tokens", "max_completion_tokens")):
        yield Finding(
            "Invalid {param}: expected it to be left out beside 'max_completion_tokens'.", member=("max_tokens",)
        )


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
    "chat.seed.deprecated",
    "note",
    "prose",
    "seed is in beta, and marked deprecated.",
    "Leave it out; answers differ all the same.",
    at=f"{CHAT}.seed",
    sources=said(f"{OWN}/seed"),
)
def seed_is_deprecated(seed: Any) -> Iterator[Finding]:
    if seed is not None:
        yield Finding("Consider leaving {param} out: it is marked deprecated.", "")


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
    choice, functions = request.get("function_call"), items(request.get("functions"))
    wanted = choice.get("name") if isinstance(choice, dict) else None
    if isinstance(wanted, str) and functions:
        if not any(isinstance(one, dict) and one.get("name") == wanted for one in functions):
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
    wanted, tools = _tool_name(request.get("tool_choice")), items(request.get("tools"))
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


@rule(
    "chat.store.image-max-bytes",
    "warning",
    "prose",
    "A stored completion drops images of more than 8 MB.",
    "Send a smaller image, or leave store out.",
    at=CHAT,
    sources=said(f"{OWN}/store"),
)
def stored_images_are_small(request: Any) -> Iterator[Finding]:
    for place, image in parts_of(request, "image_url") if request.get("store") is True else ():
        url = image.get("url")
        if isinstance(url, str) and url[:5].lower() == "data:" and len(url) * 3 // 4 > LARGEST_STORED:
            yield Finding("Too large to be stored: {param} has more than 8 MB.", member=(*place, "url"))


@rule(
    "chat.store.inputs",
    "note",
    "prose",
    "store takes text and image inputs.",
    "Expect audio and files to be missing in what is stored.",
    at=CHAT,
    sources=said(f"{OWN}/store"),
)
def stored_inputs_are_texts_and_images(request: Any) -> Iterator[Finding]:
    for kind in ("input_audio", "file") if request.get("store") is True else ():
        for place, _ in parts_of(request, kind):
            yield Finding("Consider that {param} may not be stored: store takes texts and images.", "", place[:-1])


@rule(
    "observed.chat.metadata.needs-store",
    "error",
    "observed",
    "metadata is sent only with store: true (answers to requests without it; taken by every recorded request with it).",
    "Set store to true, or leave metadata out.",
    at=CHAT,
    as_of=REVISED,
)
def metadata_goes_with_store(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("metadata"), dict) and request["metadata"] and request.get("store") is not True:
        yield Finding("The {param} parameter is only allowed when 'store' is enabled.", member=("metadata",))


@rule(
    "response-format.json-object.instruction",
    "error",
    "prose",
    "With json_object some message has the word json in it, in any case (ultimatejimmy/xray.koplugin#33).",
    "Write 'Answer in JSON' into a message.",
    at=CHAT,
    sources=said("ResponseFormatJsonObject"),
)
def json_is_asked_for(request: Any) -> Iterator[Finding]:
    if type_of(request.get("response_format")) == "json_object" and isinstance(request.get("messages"), list):
        if not any("json" in text.lower() for text in _texts(request["messages"])):
            text = "Invalid {param}: they must contain the word 'json' in some form, to use the format 'json_object'."
            yield Finding(text, member=("messages",))


def _texts(messages: list[Any]) -> Iterator[str]:
    for message in messages:
        content = message.get("content") if isinstance(message, dict) else None
        for part in (content, *(part.get("text") for part in items(content) if isinstance(part, dict))):
            if isinstance(part, str):
                yield part


@rule(
    "response-format.json-object.prefer-json-schema",
    "note",
    "prose",
    "json_schema is preferred to json_object for models that can do it.",
    "Give a schema: {'type': 'json_schema', 'json_schema': {'name': …, 'schema': …}}.",
    at=f"{CHAT}.response_format",
    sources=said("ResponseFormatJsonObject"),
)
def json_schema_is_preferred(value: Any) -> Iterator[Finding]:
    if type_of(value) == "json_object":
        yield Finding("Consider 'json_schema' for {param}: json_object is the older way.", "")


@rule(
    "observed.chat.temperature.model",
    "error",
    "observed",
    "Reasoning models take a temperature of 1 alone; later ones another one too with the effort none (QwenLM/qwen-code#921, "
    "NVlabs/cvdp_benchmark#29, tmc/langchaingo#1355).",
    "Leave temperature out.",
    at=CHAT,
    as_of="2025-10",
)
def temperature_fits_the_model(request: Any) -> Iterator[Finding]:
    asked, effort = request.get("temperature"), request.get("reasoning_effort")
    fact = fact_of(request.get("model"), "temperature") if is_number(asked) and asked != 1 else None
    # A later model reasons with an effort of its own where none is sent, and which that is nobody reported.
    if fact is not None and (fact.value == "1" or (isinstance(effort, str) and effort != "none")):
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
    "o-series models do not take parallel_tool_calls (evalstate/fast-agent#279, tensorzero/tensorzero#2805).",
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
    "Search models do not take n (pydantic/pydantic-ai#1418).",
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
    "From gpt-5.4 on, function tools go with the effort none alone, and gpt-5.6 wants it said (openai/openai-openapi#541, "
    "laurent22/joplin#16451).",
    "Set reasoning_effort to 'none', or use /responses.",
    at=CHAT,
    as_of="2026-07",
)
def function_tools_go_with_no_effort(request: Any) -> Iterator[Finding]:
    if not any(type_of(tool) == "function" for tool in items(request.get("tools"))):
        return
    fact, effort = fact_of(request.get("model"), "chat.function_tools"), request.get("reasoning_effort")
    is_reasoning = effort is None and fact is not None and fact.value == "with effort none"
    if fact is not None and (is_reasoning or (isinstance(effort, str) and effort != "none")):
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
