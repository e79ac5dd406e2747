"""Copy schemas that are read in several ways: as requests, as responses, and as they are written.

Decided 2026-11-30: lenience depends on the direction and not on the schema. So a schema that both requests and
responses use exists twice: for requests under its own name, for responses as `NameReturned`. Schemas under `not`, `if`
and `maxContains` are read exactly as they are written, and only there; if another reading has the name, this one is
called `NameAsWritten`. Twins that turn out equal to their originals are merged again.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.schema.marks import LIMITS, SOURCE
from presend.schema.subschemas import below, rebuilt
from presend.schema.vocabulary import DECIDING, deciding
from presend_codegen.canonical.spelling import free_name
from presend_codegen.schemas.closure import PREFIX, closure, ref_name, traffic
from presend_codegen.schemas.normalise import branches_of, resolve, transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from presend_codegen.schemas.closure import Operation
    from presend_codegen.source.load import Json, Object

    Ways = set[tuple[str, str]]  # name of a schema, the way to read it
    Named = Callable[[str, str], str]

SENT, RETURNED, WRITTEN = "Sent", "Returned", "AsWritten"  # the ways to read a schema, and the suffixes of twins
WAYS = (SENT, RETURNED, WRITTEN)  # the first of these that applies keeps the name
CODED = "base64"  # the value of a request's member that asks for numbers as text
LEVELS = 5  # how deep to search a request for that member


@dataclasses.dataclass(frozen=True, slots=True)
class Parted:
    """Schemas, with a copy for each way to read them.

    Attributes:
        schemas: The schemas, each after its twins.
        returned: Names of those that are read as responses.
        coded: Names of those in which arrays of numbers may come as base64, since the request can ask for it.
        twins: Name of each twin → name of its original.
    """

    schemas: Object
    returned: frozenset[str] = frozenset()
    coded: frozenset[str] = frozenset()
    twins: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def answered(self, rows: Iterable[Operation], schemas: Object) -> tuple[Operation, ...]:
        """Return operations whose responses have the names of their twins, if `schemas` has the twin."""
        names = {self.twins[twin]: twin for twin in self.returned & self.twins.keys() & schemas.keys()}

        def named(row: Operation) -> Operation:
            responses = {
                status: {kind: names.get(name, name) for kind, name in media.items()}
                for status, media in row.responses.items()
            }
            response = row.response and names.get(row.response, row.response)
            return dataclasses.replace(row, response=response, responses=responses)

        return tuple(map(named, rows))


def parted(document: Object, schemas: Object) -> Parted:
    """Return the schemas of a tidied document, with a copy for each way to read them."""
    operations = traffic(document, schemas)
    ways = _ways(
        schemas,
        [
            *((name, SENT) for one in operations for name in one.sent),
            *((name, RETURNED) for one in operations for name in one.returned),
        ],
    )
    names: dict[tuple[str, str], str] = {}
    result: Object = {}
    taken = {*schemas}
    for name in schemas:
        main, *others = [way for way in WAYS if (name, way) in ways] or [SENT]
        names |= {(name, way): free_name(f"{name}{way}", taken, f"{PREFIX}{name}/{way}") for way in others}
        names[name, main] = name
    for (name, way), own in names.items():
        body = _redirected(schemas[name], way, lambda target, to: names.get((target, to), target))
        is_twin = own != name and isinstance(body, dict)
        result[own] = {SOURCE: f"{PREFIX}{name}", **transform(body, _without_limits)} if is_twin else body
    asking = (one for one in operations if any(_may_ask_for_text(schemas[name], schemas) for name in one.sent))
    coded = closure(result, [names[name, RETURNED] for one in asking for name in one.successful])
    returned = frozenset(own for (_, way), own in names.items() if way == RETURNED)
    twins = {own: name for (name, _), own in names.items() if own != name}
    return Parted(result, returned, returned & coded.keys(), twins)


def _without_limits(node: Object) -> Object:
    """Remove the marks of rules, whose targets are only in the original."""
    return {word: value for word, value in node.items() if word != LIMITS}


def _ways(schemas: Object, roots: Iterable[tuple[str, str]]) -> Ways:
    """Return each schema with the ways to read it; also what unused schemas have under `not`, `if` and the like."""
    found: Ways = set()
    reached: list[tuple[str, str]] = []

    def note(name: str, way: str) -> str:
        reached.append((name, way))
        return name

    for schema in schemas.values():
        _redirected(schema, SENT, note)
    waiting = [*roots, *((name, way) for name, way in reached if way == WRITTEN)]
    while waiting:
        name, way = waiting.pop()
        if (name, way) not in found:
            found.add((name, way))
            reached.clear()
            _redirected(schemas[name], way, note)
            waiting += reached
    return found


def _redirected(node: Json, way: str, named: Named) -> Json:
    """Make each reference in a schema point at the twin for this way of reading."""
    if not isinstance(node, dict):
        return node
    excluding = {"not", "if", *(["contains"] if "maxContains" in node else [])} & node.keys()
    asking = deciding(node.keys() - excluding)
    result = rebuilt(node, lambda sub: _redirected(sub, way, named), asking)
    result = rebuilt(result, lambda sub: _redirected(sub, WRITTEN, named), deciding(excluding))
    if "$ref" in node:
        result["$ref"] = PREFIX + named(ref_name(node["$ref"]), way)
    return result


def _may_ask_for_text(schema: Json, schemas: Object, levels: int = LEVELS) -> bool:
    """Say whether a request has a member that can ask for numbers as base64."""
    node = resolve(schema, schemas)
    parts = [part for word in ("allOf", "anyOf", "oneOf") for part in node.get(word, ())]
    members = [resolve(member, schemas) for member in node.get("properties", {}).values()]
    branches = [resolve(branch, schemas) for one in members for branch in branches_of(one)]
    listed = [one.get("enum", ()) for one in (*members, *branches)]
    return any(CODED in values and len(values) > 1 for values in listed) or (
        levels > 0 and any(_may_ask_for_text(part, schemas, levels - 1) for part in parts)
    )


def together(schemas: Object, twins: Mapping[str, str]) -> Object:
    """Merge twins that are equal to their originals, including all that both refer to."""
    kept = {twin for twin, name in twins.items() if twin == name + WRITTEN and _has_choice(schemas[twin])}
    before = -1
    while len(kept) > before:
        before = len(kept)
        same = {twin: name for twin, name in twins.items() if twin not in kept}
        bodies = {name: _said(schemas[name], same) for name in {*same, *same.values()}}
        kept |= {twin for twin, name in same.items() if bodies[twin] != bodies[name]}
    same = {twin: name for twin, name in twins.items() if twin not in kept}
    order: dict[str, list[str]] = {name: [] for name in schemas if name not in twins}
    for twin in twins:
        order[twins[twin]] += [twin] if twin in kept else []
    return {name: _renamed(schemas[name], same) for last, first in order.items() for name in (*first, last)}


def _renamed(schema: Json, names: Mapping[str, str]) -> Json:
    return _redirected(schema, "", lambda target, _: names.get(target, target))


def _said(schema: Json, names: Mapping[str, str]) -> Json:
    """Return a schema with renamed references, and without its place in the spec."""
    renamed = _renamed(schema, names)
    return {word: value for word, value in renamed.items() if word != SOURCE} if isinstance(renamed, dict) else renamed


def _has_choice(node: Json) -> bool:
    """Say whether a schema has a `oneOf`; only a schema read as written takes it as exactly one."""
    return isinstance(node, dict) and ("oneOf" in node or any(_has_choice(sub) for _, sub in below(node, DECIDING)))
