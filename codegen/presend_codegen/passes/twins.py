"""Tell apart the ways in which one schema is read: as what is sent, as what is returned, as it is written.

Decided 2026-11-30: lenience follows the direction and not the schema. A schema that requests and responses reach is
there twice: under its own name as requests have it, and as `NameReturned` as answers have it. What a schema excludes
or decides by (`not`, `if`, a `contains` with a most) is read as it is written, there and only there: `NameAsWritten`
where another way has the name. Twins that say the same as their originals are put together again.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.schema.subschemas import below, rebuilt
from presend.schema.vocabulary import DECIDING, SOURCE, deciding
from presend_codegen.canonical.spelling import free_name
from presend_codegen.schemas.closure import PREFIX, closure, ref_name, traffic
from presend_codegen.schemas.normalise import branches_of, resolve, transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from presend_codegen.schemas.closure import Operation
    from presend_codegen.source.load import Json, Object

    Ways = set[tuple[str, str]]  # name of a schema, way in which it is read
    Named = Callable[[str, str], str]

SENT, RETURNED, WRITTEN = "Sent", "Returned", "AsWritten"  # the ways; the names of twins end so
WAYS = (SENT, RETURNED, WRITTEN)  # the first of them that a schema is read in has its name
CODED = "base64"  # the value of a request's member by which numbers are asked for as text
LIMITS = "x-presend-limits"
LEVELS = 5  # of parts of a request in which that member is looked for


@dataclasses.dataclass(frozen=True, slots=True)
class Parted:
    """Schemas, each once for each way in which it is read.

    Attributes:
        schemas: The schemas, each after its twins.
        returned: Names of those that are read as what is returned.
        coded: Names of those in which arrays of numbers may come as base64, since the request can ask for that.
        twins: Name of each twin → name of its original.
    """

    schemas: Object
    returned: frozenset[str] = frozenset()
    coded: frozenset[str] = frozenset()
    twins: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def answered(self, rows: Iterable[Operation], schemas: Object) -> tuple[Operation, ...]:
        """Return operations with the names of their responses as what is returned, where `schemas` has such a one."""
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
    """Return the schemas of a tidied document, each once for each way in which it is read."""
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
    """Leave out the limits of rules, which speak of the original alone."""
    return {word: value for word, value in node.items() if word != LIMITS}


def _ways(schemas: Object, roots: Iterable[tuple[str, str]]) -> Ways:
    """Return each schema with the ways in which it is read; of those no operation reaches, what they exclude."""
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
    """Return a schema that is read in a way, with each reference to what it refers to as that is read there."""
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
    """Say whether a request has a member by which it may choose that numbers come as base64."""
    node = resolve(schema, schemas)
    parts = [part for word in ("allOf", "anyOf", "oneOf") for part in node.get(word, ())]
    members = [resolve(member, schemas) for member in node.get("properties", {}).values()]
    branches = [resolve(branch, schemas) for one in members for branch in branches_of(one)]
    listed = [one.get("enum", ()) for one in (*members, *branches)]
    return any(CODED in values and len(values) > 1 for values in listed) or (
        levels > 0 and any(_may_ask_for_text(part, schemas, levels - 1) for part in parts)
    )


def together(schemas: Object, twins: Mapping[str, str]) -> Object:
    """Return schemas without the twins that say the same as their originals, with all that both refer to."""
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
    """Return a schema with references to other names, and without the place that it stands at."""
    renamed = _renamed(schema, names)
    return {word: value for word, value in renamed.items() if word != SOURCE} if isinstance(renamed, dict) else renamed


def _has_choice(node: Json) -> bool:
    """Say whether a schema has a `oneOf`, which is at least one but where it is read as it is written."""
    return isinstance(node, dict) and ("oneOf" in node or any(_has_choice(sub) for _, sub in below(node, DECIDING)))
