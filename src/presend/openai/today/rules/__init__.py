"""What the API says only in words, or was seen to refuse: the rules of the pack of today's API, a file a topic.

Limits that a keyword states are rules too: an action of spec/today/overlay-<topic>.yaml names each. What is a statement
and no rule stands in a topic's `ELSEWHERE`, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.openai.sentences import noted, rows
from presend.openai.today.rules import (
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
    fine_tuning,
    functions,
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
    vector_stores,
)
from presend.rule import Rule

if TYPE_CHECKING:
    from types import ModuleType

TOPICS: tuple[ModuleType, ...] = (
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
    fine_tuning,
    functions,
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
    vector_stores,
)

DIGESTS = {row[0]: row[1] for row in rows(__name__)}  # pointer → sha256 of the upstream text there

RULES: tuple[Rule, ...] = noted(
    (rule for topic in TOPICS for rule in vars(topic).values() if isinstance(rule, Rule)), DIGESTS
)
ELSEWHERE: dict[str, str] = {
    name: reason for topic in TOPICS for name, reason in getattr(topic, "ELSEWHERE", {}).items()
}
