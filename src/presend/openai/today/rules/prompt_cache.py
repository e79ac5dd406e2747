"""Prompt caching, of chat completions and of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items
from presend.openai.today.model_facts import fact_of, refuses
from presend.openai.today.rules.plain_input import conversation_is_plain
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

CHAT, RESPONSE = "CreateChatCompletionRequest", "CreateResponse"
BOTH = (CHAT, RESPONSE)
REVISED = "2026-08-21"  # of the spec that the sentences were read from
SHARED = "ModelResponseProperties/properties"
MOST_BREAKPOINTS = {"explicit": 4, "implicit": 3}  # that are written; of more, the earlier ones are ignored

ELSEWHERE = {"prompt-cache.ttl": "A schema keyword enforces it; reported as `schema.enum`."}


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
    "gpt-5.5 and later models accept only a prompt_cache_retention of 24h.",
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
    """Yield a finding if the fact `name` shows that the model does not support a member."""
    fact = refuses(request.get("model"), name)
    if fact is not None:
        text = f"Unsupported parameter: {{param}} is not supported with this model ({fact.date}, {fact.source})."
        yield Finding(text, "unsupported_parameter", (member,))


def _breakpoints(request: dict[str, Any]) -> list[Path]:
    """Return the places of the content parts, of all messages or of all items, that have a breakpoint."""
    return [
        (name, number, "content", place)
        for name in ("messages", "input")
        for number, item in enumerate(items(request.get(name)))
        if isinstance(item, dict) and isinstance(item.get("content"), list)
        for place, part in enumerate(item["content"])
        if isinstance(part, dict) and "prompt_cache_breakpoint" in part
    ]


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
    look=conversation_is_plain,
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
