"""Try to prove a whole payload valid before a report is prepared.

Decided 2026-12-01: a valid payload costs its parse, one proof, and little else. The parsed value and the findings of
rules are passed on. A payload without a proof is read and walked as usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from presend.checking.proofs import table_of
from presend.reading.duplicate_names import duplicate_keys, is_surely_whole
from presend.reading.json_depth import brackets
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse_deep
from presend.reading.python_values import FOLLOWED, NotPlain, is_too_deep, plain
from presend.rule import RuleFault

if TYPE_CHECKING:
    from presend.checking.rule_findings import Names, RuleFindings
    from presend.schema.nodes import Node

TEXT = (str, bytes, bytearray)


class Proved(NamedTuple):
    """A payload whose shape is valid, and the findings of rules about it."""

    value: Any
    findings: RuleFindings


def prove_payload(node: Node, payload: Any, enabled: Names) -> Proved | None:
    """Return the parsed payload and its rule findings if its shape can be proved valid, else `None`.

    Args:
        node: The schema.
        payload: JSON text, or an object with JSON data.
        enabled: Ids of the opt-in rules that apply.
    """
    if node.files:  # rules would read the files twice
        return None
    findings: RuleFindings = []
    is_text = isinstance(payload, TEXT)
    try:
        value = parse_deep(payload) if is_text else plain(payload, node.files)
        if (not is_text or brackets(payload) > FOLLOWED) and is_too_deep(value, FOLLOWED):
            return None
        if not table_of(node, enabled).proves(value, findings):
            return None
        if is_text and not is_surely_whole(payload, value) and duplicate_keys(payload):
            return None
    except (JsonFault, NotPlain, RuleFault, RecursionError):  # the walk reports these, in its order
        return None
    return Proved(value, findings)
