"""Places of JSON Schemas in payloads, functions and response formats, and the rules there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.problems import Finding
from presend.structured.functions import ROOT, function_faults
from presend.structured.meta_schema import schema_faults
from presend.structured.soundness import is_proven_sound
from presend.structured.strict import strict_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from presend.problems import Path
    from presend.rule import Rule
    from presend.schema.subschemas import Schema
    from presend.structured.fault import Fault

BAD_FORMAT = "invalid_json_schema"  # the API's code for the schema of a response format
MOST = 8  # most faults of one requirement to report for a schema in a payload


def faults_of(schema: Schema, *, strict: bool, is_function: bool) -> Iterator[Fault]:
    """Yield every fault of a schema in a function or a response format."""
    if is_proven_sound(schema, strict=strict, is_function=is_function):
        return
    yield from schema_faults(schema)
    if is_function:
        yield from function_faults(schema)
    if strict:
        yield from strict_faults(schema)


class Place(NamedTuple):
    """A kind of place where payloads carry schemas.

    Attributes:
        rules: Requirement → the rule that reports it. Other requirements are not checked.
        is_function: Whether it is the schema of a function; otherwise of a response format.
        code: The API's error code.
    """

    rules: Mapping[str, Rule]
    is_function: bool = True
    code: str = "invalid_function_parameters"


def carried(  # noqa: PLR0913 - what is asked, and how it is told
    schema: Any, at: Path, place: Place, *, strict: bool, named: Path | None = None, most: int = MOST
) -> Iterator[Finding]:
    """Yield the findings of the schema at `at`; none if it is not an object.

    Args:
        schema: The schema.
        at: Path to it from the rule's target.
        place: The rules for schemas at such a place.
        strict: Whether the schema is sent with `strict: true`.
        named: Path of the member that the API names as `param`; `None` for the wrong member itself.
        most: Most faults of one requirement to report.
    """
    if not isinstance(schema, dict):
        return
    told: Counter[str] = Counter()
    at_root: set[Path] = set()  # faults of a function's root, which strict mode would report again
    for fault in faults_of(schema, strict=strict, is_function=place.is_function):
        rule = place.rules.get(fault.requirement)
        if rule is None or fault.path in at_root:
            continue
        if fault.requirement == ROOT:
            at_root.add(fault.path)
        told[fault.requirement] += 1
        if told[fault.requirement] <= most:
            yield Finding(fault.message, place.code, (*at, *fault.path), rule.id, rule.severity, named)
