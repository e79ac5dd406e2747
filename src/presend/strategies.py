"""Hypothesis strategies that draw payloads from a pack's effective schemas (extra `hypothesis`).

- `payloads(target)`: payloads without an error;
- `invalid_payloads(target)`: a payload with one known error, with the rule that must report it and the pointer;
- `near_boundary(target)`: payloads with one limited value at, just inside or just outside its limit.

A pack may have a module `strategies` for the requirements of its rules. Its dictionary `DRAWS` maps `Schema` or
`Schema.member` to a function that takes the strategy made from the schema and returns a better one.
"""

from __future__ import annotations

import copy
import dataclasses
from typing import TYPE_CHECKING, Any

from hypothesis import assume
from hypothesis import strategies as st

from presend.api import check
from presend.drawing.entangled import is_entangled
from presend.drawing.faults import Defect, boundaries, faults, has_boundaries
from presend.drawing.values import Draws
from presend.packs.find import as_pack

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import BaseModel

    from presend.packs.pack import Pack


@dataclasses.dataclass(frozen=True, slots=True)
class Invalid:
    """A payload with one error.

    Attributes:
        payload: The payload.
        rule: Id of the rule that must report it.
        pointer: JSON Pointer of the problem.
    """

    payload: Any
    rule: str
    pointer: str


def payloads(target: str | type[BaseModel], *, pack: str | Pack | None = None) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of payloads of `target` without errors; they may have warnings.

    A payload may be a bare string if the schema allows one. presend takes a `str` for JSON text, so pass such a payload
    as JSON text. Files of forms are bytes, or the SDK's tuples of them.

    >>> from hypothesis import given
    >>> @given(payloads("CreateMessageRequest"))
    ... def test(payload):
    ...     assert payload["role"] in ("user", "assistant")
    >>> test()
    """
    found = as_pack(pack, target)
    return Draws(found).named(found.resolve(target))


def invalid_payloads(target: str | type[BaseModel], *, pack: str | Pack | None = None) -> st.SearchStrategy[Invalid]:
    """Return a strategy of payloads of `target` with exactly one error, and the rule and pointer of that error.

    >>> from hypothesis import given
    >>> import presend
    >>> @given(invalid_payloads("CreateMessageRequest"))
    ... def test(invalid):
    ...     problems = presend.check("CreateMessageRequest", invalid.payload)
    ...     error, = (problem for problem in problems if problem.severity == "error")
    ...     assert (error.rule, error.pointer) == (invalid.rule, invalid.pointer)
    >>> test()
    """
    found = as_pack(pack, target)
    schema = found.resolve(target)
    drawn = _with_change(found, schema, faults)
    if any(map(is_entangled, found.node(schema).reached)):
        return drawn.filter(lambda invalid: _is_alone(found, schema, invalid))
    return drawn


def near_boundary(
    target: str | type[BaseModel], *, pack: str | Pack | None = None
) -> st.SearchStrategy[dict[str, Any]]:
    """Return a strategy of payloads of `target` with one value at its limit, or one step inside or outside it.

    If the schema has no limits, the payloads have no errors. Limits above a million characters, or above 4,100 items or
    members, are left out.

    >>> from hypothesis import given
    >>> import presend
    >>> @given(near_boundary("Metadata"))
    ... def test(payload):
    ...     assert presend.is_valid("Metadata", payload) in (True, False)
    >>> test()
    """
    found = as_pack(pack, target)
    schema = found.resolve(target)
    if not has_boundaries(found.node(schema)):
        return Draws(found).named(schema)
    return _with_change(found, schema, boundaries).map(lambda invalid: invalid.payload)


def _with_change(pack: Pack, schema: str, changes: Callable[..., list[Defect]]) -> st.SearchStrategy[Invalid]:
    valid = Draws(pack).named(schema)
    node = pack.node(schema)

    @st.composite
    def changed(draw: st.DrawFn) -> Invalid:  # a closure: as arguments, hypothesis would write all of these out
        root = [copy.deepcopy(draw(valid))]
        possible = changes(node, root)
        assume(possible)
        # By kind first: otherwise the many members would drown the few tags, patterns and counts.
        kind = draw(st.sampled_from(sorted({fault.kind for fault in possible})))
        fault = draw(st.sampled_from([fault for fault in possible if fault.kind == kind]))
        fault.apply(draw)
        return Invalid(root[0], fault.rule, fault.pointer)

    return changed()


def _is_alone(pack: Pack, schema: str, invalid: Invalid) -> bool:
    """Say whether an error is the only one; keywords that compare several members may find more."""
    problems = check(schema, invalid.payload, pack=pack)
    errors = [(problem.rule, problem.pointer) for problem in problems if problem.severity == "error"]
    return errors == [(invalid.rule, invalid.pointer)]
