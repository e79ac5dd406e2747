"""The rules of today's API, from the prose of its spec and from observed answers, with one file for each topic.

Limits in keywords are rules too; an action of spec/today/overlay-<topic>.yaml names each. Statements of the spec
without a rule are in a topic's `ELSEWHERE`, with the reason. A payload imports only the topics that `index` lists for
its schemas; `RULES`, `ELSEWHERE` and `DIGESTS` are made on first use.
"""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

from presend.packs.topics import rules_in

if TYPE_CHECKING:
    from types import ModuleType

    from presend.rule import Rule

    RULES: tuple[Rule, ...]
    ELSEWHERE: dict[str, str]
    DIGESTS: dict[str, str]

TOPICS = (  # in the order of the catalogue
    "audio",
    "audio_files",
    "batches",
    "chat",
    "chat_audio",
    "chat_messages",
    "chat_models",
    "chat_parts",
    "chat_tools",
    "completions",
    "containers",
    "embeddings",
    "evals",
    "files",
    "fine_tuning",
    "functions",
    "image_edits",
    "image_formats",
    "image_members",
    "image_references",
    "image_sizes",
    "image_variations",
    "images",
    "item_ids",
    "item_order",
    "models",
    "moderations",
    "prompt_cache",
    "realtime",
    "realtime_transcription",
    "response_built_in_tools",
    "response_choice",
    "response_deprecations",
    "response_images",
    "response_items",
    "response_models",
    "response_parts",
    "response_tools",
    "responses",
    "shared",
    "transcription_formats",
    "transcriptions",
    "vector_stores",
    "videos",
)


@functools.cache
def _topics() -> tuple[ModuleType, ...]:
    return tuple(importlib.import_module(f"{__name__}.{topic}") for topic in TOPICS)


@functools.cache
def _rules() -> tuple[Rule, ...]:
    from presend.openai.sentences import noted  # needed only for all rules

    return noted((rule for topic in _topics() for rule in rules_in(topic)), _digests())


@functools.cache
def _elsewhere() -> dict[str, str]:
    return {name: reason for topic in _topics() for name, reason in getattr(topic, "ELSEWHERE", {}).items()}


@functools.cache
def _digests() -> dict[str, str]:
    """Return pointers, each with the sha256 of the upstream text there."""
    from presend.openai.sentences import rows  # the same

    return {row[0]: row[1] for row in rows(__name__)}


_MADE = {"RULES": _rules, "ELSEWHERE": _elsewhere, "DIGESTS": _digests}


def __getattr__(name: str) -> object:
    if name not in _MADE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _MADE[name]()
