"""What the OpenAI API's spec says only in words: the rules of the built-in pack, a file a topic."""

from __future__ import annotations

import dataclasses
from pkgutil import get_data

from presend.openai.rules import image, message, metadata, moderation, run, tool_choice, tools
from presend.rule import Rule

_ROWS = [
    line.split("\t")
    for line in (get_data(__name__, "sentence-digests.tsv") or b"").decode().splitlines()
    if line.startswith("#/")
]
DIGESTS = {
    row[0]: row[1] for row in _ROWS
}  # pointer → sha256 of the upstream text there, which the rules were read from
OPEN = {row[0]: row[2] for row in _ROWS if len(row) > 2}  # noqa: PLR2004 - pointer → what `presend sync` found there since

RULES: tuple[Rule, ...] = tuple(
    dataclasses.replace(rule, digests=tuple(DIGESTS.get(source, "") for source in rule.sources))
    for topic in (image, message, metadata, moderation, run, tool_choice, tools)
    for rule in vars(topic).values()
    if isinstance(rule, Rule)
)
