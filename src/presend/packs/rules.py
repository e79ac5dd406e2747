"""The rules of a pack: universal rules, rules of a built-in pack that apply, limits, and its own rules."""

from __future__ import annotations

import dataclasses
import importlib
from typing import TYPE_CHECKING, Any

from presend.packs.names import BUILT_INS, FRAGMENT, TODAY
from presend.schema.catalogue import UNIVERSAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from presend.rule import Rule

    Held = Mapping[str, Mapping[str, list[str]]]  # built-in pack → rule → its targets
    RulesOf = Callable[[str], Mapping[str, Rule]]


def held_in(table: Mapping[str, Any]) -> Held:
    """Return the rules of built-in packs that also apply to another pack, as its operations.json lists them."""
    return {FRAGMENT: table.get("rules", {}), TODAY: table.get("rules_of_today", {})}


def rules_of(pack: str, table: Mapping[str, Any], schemas: Mapping[str, Any], others: RulesOf) -> Mapping[str, Rule]:
    """Return the rules of a pack by id, in the order of the catalogue.

    Args:
        pack: Its import name.
        table: The contents of its operations.json.
        schemas: Its schemas by name.
        others: Returns the rules of a built-in pack by its name.

    Raises:
        RuleFault: A rule that somebody wrote for the pack cannot be applied.
    """
    held = held_in(table)
    if pack in BUILT_INS:  # the tests check its rules against its schemas
        rules: tuple[Rule, ...] = importlib.import_module(f"{pack}.rules").RULES
        own = [dataclasses.replace(rule, is_known=rule.look is None) for rule in rules]
        return {rule.id: rule for rule in (*UNIVERSAL, *_travelled(held, others), *_limits(table), *own)}
    from presend.packs.own_rules import own_rules  # needed for packs of others alone

    beside = (*_limits(table), *own_rules(pack, schemas))

    def whole() -> dict[str, Rule]:
        return {rule.id: rule for rule in (*UNIVERSAL, *_travelled(held, others), *beside)}

    if not held[TODAY]:
        return whole()
    from presend.packs.travelled import TravelledRules  # for packs of OpenAI's API

    return TravelledRules(held, {rule.id: rule for rule in (*UNIVERSAL, *beside)}, others, whole)


def rules_of_today(table: Mapping[str, Any], load_all: Callable[[], Mapping[str, Rule]]) -> Mapping[str, Rule]:
    """Return the rules of today's API by id; the module of a topic is imported when its rules are first needed."""
    from presend.packs.topics import RulesByTopic  # for this pack alone

    def near() -> dict[str, Rule]:
        return {rule.id: rule for rule in (*UNIVERSAL, *_limits(table))}

    return RulesByTopic(f"{TODAY}.rules", near, load_all)


def rules_at(rules: Mapping[str, Rule]) -> Callable[[str], Iterable[Rule]]:
    """Return a function from the name of a schema to the rules for it and its members, in order."""
    at: Callable[[str], Iterable[Rule]] | None = getattr(rules, "at", None)
    if at is not None:
        return at
    from presend.packs.travelled import by_schema  # for packs whose rules are all loaded

    found = by_schema(rules.values())
    return lambda schema: found.get(schema, ())


def _limits(table: Mapping[str, Any]) -> Iterator[Rule]:
    from presend.packs.own_rules import rules_of_limits  # the same

    return rules_of_limits(table.get("limits", {}))


def _travelled(held: Held, others: RulesOf) -> Iterator[Rule]:
    from presend.packs.travelled import held_here  # the same

    for pack, targets in held.items():
        if targets:
            yield from held_here(others(pack).values(), targets)
