"""What several requests share: metadata, sampling, prompt caching, streaming, efforts, the legacy `user`."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.keywords import is_number
from presend.openai.rules import metadata
from presend.openai.rules.parts import items, type_of
from presend.openai.today.model_facts import fact_of, refuses
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

CHAT, RESPONSE, COMPLETION = "CreateChatCompletionRequest", "CreateResponse", "CreateCompletionRequest"
BOTH = (CHAT, RESPONSE)
REVISED = "2026-08-21"  # of the spec that the sentences were read from
SHARED = "ModelResponseProperties/properties"
MOST_BREAKPOINTS = {"explicit": 4, "implicit": 3}  # that are written; of more, the earlier ones are ignored

metadata_has_at_most_16_pairs = dataclasses.replace(metadata.metadata_has_at_most_16_pairs, at=("MetadataObject",))
metadata_key_has_at_most_64_characters = dataclasses.replace(
    metadata.metadata_key_has_at_most_64_characters, at=("MetadataObject",)
)
metadata_value_has_at_most_512_characters = dataclasses.replace(
    metadata.metadata_value_has_at_most_512_characters, at=("MetadataObject",)
)

ELSEWHERE = {
    "prompt-cache.ttl": "A schema keyword enforces it; reported as `schema.enum`.",
    "safety-identifier.max-length": "A schema keyword enforces it; reported as `schema.maxLength`.",
}


@rule(
    "sampling.one-knob",
    "note",
    "prose",
    "A request changes temperature or top_p, not both.",
    "Leave one of them out, or at its default of 1.",
    at=BOTH,
    sources=said(f"{SHARED}/temperature/anyOf/0", f"{SHARED}/top_p/anyOf/0"),
)
def one_sampling_knob_is_turned(request: Any) -> Iterator[Finding]:
    if all(is_number(request.get(name)) and request[name] != 1 for name in ("temperature", "top_p")):
        yield Finding("Both temperature and {param} differ from 1: it is better to change one of them.", "", ("top_p",))


@rule(
    "user.replaced",
    "note",
    "prose",
    "user gives way to safety_identifier and prompt_cache_key.",
    "Send safety_identifier to tell your users apart, and prompt_cache_key for better caching.",
    at=tuple(f"{name}.user" for name in BOTH),
    sources=said(f"{SHARED}/user"),
)
def user_has_successors(user: Any) -> Iterator[Finding]:
    if user is not None:
        yield Finding("Consider 'safety_identifier' and 'prompt_cache_key' for {param}, which they replace.", "")


@rule(
    "safety-identifier.no-personal-data",
    "note",
    "prose",
    "A safety identifier does not itself identify a person.",
    "Hash the name or the address.",
    at=tuple(f"{name}.safety_identifier" for name in BOTH),
    sources=said(f"{SHARED}/safety_identifier/anyOf/0"),
)
def safety_identifier_is_no_address(identifier: Any) -> Iterator[Finding]:
    if isinstance(identifier, str) and "@" in identifier:
        yield Finding("Consider a hash for {param}: it looks like an e-mail address.", "")


@rule(
    "prompt-cache.retention.replaced",
    "note",
    "prose",
    "prompt_cache_retention gives way to prompt_cache_options.ttl.",
    "Send {'prompt_cache_options': {'ttl': …}}: a least lifetime, where the old member was a greatest one.",
    at=tuple(f"{name}.prompt_cache_retention" for name in BOTH),
    sources=said(f"{SHARED}/prompt_cache_retention/anyOf/0"),
)
def prompt_cache_retention_has_a_successor(retention: Any) -> Iterator[Finding]:
    if retention is not None:
        yield Finding("Consider 'prompt_cache_options.ttl' for {param}, which it replaces.", "")


@rule(
    "prompt-cache.retention.model",
    "warning",
    "prose",
    "gpt-5.5 and later models take a prompt_cache_retention of 24h alone.",
    "Send '24h', or leave it out.",
    at=BOTH,
    sources=said(f"{SHARED}/prompt_cache_retention/anyOf/0"),
    as_of=REVISED,
)
def prompt_cache_retention_fits_the_model(request: Any) -> Iterator[Finding]:
    if request.get("prompt_cache_retention") != "in_memory":
        return
    fact = fact_of(request.get("model"), "prompt_cache_retention")
    if fact is not None:
        text = f"Unsupported value for {{param}}: '{fact.value}' is the only value for this model ({fact.date})."
        yield Finding(text, "unsupported_value", ("prompt_cache_retention",))


@rule(
    "prompt-cache.options.model",
    "warning",
    "prose",
    "prompt_cache_options works on gpt-5.6 and later models.",
    "Leave it out, or choose a newer model.",
    at=BOTH,
    sources=said("PromptCacheOptionsParam"),
    as_of=REVISED,
)
def prompt_cache_options_fit_the_model(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("prompt_cache_options"), dict):
        yield from _refused(request, "prompt_cache_options", "prompt_cache_options")


def _refused(request: dict[str, Any], member: str, name: str) -> Iterator[Finding]:
    """Yield that the model does not take a member, if the table says so under `name`."""
    fact = refuses(request.get("model"), name)
    if fact is not None:
        text = f"Unsupported parameter: {{param}} is not supported with this model ({fact.date}, {fact.source})."
        yield Finding(text, "unsupported_parameter", (member,))


def _parts(request: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield the content parts of all messages, or of all items, each with its place."""
    for name in ("messages", "input"):
        for number, item in enumerate(items(request.get(name))):
            for place, part in enumerate(items(item.get("content") if isinstance(item, dict) else None)):
                if isinstance(part, dict):
                    yield (name, number, "content", place), part


def _breakpoints(request: dict[str, Any]) -> list[Path]:
    return [place for place, part in _parts(request) if isinstance(part.get("prompt_cache_breakpoint"), dict)]


def _mode(request: dict[str, Any]) -> object:
    options = request.get("prompt_cache_options")
    return options.get("mode", "implicit") if isinstance(options, dict) else "implicit"


@rule(
    "prompt-cache.breakpoints.max",
    "warning",
    "prose",
    "At most 4 breakpoints count with the mode explicit, the latest 3 with implicit.",
    "Remove the earlier ones, which are ignored.",
    at=BOTH,
    sources=said("PromptCacheOptionsParam", "PromptCacheOptionsParam/properties/mode"),
)
def few_breakpoints_are_set(request: Any) -> Iterator[Finding]:
    mode = _mode(request)
    most = MOST_BREAKPOINTS.get(mode) if isinstance(mode, str) else None
    found = _breakpoints(request) if most else []
    if most and len(found) > most:
        text = f"No effect of {{param}}: at most {most} breakpoints count with the mode '{mode}', but got {len(found)}."
        yield Finding(text, member=(*found[0], "prompt_cache_breakpoint"))


@rule(
    "prompt-cache.explicit-needs-breakpoint",
    "note",
    "prose",
    "With the mode explicit and no breakpoint nothing is cached.",
    "Set a prompt_cache_breakpoint, unless an earlier response of the conversation has one.",
    at=BOTH,
    sources=said("PromptCacheOptionsParam/properties/mode"),
)
def explicit_mode_has_a_breakpoint(request: Any) -> Iterator[Finding]:
    if _mode(request) == "explicit" and not _breakpoints(request):
        text = "No effect of {param}: 'explicit' caches up to breakpoints, and there are none."
        yield Finding(text, "", ("prompt_cache_options", "mode"))


@rule(
    "stream-options.needs-stream",
    "error",
    "prose",
    "stream_options is set only beside stream: true (BerriAI/litellm#5803, lobehub/lobehub#6735).",
    "Set stream to true, or leave stream_options out.",
    at=(CHAT, COMPLETION),
    sources=said("ChatCompletionStreamOptions/anyOf/0"),
)
def stream_options_go_with_stream(request: Any) -> Iterator[Finding]:
    yield from _needs_stream(request)


@rule(
    "response.stream-options.needs-stream",
    "error",
    "prose",
    "stream_options is set only beside stream: true.",
    "Set stream to true, or leave stream_options out.",
    at=RESPONSE,
    sources=said("ResponseStreamOptions/anyOf/0"),
)
def response_stream_options_go_with_stream(request: Any) -> Iterator[Finding]:
    yield from _needs_stream(request)


def _needs_stream(request: dict[str, Any]) -> Iterator[Finding]:
    if isinstance(request.get("stream_options"), dict) and request.get("stream") is not True:
        text = "The {param} parameter is only allowed when 'stream' is enabled."
        yield Finding(text, member=("stream_options",))


@rule(
    "service-tier.ultrafast-model",
    "warning",
    "prose",
    "The service tier ultrafast is for gpt-5.6-sol alone.",
    "Choose that model, or another tier.",
    at=RESPONSE,
    sources=said("ServiceTierResponses/anyOf/0"),
    as_of=REVISED,
)
def ultrafast_tier_fits_the_model(request: Any) -> Iterator[Finding]:
    if request.get("service_tier") == "ultrafast":
        yield from _refused_value(request, ("service_tier",), "service_tier.ultrafast")


def _refused_value(request: dict[str, Any], member: Path, name: str) -> Iterator[Finding]:
    fact = refuses(request.get("model"), name)
    if fact is not None:
        text = f"Unsupported value: {{param}} does not support this value with this model ({fact.date}, {fact.source})."
        yield Finding(text, "unsupported_value", member)


@rule(
    "reasoning.effort.model",
    "error",
    "observed",
    "A reasoning effort goes with a reasoning model, and is one of those that the model takes (BoundaryML/baml#2708, "
    "anomalyco/opencode#4451); src/presend/openai/today/model-facts.tsv has what is known.",
    "Leave it out, or send one that the model takes.",
    at=BOTH,
    sources=said("ReasoningEffort/anyOf/0"),
    as_of="2025-11",
)
def reasoning_effort_fits_the_model(request: Any) -> Iterator[Finding]:
    reasoning = request.get("reasoning")
    for effort, member in (
        (request.get("reasoning_effort"), ("reasoning_effort",)),
        (reasoning.get("effort") if isinstance(reasoning, dict) else None, ("reasoning", "effort")),
    ):
        fact = fact_of(request.get("model"), "reasoning_effort") if isinstance(effort, str) else None
        if fact is None or effort in fact.value.split():
            continue
        if refuses(request.get("model"), "reasoning_effort"):
            text = f"Unsupported parameter: {{param}} is not supported with this model ({fact.date}, {fact.source})."
            yield Finding(text, "unsupported_parameter", member)
        else:
            values = ", ".join(f"'{value}'" for value in fact.value.split())
            text = f"Unsupported value: {{param}} with this model is one of {values} ({fact.date}, {fact.source})."
            yield Finding(text, "unsupported_value", member)


@rule(
    "moderation-param.model.known",
    "warning",
    "inferred",
    "The model of moderation is a moderation model.",
    "Send 'omni-moderation-latest'.",
    at=BOTH,
    sources=said("ModerationParam/properties/model"),
)
def moderation_has_a_moderation_model(request: Any) -> Iterator[Finding]:
    moderation = request.get("moderation")
    model = moderation.get("model") if isinstance(moderation, dict) else None
    if isinstance(model, str) and "moderation" not in model:
        text = "Unknown model for {param}: expected a moderation model, such as 'omni-moderation-latest'."
        yield Finding(text, member=("moderation", "model"))


@rule(
    "web-search.country",
    "warning",
    "prose",
    "A country is a two-letter ISO 3166-1 code.",
    "Send two capital letters, such as 'DE'.",
    at=(
        "WebSearchLocation.country",
        "WebSearchApproximateLocationApproximate.country",
        "ApproximateLocation.country",
    ),
    sources=said("WebSearchLocation/properties/country"),
)
def country_is_a_code(country: Any) -> Iterator[Finding]:
    is_code = isinstance(country, str) and len(country) == len("DE") and country.isascii() and country.isupper()
    if isinstance(country, str) and not is_code:
        yield Finding("Invalid {param}: expected a two-letter code of a country in capitals, such as 'DE'.")


@rule(
    "web-search.timezone",
    "warning",
    "prose",
    "A time zone has an IANA name.",
    "Send a name such as 'Europe/Berlin'.",
    at=(
        "WebSearchLocation.timezone",
        "WebSearchApproximateLocationApproximate.timezone",
        "ApproximateLocation.timezone",
    ),
    sources=said("WebSearchLocation/properties/timezone"),
)
def timezone_has_an_iana_name(timezone: Any) -> Iterator[Finding]:
    import zoneinfo  # noqa: PLC0415 - slow to import, and few payloads have a time zone in them

    known = zoneinfo.available_timezones() if isinstance(timezone, str) else ()
    if known and timezone not in known:  # which are not there on every machine
        yield Finding("Invalid {param}: expected the IANA name of a time zone, such as 'Europe/Berlin'.")


def is_json_object(value: Any) -> bool:
    """Say whether a response format is JSON without a schema."""
    return type_of(value) == "json_object"
