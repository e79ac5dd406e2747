"""Find the JSON Schemas in payloads, in functions and in response formats, and report their faults."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.problems import Finding
from presend.structured.functions import ROOT, function_faults
from presend.structured.meta_schema import schema_faults
from presend.structured.soundness import is_surely_sound
from presend.structured.strict import strict_faults

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from presend.problems import Path
    from presend.rule import Rule
    from presend.schema.subschemas import Schema
    from presend.structured.fault import Fault

BAD_FORMAT = "invalid_json_schema"  # the API's code for the schema of a response format
MOST = 8  # faults of one requirement that are told of a schema in a payload; more help nobody


def faults_of(schema: Schema, *, strict: bool, is_function: bool) -> Iterator[Fault]:
    """Yield all that is wrong with a schema where a function or a response format carries it."""
    if is_surely_sound(schema, strict=strict, is_function=is_function):
        return
    yield from schema_faults(schema)
    if is_function:
        yield from function_faults(schema)
    if strict:
        yield from strict_faults(schema)


class Place(NamedTuple):
    """A kind of place where payloads carry schemas.

    Attributes:
        rules: Requirement → the rule that tells of it; a requirement that is missing here is not asked.
        is_function: Whether a function carries the schema, else a response format.
        code: The API's error code.
    """

    rules: Mapping[str, Rule]
    is_function: bool = True
    code: str = "invalid_function_parameters"


def carried(  # noqa: PLR0913 - what is asked, and how it is told
    schema: Any, at: Path, place: Place, *, strict: bool, named: Path | None = None, most: int = MOST
) -> Iterator[Finding]:
    """Yield the findings of a schema that stands at `at`; nothing for what is no object.

    Args:
        schema: The schema.
        at: Path to it from the rule's target.
        place: What is asked of it there, and how that is told.
        strict: Whether the schema is sent with `strict: true`.
        named: Path to what the API names as `param`; `None` for the offending member itself.
        most: Faults of one requirement that are told.
    """
    if not isinstance(schema, dict):
        return
    told: Counter[str] = Counter()
    at_root: set[Path] = set()  # where the root of a function is told to be wrong; strict mode says it again
    for fault in faults_of(schema, strict=strict, is_function=place.is_function):
        rule = place.rules.get(fault.requirement)
        if rule is None or fault.path in at_root:
            continue
        if fault.requirement == ROOT:
            at_root.add(fault.path)
        told[fault.requirement] += 1
        if told[fault.requirement] <= most:
            yield Finding(fault.message, place.code, (*at, *fault.path), rule.id, rule.severity, named)
