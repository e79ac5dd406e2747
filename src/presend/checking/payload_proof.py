"""Try to prove a whole payload valid before a report is prepared.

Decided 2026-12-01: a valid payload costs its parse, one proof, and little else. The parsed value and the findings of
rules are passed on. A payload without a proof is read and walked as usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from presend.checking.proofs import table_of
from presend.reading.duplicate_names import duplicate_keys
from presend.reading.json_depth import brackets
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse_deep
from presend.reading.python_values import DEEPEST, FOLLOWED, NotPlain, is_each_once, is_too_deep, levels_of, plain
from presend.rule import RuleFault

if TYPE_CHECKING:
    from presend.checking.rule_findings import Names, RuleFindings
    from presend.schema.nodes import Node

TEXT = (str, bytes, bytearray)


class Proved(NamedTuple):
    """A payload that has the right shape, and what rules say of it."""

    value: Any
    findings: RuleFindings


def prove_payload(node: Node, payload: Any, enabled: Names) -> Proved | None:
    """Return the value of a payload whose shape is surely right, and what rules say of it; `None` of any other.

    Args:
        node: The schema.
        payload: JSON text, or what holds JSON data.
        enabled: Ids of the opt-in rules that speak.
    """
    if node.files:  # which rules would read twice
        return None
    findings: RuleFindings = []
    containers: list[Any] = []
    is_text = isinstance(payload, TEXT)
    try:
        value, levels = _parsed(payload) if is_text else _as_json(payload, containers)
        if levels > FOLLOWED and is_too_deep(value, FOLLOWED):
            return None
        if not table_of(node, enabled).proves(value, findings):
            return None
        if is_text and duplicate_keys(payload, value):
            return None
        if findings and not is_each_once(containers):  # the place of what stands twice is not known by its identity
            return None
    except (JsonFault, NotPlain, RuleFault, RecursionError):  # told by the walk, in its order
        return None
    return Proved(value, findings)


def _parsed(text: str | bytes | bytearray) -> tuple[Any, int]:
    """Return the value of a JSON text, and an upper bound for its levels."""
    return parse_deep(text), brackets(text)


def _as_json(payload: Any, containers: list[Any]) -> tuple[Any, int]:
    """Return a Python value as JSON data, and an upper bound for its levels; add its containers to the list."""
    levels = levels_of(payload, containers)
    if levels is not None:
        return payload, levels
    containers.clear()
    return plain(payload), DEEPEST
