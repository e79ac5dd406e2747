"""Convert payloads to JSON data: for a verdict (`read`), or to report every problem (`salvage`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from presend.checking.collector import DUPLICATE_KEY
from presend.problems import Finding, Problem, param_of, pointer_of
from presend.reading.duplicate_names import duplicate_keys
from presend.reading.json_data import DEEPEST, FOLLOWED, is_too_deep
from presend.reading.json_depth import is_deep, is_nested
from presend.reading.json_faults import JsonFault, depth_fault
from presend.reading.json_text import decoded, parse, parse_leniently
from presend.reading.python_values import plain

if TYPE_CHECKING:
    from presend.checking.collector import Report
    from presend.checking.payload_proof import Attempt
    from presend.problems import Path
    from presend.reading.json_tokens import Text
    from presend.schema.nodes import Node


def read(payload: Any, node: Node, *, form: bool = False) -> Any:
    """Return a payload as JSON data; files are kept as they are.

    Args:
        payload: The payload.
        node: The schema.
        form: Whether the payload is the fields of a form.

    Raises:
        JsonFault: The payload is text that is not JSON.
        NotPlain: The payload is an object with a part that JSON cannot express.
    """
    if isinstance(payload, str | bytes | bytearray):
        return parse(payload)
    return plain(_folded(node, payload) if form else payload, node.files)


def _folded(node: Node, payload: Any) -> Any:
    from presend.checking.forms import folded  # only forms need it

    return folded(node, payload) if isinstance(payload, Mapping) else payload


def salvage(
    payload: Any, node: Node, report: Report, attempt: Attempt | None
) -> tuple[Text | None, Any, list[tuple[Path, Problem]]]:
    """Return the text of a payload (if it is text), its value, and the problems of the text itself.

    Values that cannot be read become `UNREADABLE`, so that the rest is still checked.

    Args:
        payload: The payload.
        node: The schema.
        report: Takes the problems of single values.
        attempt: What came of the attempt to prove the payload valid, if it could be read for that.

    Raises:
        JsonFault: The text is not JSON.
        NotPlain: The payload is nested too deep.
    """
    faults: list[Finding] = []
    text_faults: list[tuple[Path, Problem]] = []
    text: Text | None = None
    if isinstance(payload, str | bytes | bytearray):
        text = payload  # bytes are not decoded, to save memory
        try:
            payload = parse(text) if attempt is None else _if_shallow(text, attempt)
        except JsonFault as fault:
            fault.__traceback__ = fault.__context__ = None  # they keep another copy of the text
            payload = parse_leniently(text, fault)
            text_faults.append((fault.path, fault_problem(fault)))
    elif report.form:
        payload = _folded(node, payload)
    value = plain(payload, node.files, faults) if text is None or text_faults else payload
    known = {path for path, _ in text_faults}
    for finding in faults:
        if finding.member not in known:
            report.add(finding, (), "", "json.not-json")
    for path in duplicate_keys(text, value) if text is not None and not text_faults else ():
        finding = Finding("The key {param} occurs more than once; only the last value counts.", severity="warning")
        report.add(finding, path, "", DUPLICATE_KEY)
    return text, value, text_faults


def _if_shallow(text: Text, attempt: Attempt) -> Any:
    """Return the value of a text that was parsed before."""
    if attempt.levels > DEEPEST and is_nested(text):
        raise depth_fault(decoded(text))
    return attempt.value


def fault_problem(fault: JsonFault) -> Problem:
    """Return a fault of JSON text as a problem."""
    return Problem(
        pointer=pointer_of(fault.path),
        param=param_of(fault.path),
        rule=fault.rule,
        severity="error",
        basis="schema",
        message=fault.message,
        code="invalid_json",
        source="",
        line=fault.line,
        column=fault.column,
    )


def typed_fields(node: Node, form: Any) -> Any:
    """Return the fields of a form with each text converted to the type that the schema declares."""
    from presend.checking.forms import from_text  # only forms need it

    return from_text(node, form) if isinstance(form, dict) else form


def exceeds_depth(node: Node, text: Text | None, value: Any, levels: int = DEEPEST) -> bool:
    """Return whether a payload is nested deeper than presend follows, where the schema itself sets no limit.

    Args:
        node: The schema.
        text: The payload's text, if it came as text.
        value: The payload as JSON data.
        levels: An upper bound for its levels, if one is known.
    """
    if levels <= FOLLOWED:
        return False
    is_so = is_too_deep(value, FOLLOWED) if text is None else is_deep(text, value, FOLLOWED)
    return is_so and node.holds_itself  # last, because it makes every node that the schema reaches
