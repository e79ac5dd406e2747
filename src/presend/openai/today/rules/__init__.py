"""What the API says only in words, or was seen to refuse: the rules of the pack of today's API, a file a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.openai.sentences import noted, rows
from presend.rule import Rule

if TYPE_CHECKING:
    from types import ModuleType

TOPICS: tuple[ModuleType, ...] = ()

DIGESTS = {row[0]: row[1] for row in rows(__name__)}  # pointer → sha256 of the upstream text there

RULES: tuple[Rule, ...] = noted(
    (rule for topic in TOPICS for rule in vars(topic).values() if isinstance(rule, Rule)), DIGESTS
)
