"""What the API says only in words, or was seen to refuse: the rules of the pack of today's API, a file a topic.

Limits that a keyword states are rules too: an action of spec/today/overlay-<topic>.yaml names each. What is a statement
and no rule stands in a topic's `ELSEWHERE`, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.openai.sentences import noted, rows
from presend.openai.today.rules import (
    audio,
    audio_files,
    batches,
    chat,
    chat_audio,
    chat_messages,
    chat_models,
    chat_parts,
    chat_tools,
    completions,
    containers,
    embeddings,
    evals,
    files,
    fine_tuning,
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
    models,
    moderations,
    prompt_cache,
    realtime,
    realtime_transcription,
    response_choice,
    response_images,
    response_items,
    response_tools,
    responses,
    shared,
    transcription_formats,
    transcriptions,
    vector_stores,
    videos,
)
from presend.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

TOPICS: tuple[ModuleType, ...] = (
    audio,
    audio_files,
    batches,
    chat,
    chat_audio,
    chat_messages,
    chat_models,
    chat_parts,
    chat_tools,
    completions,
    containers,
    embeddings,
    evals,
    files,
    fine_tuning,
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
    models,
    moderations,
    prompt_cache,
    realtime,
    realtime_transcription,
    response_choice,
    response_images,
    response_items,
    response_tools,
    responses,
    shared,
    transcription_formats,
    transcriptions,
    vector_stores,
    videos,
)

DIGESTS = {row[0]: row[1] for row in rows(__name__)}  # pointer → sha256 of the upstream text there


def _rules_of(topic: ModuleType) -> Iterator[Rule]:
    """Yield a topic's rules; of a requirement that several schemas have, the tuple of their rules."""
    for value in vars(topic).values():
        yield from (rule for rule in (value if isinstance(value, tuple) else (value,)) if isinstance(rule, Rule))


RULES: tuple[Rule, ...] = noted((rule for topic in TOPICS for rule in _rules_of(topic)), DIGESTS)
ELSEWHERE: dict[str, str] = {
    name: reason for topic in TOPICS for name, reason in getattr(topic, "ELSEWHERE", {}).items()
}
