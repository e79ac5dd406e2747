"""Collect the rules that an overlay names at its limits, so that users can list, explain and switch off each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.catalogue import UNIVERSAL
from presend.schema.marks import RULES
from presend.schema.subschemas import below
from presend.schema.vocabulary import DECIDING
from presend_codegen.source.overlay import RULE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from presend_codegen.source.load import Json, Object

KEYWORDS = frozenset(rule.id.removeprefix("schema.") for rule in UNIVERSAL if rule.id.startswith("schema."))
WORDS = {"basis": "x-presend-basis", "as_of": "x-presend-as-of", "fix": "x-presend-fix"}  # keywords of an action
LONGEST = 500  # code points of a summary


def named_limits(effective: Object, overlays: Iterable[Object], known: Collection[str]) -> Object:
    """Return each rule with its keywords, its targets and a summary, the description of the first action that names it.

    The action may also give the basis of the rule (`x-presend-basis`), the date since which it holds
    (`x-presend-as-of`), and a way to fix a problem (`x-presend-fix`).

    Args:
        effective: The effective schemas.
        overlays: The overlays that were applied.
        known: Ids of rules whose texts are elsewhere.
    """
    found: Object = {}
    for name, schema in effective.items():
        for target, node in _every(schema, name, name):
            for keyword, rule in node.get(RULES, {}).items():
                if rule not in known and keyword in KEYWORDS and keyword in node:
                    limit = found.setdefault(rule, {"keywords": {}, "at": {}})  # dicts as ordered sets
                    limit["keywords"][keyword] = limit["at"][target] = None
    found = {rule: {key: [*values] for key, values in limit.items()} for rule, limit in found.items()}
    for overlay in overlays:
        for action in overlay.get("actions", ()):
            said = " ".join(str(action.get("description", "")).split())[:LONGEST]
            rule = action.get(RULE)
            if said and rule in found:
                found[rule].setdefault("summary", said.removeprefix(f"{rule}: "))
            for key, word in WORDS.items():
                if rule in found and word in action:
                    found[rule].setdefault(key, str(action[word]))
    return found


def _every(node: Json, target: str, name: str) -> Iterator[tuple[str, Object]]:
    """Yield each schema with its target: the member of a named schema that contains it, or the named schema."""
    if not isinstance(node, dict):
        return
    yield target, node
    for step, sub in below(node, DECIDING):
        is_member = target == name and step[0] == "properties"
        yield from _every(sub, f"{name}.{step[1]}" if is_member else target, name)
