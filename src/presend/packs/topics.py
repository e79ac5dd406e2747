"""The rules of a pack that has many: of a topic, a module of rules, what was met so far.

Decided 2026-11-30: to import all rules of today's API takes twice as long as to import pydantic, and a payload meets
those of a few schemas. Which topics speak of a schema stands in an index that codegen writes beside them.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from presend.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType


class RulesByTopic(Mapping[str, Rule]):
    """Rules by id, in the order of the catalogue: one that was met is found at once, all are loaded for any other.

    Args:
        package: Import name of the package that holds the topics.
        topics_at: Schema → names of the topics that have rules for it or its members, in the order of the catalogue.
        topic_of: Id of a rule without a function → name of its topic.
        near: Rules that stand in no topic, such as those of limits, by id.
        whole: Returns all rules by id.
    """

    def __init__(
        self,
        package: str,
        topics_at: Mapping[str, tuple[str, ...]],
        topic_of: Mapping[str, str],
        near: Mapping[str, Rule],
        whole: Callable[[], dict[str, Rule]],
    ) -> None:
        self._package, self._whole = package, whole
        self._topics_at, self._topic_of = topics_at, topic_of
        self._met = {name: rule for name, rule in near.items() if name not in topic_of}
        self._all: dict[str, Rule] | None = None

    def at(self, schema: str) -> tuple[Rule, ...]:
        """Return the rules that look at a schema or its members."""
        found = {rule.id: rule for topic in self._topics_at.get(schema, ()) for rule in self._in(topic)}
        return tuple(rule for rule in found.values() if schema in rule.targets)

    def __getitem__(self, name: str) -> Rule:
        """Return the rule with an id: a topic that limits have words in is read for these."""
        if name not in self._met and name in self._topic_of:
            self._in(self._topic_of[name])
        return self._met[name] if name in self._met else self._every()[name]

    def _in(self, topic: str) -> Iterable[Rule]:
        rules = tuple(rules_in(importlib.import_module(f"{self._package}.{topic}")))
        self._met |= {rule.id: rule for rule in rules}
        return rules

    def __iter__(self) -> Iterator[str]:
        return iter(self._every())

    def __len__(self) -> int:
        return len(self._every())

    def _every(self) -> dict[str, Rule]:
        if self._all is None:
            self._all = self._whole()
        return self._all


def rules_in(topic: ModuleType) -> Iterable[Rule]:
    """Yield a topic's rules; of a requirement that several schemas have, the tuple of their rules."""
    for value in vars(topic).values():
        yield from (rule for rule in (value if isinstance(value, tuple) else (value,)) if isinstance(rule, Rule))
