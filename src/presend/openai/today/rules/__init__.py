"""What the API says only in words, or was seen to refuse: the rules of the pack of today's API, a file a topic.

Limits that a keyword states are rules too: an action of spec/today/overlay-<topic>.yaml names each. What is a statement
and no rule stands in a topic's `ELSEWHERE`, with the reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.rule import Rule

if TYPE_CHECKING:
    from types import ModuleType

TOPICS: tuple[ModuleType, ...] = ()

RULES: tuple[Rule, ...] = tuple(rule for topic in TOPICS for rule in vars(topic).values() if isinstance(rule, Rule))
ELSEWHERE: dict[str, str] = {
    name: reason for topic in TOPICS for name, reason in getattr(topic, "ELSEWHERE", {}).items()
}
