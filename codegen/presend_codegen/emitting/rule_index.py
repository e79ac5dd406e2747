"""Write the index of today's rules: the topics that a schema needs, so that presend loads no others."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from presend.openai.today import rules as today
from presend.packs.topics import rules_in
from presend_codegen.emitting.needs import needs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOTE = "Generated from the topics by `make generate`. Do not edit."
FILE = "rules/index.py"
WIDEST = 120  # columns of a line


def rule_index() -> dict[str, str]:
    """Return the file of the pack that lists the topics with rules for a schema or its members."""
    topics_at: dict[str, dict[str, None]] = {}
    topic_of: dict[str, str] = {}
    needs: dict[str, list[str]] = {}
    for topic in today.TOPICS:
        for rule in rules_in(importlib.import_module(f"{today.__name__}.{topic}")):
            topic_of[rule.id] = topic
            if any("." not in place for place in rule.at) and (names := needs_of(rule)):
                needs[rule.id] = list(names)
            for schema in rule.targets:  # also for a rule without a function: a function of another topic may report it
                topics_at.setdefault(schema, {})[topic] = None
    return {FILE: "\n".join(_text(topics_at, topic_of, needs))}


def _text(
    topics_at: Mapping[str, Iterable[str]], topic_of: Mapping[str, str], needs: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    yield f'"""Rule topics by schema, and members that rules need. {NOTE}"""'
    yield ""
    yield "# Schema → topics that have rules for it or its members."
    yield from _table("TOPICS_AT", topics_at)
    yield "# Rule → its topic."
    yield "TOPIC_OF: dict[str, str] = {"
    yield from (f'    "{rule}": "{topic_of[rule]}",' for rule in sorted(topic_of))
    yield "}"
    yield "# Rule of a whole object → members of which it needs at least one."
    yield from _table("NEEDS", needs)
    yield ""


def _table(name: str, rows: Mapping[str, Iterable[str]]) -> Iterator[str]:
    yield f"{name}: dict[str, tuple[str, ...]] = {{"
    for key in sorted(rows):
        names = [f'"{name}"' for name in rows[key]]
        line = f'    "{key}": ({", ".join(names)}{"," if len(names) == 1 else ""}),'
        yield from [line] if len(line) <= WIDEST else [f'    "{key}": (', *(f"        {n}," for n in names), "    ),"]
    yield "}"
