"""Members of several requests: metadata, sampling, streaming, efforts, the legacy `user`."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.openai.rules import metadata
from presend.openai.today.model_facts import fact_of, refuses
from presend.problems import Finding
from presend.rule import rule, said
from presend.schema.keywords import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

CHAT, RESPONSE, COMPLETION = "CreateChatCompletionRequest", "CreateResponse", "CreateCompletionRequest"
BOTH = (CHAT, RESPONSE)
REVISED = "2026-08-21"  # of the spec that the sentences were read from
SHARED = "ModelResponseProperties/properties"

AT, METADATA = ("MetadataObject",), said("Metadata/anyOf/0")
metadata_has_at_most_16_pairs = dataclasses.replace(metadata.metadata_has_at_most_16_pairs, at=AT, sources=METADATA)
metadata_key_has_at_most_64_characters = dataclasses.replace(
    metadata.metadata_key_has_at_most_64_characters, at=AT, sources=METADATA
)
metadata_value_has_at_most_512_characters = dataclasses.replace(
    metadata.metadata_value_has_at_most_512_characters, at=AT, sources=METADATA
)

ELSEWHERE = {
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
    "The service tier ultrafast is only for gpt-5.6-sol.",
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
    "A reasoning effort goes with a reasoning model, and is one of those that the model accepts (BoundaryML/baml#2708, "
    "anomalyco/opencode#4451); src/presend/openai/today/model-facts.tsv has what is known.",
    "Leave it out, or send one that the model accepts.",
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
    import zoneinfo  # slow to import, and few payloads have a time zone in them

    known = zoneinfo.available_timezones() if isinstance(timezone, str) else ()
    if known and timezone not in known:  # which are not there on every machine
        yield Finding("Invalid {param}: expected the IANA name of a time zone, such as 'Europe/Berlin'.")
