"""Rules by topic: a module of rules is imported when a payload first needs one of its schemas.

Decided 2026-11-30: importing all rules of today's API takes twice as long as importing pydantic, and a payload needs
those of a few schemas. Codegen writes an index beside them that lists the topics for each schema.
"""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from presend.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType


class RulesByTopic(Mapping[str, Rule]):
    """Rules by id, in the order of the catalogue; a rule that was not loaded before loads all rules.

    Args:
        package: Import name of the package that holds the topics, and `index`.
        near: Returns the rules outside the topics, such as those of limits, by id.
        whole: Returns all rules by id.
    """

    def __init__(
        self,
        package: str,
        near: Callable[[], Mapping[str, Rule]],
        whole: Callable[[], Mapping[str, Rule]],
    ) -> None:
        self._package, self._near, self._whole = package, near, whole
        index = importlib.import_module(f"{package}.index")
        self._topics_at: dict[str, tuple[str, ...]] = index.TOPICS_AT
        self._topic_of: dict[str, str] = index.TOPIC_OF
        self._needs: dict[str, tuple[str, ...]] = index.NEEDS
        self._met: dict[str, Rule] = {}
        self._read: dict[str, Mapping[str, list[Rule]]] = {}
        self._all: Mapping[str, Rule] | None = None

    def at(self, schema: str) -> tuple[Rule, ...]:
        """Return the rules for a schema and its members, each with the members that it needs."""
        found = {rule.id: rule for topic in self._topics_at.get(schema, ()) for rule in self._in(topic).get(schema, ())}
        return tuple(
            dataclasses.replace(rule, needs=frozenset(self._needs.get(name, ())), is_known=rule.look is None)
            for name, rule in found.items()
        )

    def __getitem__(self, name: str) -> Rule:
        """Return the rule with an id: a topic that limits have words in is read for these."""
        if self._all is not None:
            return self._all[name]
        if name not in self._met:
            if name in self._topic_of:
                self._in(self._topic_of[name])
            else:
                self._met |= {near: rule for near, rule in self._near().items() if near not in self._topic_of}
        return self._met[name] if name in self._met else self._every()[name]

    def _in(self, topic: str) -> Mapping[str, list[Rule]]:
        """Return the rules of a topic by their schemas."""
        if topic not in self._read:
            found: dict[str, list[Rule]] = {}
            for rule in rules_in(importlib.import_module(f"{self._package}.{topic}")):
                self._met[rule.id] = rule
                for schema in rule.targets:
                    found.setdefault(schema, []).append(rule)
            self._read[topic] = found
        return self._read[topic]

    def __iter__(self) -> Iterator[str]:
        return iter(self._every())

    def __len__(self) -> int:
        return len(self._every())

    def _every(self) -> Mapping[str, Rule]:
        if self._all is None:
            self._all = self._whole()
        return self._all


def rules_in(topic: ModuleType) -> Iterable[Rule]:
    """Yield a topic's rules; for a requirement of several schemas, the tuple of its rules."""
    for value in vars(topic).values():
        yield from (rule for rule in (value if isinstance(value, tuple) else (value,)) if isinstance(rule, Rule))
