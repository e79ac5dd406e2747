"""Deprecated members of requests to /responses, /responses/input_tokens and /responses/compact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.rules.request_parts import CREATE
from presend.problems import Finding
from presend.rule import Rule, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _deprecated(instead: str) -> Callable[[Any], Iterator[Finding]]:
    def check(value: Any) -> Iterator[Finding]:
        if value is not None:
            yield Finding(f"Deprecated: {{param}}. {instead}", "")

    return check


response_truncation_is_deprecated = Rule(
    "response.truncation.deprecated",
    "note",
    "schema",
    "truncation is deprecated.",
    "Send context_management.",
    said(f"{CREATE}/allOf/2/properties/truncation"),
    (f"{CREATE}.truncation",),
    _deprecated("Use context_management."),
)
input_tokens_truncation_is_deprecated = Rule(
    "input-tokens.truncation.deprecated",
    "note",
    "schema",
    "truncation is deprecated.",
    "Leave it out.",
    said("TokenCountsBody/properties/truncation"),
    ("TokenCountsBody.truncation",),
    _deprecated("Leave it out."),
)
compact_cache_retention_is_deprecated = Rule(
    "compact.prompt-cache-retention.deprecated",
    "note",
    "schema",
    "prompt_cache_retention is deprecated.",
    "Send prompt_cache_options.",
    said("CompactResponseMethodPublicBody/properties/prompt_cache_retention/anyOf/0"),
    ("CompactResponseMethodPublicBody.prompt_cache_retention",),
    _deprecated("Use prompt_cache_options."),
)
generate_summary_is_deprecated = Rule(
    "response.reasoning.generate-summary.deprecated",
    "note",
    "prose",
    "generate_summary gives way to summary.",
    "Send summary.",
    said("Reasoning/properties/generate_summary/anyOf/0"),
    ("Reasoning.generate_summary",),
    _deprecated("Use summary."),
)
