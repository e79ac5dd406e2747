"""What the API says only in words, or was seen to refuse: the rules of the pack of today's API, a file a topic.

Limits that a keyword states are rules too: an action of spec/today/overlay-<topic>.yaml names each. What is a statement
and no rule stands in a topic's `ELSEWHERE`, with the reason.
"""

from __future__ import annotations

import dataclasses
from pkgutil import get_data
from typing import TYPE_CHECKING

from presend.openai.today.rules import (
    chat,
    chat_audio,
    chat_messages,
    chat_models,
    chat_parts,
    chat_tools,
    completions,
    containers,
    embeddings,
    functions,
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
)
from presend.rule import Rule

if TYPE_CHECKING:
    from types import ModuleType

TOPICS: tuple[ModuleType, ...] = (
    chat,
    chat_audio,
    chat_messages,
    chat_models,
    chat_parts,
    chat_tools,
    completions,
    containers,
    embeddings,
    functions,
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
)

DIGESTS: dict[str, str] = dict(
    line.split("\t")[:2]  # pointer, sha256 of the upstream text there, which the rules were read from
    for line in (get_data(__name__, "sentence-digests.tsv") or b"").decode().splitlines()
    if line.startswith("#/")
)
RULES: tuple[Rule, ...] = tuple(
    dataclasses.replace(rule, digests=tuple(DIGESTS.get(source, "") for source in rule.sources))
    for topic in TOPICS
    for rule in vars(topic).values()
    if isinstance(rule, Rule)
)
ELSEWHERE: dict[str, str] = {
    name: reason for topic in TOPICS for name, reason in getattr(topic, "ELSEWHERE", {}).items()
}
