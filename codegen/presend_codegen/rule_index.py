"""Write the index of the rules of today's API: schema → the topics that have rules for it; others stay unread."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from presend.openai.today import rules as today
from presend.packs.topics import rules_in

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTE = "Generated from the topics by `make generate`. Do not edit."
FILE = "rules/index.py"
WIDEST = 120  # columns of a line


def rule_index() -> dict[str, str]:
    """Return the file of the pack that says which topics speak of a schema or its members."""
    topics_at: dict[str, dict[str, None]] = {}
    topic_of: dict[str, str] = {}
    for topic in today.TOPICS:
        for rule in rules_in(importlib.import_module(f"{today.__name__}.{topic}")):
            if rule.check is None:
                topic_of[rule.id] = topic
            for schema in rule.targets if rule.check else ():
                topics_at.setdefault(schema, {})[topic] = None
    rows = {schema: list(topics) for schema, topics in topics_at.items()}
    return {FILE: "\n".join([*_lines(rows), *_texts(topic_of)])}


def _lines(topics_at: dict[str, list[str]]) -> Iterator[str]:
    yield f'"""Topics that have rules for a schema or its members. {NOTE}"""'
    yield ""
    yield "TOPICS_AT: dict[str, tuple[str, ...]] = {"
    for schema in sorted(topics_at):
        names = [f'"{topic}"' for topic in topics_at[schema]]
        line = f'    "{schema}": ({", ".join(names)}{"," if len(names) == 1 else ""}),'
        rows = [f'    "{schema}": (', *(f"        {name}," for name in names), "    ),"]
        yield from [line] if len(line) <= WIDEST else rows
    yield "}"


def _texts(topic_of: dict[str, str]) -> Iterator[str]:
    yield "TOPIC_OF: dict[str, str] = {  # of rules that keywords enforce, or the functions of others"
    yield from (f'    "{rule}": "{topic_of[rule]}",' for rule in sorted(topic_of))
    yield "}"
    yield ""
