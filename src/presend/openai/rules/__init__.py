"""What the OpenAI API's spec says only in words: the rules of the built-in pack, a file a topic."""

from __future__ import annotations

from presend.openai.rules import image, message, metadata, moderation, run, tool_choice, tools
from presend.openai.sentences import STATUS, noted, rows
from presend.rule import Rule

_ROWS = rows(__name__)
DIGESTS = {
    row[0]: row[1] for row in _ROWS
}  # pointer → sha256 of the upstream text there, which the rules were read from
OPEN = {row[0]: row[STATUS] for row in _ROWS if len(row) > STATUS}  # pointer → what `presend sync` found there since

RULES: tuple[Rule, ...] = noted(
    (
        rule
        for topic in (image, message, metadata, moderation, run, tool_choice, tools)
        for value in vars(topic).values()
        for rule in (value if isinstance(value, tuple) else (value,))  # a tuple holds rules that one table states
        if isinstance(rule, Rule)
    ),
    DIGESTS,
)
