"""Find every problem of a payload: try a proof of the whole payload first, then read it and walk it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.apply_rules import add_rule_findings
from presend.checking.collector import Report
from presend.checking.listing import listed_problems
from presend.checking.payload_proof import TEXT, prove_payload
from presend.checking.payloads import exceeds_depth, fault_problem, salvage, typed_fields
from presend.checking.walk import examine, examine_unproved
from presend.packs.rule_groups import ignored
from presend.problems import Finding, FoundProblems
from presend.reading.json_data import DEEPEST, FOLLOWED
from presend.reading.json_faults import JsonFault
from presend.reading.python_values import NotPlain

if TYPE_CHECKING:
    from collections.abc import Collection

    from presend.checking.payload_proof import Attempt
    from presend.packs.pack import Pack
    from presend.packs.switches import Switches
    from presend.problems import Path, Problem
    from presend.reading.json_tokens import Text
    from presend.schema.nodes import Node

    Faults = list[tuple[Path, Problem]]

TOO_DEEP = Finding(
    f"Expected at most {FOLLOWED} levels of nesting, got more than can be checked. Flatten the payload.",
    "invalid_json",
)
NO_PROBLEMS = FoundProblems()


def find_problems(  # noqa: PLR0913 - the switches of a validator
    pack: Pack,
    schema: str,
    payload: Any,
    switches: Switches,
    *,
    form: bool,
    most: int | None = None,
    softened: Collection[str] = (),
) -> FoundProblems:
    """Return the problems of a payload, listed or counted.

    Args:
        pack: The pack.
        schema: Name of the schema in the pack.
        payload: JSON text, JSON data, a model, or the fields of a form.
        switches: The switches of the check; the pack knows all rules that they name.
        form: Whether the payload is the fields of a form.
        most: How many problems of one rule are listed; further ones are counted. `None` lists all.
        softened: Ids of rules whose problems may count as less than errors.
    """
    node, enabled = pack.node(schema), frozenset(switches.enable)
    is_finite = pack.recursive is not None and schema not in pack.recursive
    attempt = None if form else prove_payload(node, payload, enabled, is_finite=is_finite)
    if attempt is not None and attempt.findings == []:
        return NO_PROBLEMS
    whole = frozenset((*switches.ignore, *softened))
    report = Report(
        pack.rules,
        enabled,
        switches.strict,
        schema in pack.responses,
        form,
        most=most,
        whole=whole,
        takes_unknown_below=node.takes_unknown_below,
    )
    if attempt is not None and attempt.findings is not None:
        add_rule_findings(attempt.findings, attempt.value, (), report)
        text = payload if isinstance(payload, TEXT) else None
        faults: Faults = []
    else:
        try:
            text, faults = _walk(node, payload, report, attempt)
        except JsonFault as fault:
            return FoundProblems((fault_problem(fault),))
        except NotPlain as fault:
            report.add(fault.finding, (), "", "json.not-json")
            return FoundProblems(tuple(problem for _, problem in report.found))
    if not (report.found or report.counted or faults):
        return NO_PROBLEMS
    return listed_problems(report, pack.rules, ignored(switches.ignore, pack.rules), text, faults)


def _walk(node: Node, payload: Any, report: Report, attempt: Attempt | None) -> tuple[Text | None, Faults]:
    """Read a payload that has no proof, and add its problems to `report`; return its text and the text's own faults.

    Raises:
        JsonFault: The text is not JSON.
        NotPlain: The payload is nested too deep.
    """
    text, value, faults = salvage(payload, node, report, attempt)
    if exceeds_depth(node, text, value, DEEPEST if attempt is None else attempt.levels):
        report.add(TOO_DEEP, (), "", "json.too-deep")
    else:
        try:
            if report.form:
                examine(node, typed_fields(node, value), (), report)
            else:
                examine_unproved(node, value, (), report)
        except RecursionError:  # the caller is already close to Python's limit
            report.add(TOO_DEEP, (), "", "json.too-deep")
    return text, faults
