"""What the API says only in words, or was seen to refuse: the rules of the pack of today's API, a file a topic.

Limits that a keyword states are rules too: an action of spec/today/overlay-<topic>.yaml names each. What is a statement
and no rule stands in a topic's `ELSEWHERE`, with the reason.
"""

from __future__ import annotations

import dataclasses
from pkgutil import get_data
from typing import TYPE_CHECKING

from presend.openai.today.rules import (
    audio,
    audio_files,
    chat,
    chat_audio,
    chat_messages,
    chat_models,
    chat_parts,
    chat_tools,
    completions,
    containers,
    embeddings,
    files,
    functions,
    image_edits,
    image_formats,
    image_members,
    image_references,
    image_sizes,
    image_variations,
    images,
    item_ids,
    item_order,
    moderations,
    prompt_cache,
    response_choice,
    response_images,
    response_items,
    response_tools,
    responses,
    shared,
    transcription_formats,
    transcriptions,
    videos,
)
from presend.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

TOPICS: tuple[ModuleType, ...] = (
    audio,
    audio_files,
    chat,
    chat_audio,
    chat_messages,
    chat_models,
    chat_parts,
    chat_tools,
    completions,
    containers,
    embeddings,
    files,
    functions,
    image_edits,
    image_formats,
    image_members,
    image_references,
    image_sizes,
    image_variations,
    images,
    item_ids,
    item_order,
    moderations,
    prompt_cache,
    response_choice,
    response_images,
    response_items,
    response_tools,
    responses,
    shared,
    transcription_formats,
    transcriptions,
    videos,
)

DIGESTS: dict[str, str] = dict(
    line.split("\t")[:2]  # pointer, sha256 of the upstream text there, which the rules were read from
    for line in (get_data(__name__, "sentence-digests.tsv") or b"").decode().splitlines()
    if line.startswith("#/")
)


def _rules_of(topic: ModuleType) -> Iterator[Rule]:
    """Yield a topic's rules; of a requirement that several schemas have, the tuple of their rules."""
    for value in vars(topic).values():
        yield from (rule for rule in (value if isinstance(value, tuple) else (value,)) if isinstance(rule, Rule))


RULES: tuple[Rule, ...] = tuple(
    dataclasses.replace(rule, digests=tuple(DIGESTS.get(source, "") for source in rule.sources))
    for topic in TOPICS
    for rule in _rules_of(topic)
)
ELSEWHERE: dict[str, str] = {
    name: reason for topic in TOPICS for name, reason in getattr(topic, "ELSEWHERE", {}).items()
}
