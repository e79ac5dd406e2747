"""Try to prove a whole payload valid before a report is prepared.

Decided 2026-12-01: a valid payload costs its parse, one proof, and little else. The parsed value and the findings of
rules are passed on. A payload without a proof is read and walked as usual.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from presend.checking.proofs import table_of
from presend.checking.rule_findings import RuleFindings
from presend.reading.duplicate_names import duplicate_keys
from presend.reading.json_data import DEEPEST, FOLLOWED, is_each_once, is_too_deep, levels_of
from presend.reading.json_depth import brackets, is_deep
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse_deep
from presend.reading.python_values import NotPlain, plain
from presend.rule import RuleFault

if TYPE_CHECKING:
    from presend.checking.rule_findings import Names
    from presend.schema.nodes import Node

TEXT = (str, bytes, bytearray)


class Attempt(NamedTuple):
    """The result of the attempt to prove a payload valid.

    Attributes:
        value: The payload as JSON data.
        levels: An upper bound for its levels of objects and arrays.
        findings: What rules found; `None` if there is no proof.
    """

    value: Any
    levels: int
    findings: RuleFindings | None


def prove_payload(node: Node, payload: Any, enabled: Names, *, is_finite: bool = False) -> Attempt | None:
    """Try to prove that the shape of a payload is valid; return `None` if the payload cannot be read as it is.

    Args:
        node: The schema.
        payload: JSON text, or Python values.
        enabled: Ids of the opt-in rules that apply.
        is_finite: Whether the schema limits how deep its values are nested. Then the brackets of a text are counted
            only if the proof meets a part whose depth no schema limits.
    """
    if node.files:  # rules would read the files twice
        return None
    containers: list[Any] = []
    is_text = isinstance(payload, TEXT)
    try:
        value, levels = _parsed(payload, is_finite=is_finite) if is_text else _as_json(payload, containers)
    except (JsonFault, NotPlain):
        return None
    findings = RuleFindings()
    try:
        is_proved = (
            (levels <= FOLLOWED or not is_too_deep(value, FOLLOWED))
            and table_of(node, enabled).proves(value, findings)
            and not (is_text and is_finite and findings.have_free_parts and is_deep(payload, value, FOLLOWED))
            and not (is_text and duplicate_keys(payload, value))
            and not (findings and not is_each_once(containers))  # a finding's place is found by identity
        )
    except (RuleFault, RecursionError):  # the walk reports these, in its order
        is_proved = False
    if is_proved:
        return Attempt(value, levels, findings)
    return Attempt(value, brackets(payload) if is_text else levels, None)


def _parsed(text: str | bytes | bytearray, *, is_finite: bool) -> tuple[Any, int]:
    """Return the value of a JSON text, and an upper bound for its levels; none is needed for a finite schema."""
    return parse_deep(text), 0 if is_finite else brackets(text)  # to count takes as long as a third of parsing


def _as_json(payload: Any, containers: list[Any]) -> tuple[Any, int]:
    """Return a Python value as JSON data, and an upper bound for its levels; add its containers to the list."""
    levels = levels_of(payload, containers)
    if levels is not None:
        return payload, levels
    containers.clear()
    return plain(payload), DEEPEST
