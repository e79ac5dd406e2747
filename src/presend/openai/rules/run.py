"""Runs: sampling, truncation, JSON mode, and limits of models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.rules import model_lists
from presend.openai.rules.model_lists import AS_OF
from presend.openai.rules.parts import items, model_of, type_of
from presend.problems import Finding
from presend.rule import rule, said
from presend.schema.keywords import did_you_mean, is_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RUN = "CreateRunRequest"
FORMAT = said("AssistantsApiResponseFormatOption")
TRUNCATION = said("TruncationObject/properties/type", "TruncationObject/properties/last_messages")


@rule(
    "run.model.known",
    "warning",
    "prose",
    "The model is one that the spec lists. The list is open; fine-tuned models (ft:…) are not asked for.",
    "Check the name. If it is a newer model, ignore this rule.",
    at=f"{RUN}.model",
    sources=said(f"{RUN}/properties/model"),
    as_of=AS_OF,
)
def run_model_is_known(model: Any) -> Iterator[Finding]:
    if isinstance(model, str) and model and model not in model_lists.ASSISTANTS and not model.startswith("ft:"):
        many = len(model_lists.ASSISTANTS)
        hint = did_you_mean(model, sorted(model_lists.ASSISTANTS))
        yield Finding(f"Unknown model for {{param}}: it is none of the {many} models listed on {AS_OF}.{hint}")


@rule(
    "run.reasoning-effort.model-support",
    "warning",
    "prose",
    "Only reasoning models accept reasoning_effort: o1 and o3-mini on the date of the list.",
    "Leave reasoning_effort out, or choose a reasoning model.",
    at=RUN,
    sources=said("ReasoningEffort"),
    as_of=AS_OF,
)
def reasoning_effort_goes_with_a_reasoning_model(run: Any) -> Iterator[Finding]:
    model = model_of(run)
    if model in model_lists.WITHOUT_REASONING_EFFORT and isinstance(run.get("reasoning_effort"), str):
        sentence = f"expected it to be left out for '{model}', which does not accept it (list of {AS_OF})"
        yield Finding(f"Unsupported parameter: {{param}}: {sentence}.", "unsupported_parameter", ("reasoning_effort",))


@rule(
    "run.sampling.one-knob",
    "warning",
    "prose",
    "A request changes temperature or top_p, not both.",
    "Leave one of them out, or at its default of 1.",
    at=RUN,
    sources=said(f"{RUN}/properties/top_p"),
)
def one_sampling_knob_is_turned(run: Any) -> Iterator[Finding]:
    knobs = [run.get("temperature"), run.get("top_p")]
    if all(is_number(knob) and knob != 1 for knob in knobs):
        yield Finding("Both temperature and {param} differ from 1: expected only one of them to.", member=("top_p",))


@rule(
    "run.response-format.model-support",
    "warning",
    "prose",
    "JSON formats work with GPT-4o, GPT-4 Turbo, and GPT-3.5 Turbo from 1106 on.",
    "Choose a newer model, or ask for text.",
    at=RUN,
    sources=FORMAT,
    as_of=AS_OF,
)
def response_format_goes_with_the_model(run: Any) -> Iterator[Finding]:
    wanted, model = type_of(run.get("response_format")), model_of(run)
    if model in model_lists.WITHOUT_JSON_FORMATS and wanted in ("json_object", "json_schema"):
        sentence = f"'{model}' does not write '{wanted}' (list of {AS_OF}); expected GPT-4o, GPT-4 Turbo or a newer one"
        yield Finding(f"Unsupported value for {{param}}: {sentence}.", "unsupported_value", ("response_format",))


@rule(
    "run.response-format.json-mode-instruction",
    "warning",
    "prose",
    "With json_object, some instruction or message asks for JSON.",
    "Write 'JSON' into the instructions. If a message in the thread asks for it, ignore this rule.",
    at=RUN,
    sources=FORMAT,
)
def json_mode_is_asked_for(run: Any) -> Iterator[Finding]:
    if type_of(run.get("response_format")) != "json_object" or not isinstance(run.get("instructions"), str):
        return  # without instructions in the run, the assistant's may ask for JSON
    if not any(re.search("json", text, re.IGNORECASE) for text in _texts(run)):
        sentence = "expected 'JSON' in the instructions or in a message with json_object, but got none"
        yield Finding(f"Invalid {{param}}: {sentence}.", member=("response_format",))


def _texts(run: dict[str, Any]) -> Iterable[str]:
    yield from (run[name] for name in ("instructions", "additional_instructions") if isinstance(run.get(name), str))
    for message in items(run.get("additional_messages")):
        content = message.get("content") if isinstance(message, dict) else None
        parts = [content, *(part.get("text") for part in items(content) if isinstance(part, dict))]
        yield from (part for part in parts if isinstance(part, str))


@rule(
    "run.response-format.prefer-json-schema",
    "note",
    "prose",
    "json_schema is preferred to json_object for models that can do it.",
    "Give a schema: {'type': 'json_schema', 'json_schema': {'name': …, 'schema': …}}.",
    at=RUN,
    sources=said("ResponseFormatJsonObject"),
    as_of="2025-03-11",
)
def json_schema_is_preferred(run: Any) -> Iterator[Finding]:
    if type_of(run.get("response_format")) == "json_object" and model_of(run) not in model_lists.WITHOUT_JSON_SCHEMA:
        yield Finding("Consider 'json_schema' for {param}: json_object is the older way.", "", ("response_format",))


@rule(
    "truncation.last-messages-needs-count",
    "warning",
    "inferred",
    "Keeping the last messages needs their number.",
    "Add last_messages, 1 or more.",
    at="TruncationObject",
    sources=TRUNCATION,
)
def last_messages_are_counted(strategy: Any) -> Iterator[Finding]:
    if strategy.get("type") == "last_messages" and strategy.get("last_messages") is None:
        sentence = "expected the number of messages to keep, but got none"
        yield Finding(f"Missing {{param}}: {sentence}.", "missing_required_parameter", ("last_messages",))


@rule(
    "truncation.auto-ignores-count",
    "note",
    "prose",
    "With auto, last_messages has no effect.",
    "Set the type to 'last_messages', or leave the number out.",
    at="TruncationObject",
    sources=said("TruncationObject/properties/type"),
)
def auto_truncation_has_no_count(strategy: Any) -> Iterator[Finding]:
    if strategy.get("type") == "auto" and strategy.get("last_messages") is not None:
        yield Finding("No effect of {param}: the type 'auto' does not count messages.", "", ("last_messages",))


@rule(
    "message.content.vision-model",
    "warning",
    "prose",
    "Image parts go to a model that sees.",
    "Choose a model with vision, or leave the images out.",
    at=RUN,
    sources=said("CreateMessageRequest/properties/content/oneOf/1"),
    as_of=AS_OF,
)
def image_parts_go_to_a_model_with_vision(run: Any) -> Iterator[Finding]:
    model = model_of(run)
    if model not in model_lists.WITHOUT_VISION:
        return
    for number, message in enumerate(items(run.get("additional_messages"))):
        for place, part in enumerate(items(message.get("content") if isinstance(message, dict) else None)):
            if type_of(part) in ("image_file", "image_url"):
                sentence = f"expected text for '{model}', which does not see images (list of {AS_OF}), but got an image"
                member = ("additional_messages", number, "content", place)
                yield Finding(f"Unsupported value for {{param}}: {sentence}.", "unsupported_value", member)


@rule(
    "observed.run.temperature.reasoning-models",
    "error",
    "observed",
    "Reasoning models refuse a temperature (openai-node#1318, betalgo/openai#706).",
    "Leave temperature out.",
    at=RUN,
    opt_in=True,
    as_of=AS_OF,
)
def reasoning_model_has_no_temperature(run: Any) -> Iterator[Finding]:
    model = model_of(run)
    if model in model_lists.REASONING and is_number(run.get("temperature")):
        sentence = f"expected it to be left out for '{model}', which refuses it"
        yield Finding(f"Unsupported parameter: {{param}}: {sentence}.", "unsupported_parameter", ("temperature",))
