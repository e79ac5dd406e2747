"""The part of a proof that is about rules: what they say is kept, and what they were silent of is known again."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.schema.nodes import ALL_KINDS, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presend.problems import Finding, Path
    from presend.rule import Rule

    Names = frozenset[str]
    Heard = list["Said"]
    Proof = Callable[[Any, Heard], bool]

LONGEST = 16_384  # bytes of a part that is remembered
REMEMBERED = 128  # parts, of each node; with the above at most 2 MiB
EXACT = 2  # the version of marshal's format in which equal bytes are the same JSON, and the same JSON is equal bytes


class Said(NamedTuple):
    """What a rule has said: the object or array that it looked at, or the member of it, and what was found."""

    holder: dict[str, Any] | list[Any]
    member: Path
    rule: Rule
    finding: Finding

    @property
    def severity(self) -> str:
        """Return how severe the problem is."""
        return self.finding.severity or self.rule.severity


def speaking(rules: Iterable[Rule], enabled: Names) -> tuple[tuple[Any, Rule, Names], ...]:
    """Return the functions of the rules that speak, each with its rule and the members that it needs."""
    asked = (rule for rule in rules if rule.check and (not rule.opt_in or rule.id in enabled))
    return tuple((rule.check, rule, rule.needs) for rule in asked)


def of_rules(rules: tuple[tuple[Any, Rule, Names], ...]) -> Proof:
    """Return the proof that what rules say of a value, if anything, can be kept: its place is known."""

    def prove(value: Any, heard: Heard) -> bool:
        names = value.keys() if type(value) is dict else None
        for check, rule, needs in rules:
            if needs and names is not None and names.isdisjoint(needs):
                continue
            for finding in check(value):
                if not isinstance(value, dict | list):
                    return False
                heard.append(Said(value, (), rule, finding))
        return True

    return prove


def holds_any_object(node: Node) -> bool:
    """Say whether a member may be any object, as a JSON Schema is."""
    return any(
        "object" in part.kinds and not (part.properties or part.branches or part.parts)
        for member in node.properties.values()
        for part in member.alike
        if not isinstance(part.additional, Node) or part.additional.kinds == ALL_KINDS
    )


def remembered(proof: Proof) -> Proof:
    """Return the same proof, which knows again what it was right and silent of.

    JSON Schemas in a payload, as those of functions, are read by rules for long, and an application sends the same ones
    again and again.
    """
    right: set[bytes] = set()

    def prove(value: Any, heard: Heard) -> bool:
        try:
            text = marshal.dumps(value, EXACT)
        except ValueError:  # nested too deep
            return proof(value, heard)
        if text in right:
            return True
        before = len(heard)
        if not proof(value, heard):
            return False
        if len(heard) == before and len(text) <= LONGEST:
            if len(right) >= REMEMBERED:
                right.clear()
            right.add(text)
        return True

    return prove
