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
    topics: dict[str, dict[str, None]] = {}
    for topic in today.TOPICS:
        for rule in rules_in(importlib.import_module(f"{today.__name__}.{topic}")):
            for schema in rule.targets if rule.check else ():
                topics.setdefault(schema, {})[topic] = None
    return {FILE: "\n".join(_lines(topics))}


def _lines(topics: dict[str, dict[str, None]]) -> Iterator[str]:
    yield f'"""Topics that have rules for a schema or its members. {NOTE}"""'
    yield ""
    yield "TOPICS_AT: dict[str, tuple[str, ...]] = {"
    for schema in sorted(topics):
        names = [f'"{topic}"' for topic in topics[schema]]
        line = f'    "{schema}": ({", ".join(names)}{"," if len(names) == 1 else ""}),'
        yield from (
            [line] if len(line) <= WIDEST else [f'    "{schema}": (', *(f"        {n}," for n in names), "    ),"]
        )
    yield "}"
    yield ""
