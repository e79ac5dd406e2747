"""Rules of built-in packs that hold in another pack: a topic is imported when a payload meets a schema it is about.

Decided 2026-12: a pack of OpenAI's whole API holds hundreds of these rules. To import them all takes a third of the
memory that its first payload takes, and a payload meets those of a few schemas.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from presend.packs.names import TODAY
from presend.packs.topics import rules_in
from presend.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend.problems import Finding
    from presend.rule import Check

    Held = Mapping[str, Mapping[str, list[str]]]  # built-in pack → rule → its targets
    Place = tuple[str, str]  # built-in pack, topic
NO_TOPIC = ""


class TravelledRules(Mapping[str, Rule]):
    """Rules by id, in the order of the catalogue: one that was met is found at once, all are loaded for any other.

    Args:
        held: The rules of built-in packs that hold here.
        near: The other rules of the pack, by id: they take no import of a topic.
        others: Returns the rules of a built-in pack by its name.
        whole: Returns all rules by id.
    """

    def __init__(
        self,
        held: Held,
        near: Mapping[str, Rule],
        others: Callable[[str], Mapping[str, Rule]],
        whole: Callable[[], dict[str, Rule]],
    ) -> None:
        self._held, self._near, self._others, self._whole = held, near, others, whole
        self._topic_of: dict[str, str] = importlib.import_module(f"{TODAY}.rules.index").TOPIC_OF
        self._near_at = by_schema(near.values())
        self._read: dict[Place, dict[str, Rule]] = {}
        self._all: dict[str, Rule] | None = None

    @functools.cached_property
    def _places_at(self) -> dict[str, dict[Place, None]]:
        """The places of rules by the schemas that they look at."""
        found: dict[str, dict[Place, None]] = {}
        for pack, rules in self._held.items():
            for rule, targets in rules.items():
                for target in targets:
                    found.setdefault(target.partition(".")[0], {})[self._place(pack, rule)] = None
        return found

    def _place(self, pack: str, rule: str) -> Place:
        return pack, self._topic_of.get(rule, NO_TOPIC) if pack == TODAY else NO_TOPIC

    def at(self, schema: str) -> tuple[Rule, ...]:
        """Return the rules that look at a schema or its members, by topic: problems are sorted in the end."""
        travelled = (rule for place in self._places_at.get(schema, ()) for rule in self._in(place).values())
        found = [rule for rule in travelled if schema in rule.targets and rule.id not in self._near]
        return (*found, *self._near_at.get(schema, ()))

    def __getitem__(self, name: str) -> Rule:
        """Return the rule with an id."""
        if self._all is not None:
            return self._all[name]
        if name in self._near:
            return self._near[name]
        for pack in reversed([*self._held]):  # of an id that two packs have, the rule of the last
            if name in self._held[pack] and name in (rules := self._in(self._place(pack, name))):
                return rules[name]
        return self._every()[name]

    def _in(self, place: Place) -> dict[str, Rule]:
        """Return the rules of a topic that hold here."""
        if place not in self._read:
            pack, topic = place
            rules = rules_in(importlib.import_module(f"{pack}.rules.{topic}")) if topic else self._without_topic(pack)
            self._read[place] = {rule.id: rule for rule in held_here(rules, self._held[pack])}
        return self._read[place]

    def _without_topic(self, pack: str) -> Iterator[Rule]:
        """Yield the rules of a pack that stand in no topic, such as those of limits."""
        others = self._others(pack)
        for name in self._held[pack]:
            if self._place(pack, name)[1] == NO_TOPIC and name in others:
                yield others[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._every())

    def __len__(self) -> int:
        return len(self._every())

    def _every(self) -> dict[str, Rule]:
        if self._all is None:
            self._all = self._whole()
        return self._all


def by_schema(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """Return rules by the schemas that they, or whose members they, look at."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for schema in rule.targets:
            found.setdefault(schema, []).append(rule)
    return found


def held_here(rules: Iterable[Rule], held: Mapping[str, list[str]]) -> Iterator[Rule]:
    """Yield those of a built-in pack's rules that hold in another pack, with their targets there."""
    for rule in rules:
        if rule.id in held:
            check = rule.check and functools.partial(_heard, rule.check, held)
            yield dataclasses.replace(rule, at=tuple(held[rule.id]), check=check, is_known=rule.look is None)


def _heard(check: Check, held: Mapping[str, object], value: Any) -> Iterator[Finding]:
    """Yield what the function of a rule finds, without other rules that it speaks for and that stayed behind."""
    return (finding for finding in check(value) if finding.rule is None or finding.rule in held)
