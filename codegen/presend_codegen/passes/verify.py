"""Refuse keywords that presend cannot enforce, and warn about probable mistakes of the author.

This runs after the overlay, on the schemas that a pack takes. A keyword that passes is enforced exactly, or it is an
annotation. `allow_unsupported` turns a refusal (`UNSUPPORTED`) into a warning. A doubt is not an error in JSON Schema,
where an unknown keyword has no effect and an empty enum accepts nothing; but in our own built-in specs it is.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from presend.problems import escaped, pointer_of
from presend.schema.marks import SOURCE
from presend.schema.patterns import searcher
from presend.schema.subschemas import below
from presend.schema.vocabulary import DECIDING, ENFORCED, IN_PLACE, KEYWORDS, OF_KIND, OPENAPI_ONLY, UNSUPPORTED
from presend_codegen.schemas.closure import PREFIX, ref_name
from presend_codegen.source.load import Object, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterator
MOST_ASKED = 200  # schemas to search for one member, so that no spec takes long
MOST_IN_A_ROW = (
    50  # schemas that refer on to each other for one value; the longest chain in the five public specs has 5
)
MOST_IN_PLACE = 100_000  # schemas for one value; a union of 60 events, the largest known, has 200


def verify(schemas: Object, *, allow_unsupported: bool = False) -> list[str]:
    """Check every schema; return its doubts and, with `allow_unsupported`, the keywords that will not be enforced.

    Raises:
        SpecError: One is not a valid JSON Schema, or has a keyword that presend cannot enforce.
    """
    doubts: list[str] = []
    for name, schema in schemas.items():
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
            raise SpecError(f"{PREFIX}{name}: expected a schema name that is a Python identifier")
        # The place as its author knows it.
        for place, node, whole in _every(schema, schema.get(SOURCE, f"{PREFIX}{name}")):
            refused = list(_unsupported(node, place))
            if refused and not allow_unsupported:
                raise SpecError("\n".join(refused))
            _verify_node(node, place)
            doubts += [*refused, *_doubts(node, place), *_undeclared(node, place, whole, schemas)]
    _verify_no_circle(schemas)
    return doubts


def _every(schema: Any, place: str, whole: Any = None) -> Iterator[tuple[str, Object, Object]]:
    """Yield each schema with its place, and the outermost schema that applies to the same value."""
    if isinstance(schema, dict):
        yield place, schema, whole or schema
        for step, sub in below(schema, DECIDING):
            yield from _every(sub, place + pointer_of(step), (whole or schema) if step[0] in IN_PLACE else None)


def _unsupported(node: Object, place: str) -> Iterator[str]:
    for word in UNSUPPORTED:
        if word in node:
            yield f"{place}: presend does not enforce the keyword {word!r}"


def _doubts(node: Object, place: str) -> Iterator[str]:
    for word in node:
        if word not in KEYWORDS and word not in UNSUPPORTED and not word.startswith("x-"):
            near = difflib.get_close_matches(word, KEYWORDS, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            yield f"{place}: unknown keyword {word!r}, which nothing enforces{hint}"
    if "enum" in node and not node["enum"]:
        yield f"{place}/enum: expected at least one value"


def _undeclared(node: Object, place: str, whole: Object, schemas: Object) -> Iterator[str]:
    """Yield the members that an object requires although no schema for the same value declares them."""
    if node.get("type") == "object" and "properties" in node:
        for name in node.get("required", ()):
            if name not in node["properties"] and not _declares(whole, name, schemas):
                yield f"{place}/required: {name!r} is not among the properties"


def _declares(schema: Object, name: str, schemas: Object) -> bool:
    """Say whether a schema, or another for the same value, declares a member; if there are too many, assume so."""
    waiting: list[Any] = [schema]
    seen: set[str] = set()
    while waiting and len(seen) < MOST_ASKED:
        node = waiting.pop()
        if not isinstance(node, dict):
            continue
        if name in node.get("properties", ()):
            return True
        if "$ref" in node and (target := ref_name(node["$ref"])) not in seen:
            seen.add(target)
            waiting.append(schemas.get(target))
        waiting += [sub for step, sub in below(node, DECIDING) if step[0] in IN_PLACE]
    return bool(waiting)


def _verify_node(node: Object, place: str) -> None:
    plain = {word: node[word] for word in ENFORCED if word in node and word not in OPENAPI_ONLY}
    try:
        jsonschema_rs.meta.validate(plain)
    except jsonschema_rs.ValidationError as error:
        where = place + pointer_of(tuple(error.instance_path))
        told = ""
        if error.instance_path[:1] == ["type"]:  # the validator's own message only says that no branch accepts it
            told = f"expected one of {', '.join(OF_KIND)}, or a list of them, got {node['type']!r:.99}"
        elif error.instance_path == ["items"] and isinstance(node["items"], list):
            told = "expected one schema, got a list; JSON Schema 2020-12 calls that 'prefixItems'"
        raise SpecError(f"{where}: {told or error.message}") from None
    tag = node.get("discriminator", {"propertyName": ""})
    if not isinstance(tag, dict) or not isinstance(tag.get("propertyName"), str):
        raise SpecError(f"{place}/discriminator: expected a mapping with the name of a member as 'propertyName'")
    patterns = {"pattern": node["pattern"]} if "pattern" in node else {}
    patterns |= {f"patternProperties/{escaped(pattern)}": pattern for pattern in node.get("patternProperties", ())}
    for word, pattern in patterns.items():
        try:
            searcher(pattern)
        except ValueError as error:
            raise SpecError(f"{place}/{word}: {error}; write it in the syntax of ECMA 262") from None


def _verify_no_circle(schemas: Object) -> None:
    """Refuse a schema that refers to itself for the same value: checking it would never end."""
    done: dict[str, tuple[int, int]] = {}
    for name in schemas:
        _follow(name, (), schemas, done)


def _follow(name: str, trail: tuple[str, ...], schemas: Object, done: dict[str, tuple[int, int]]) -> tuple[int, int]:
    """Return how many schemas apply to one value, and the length of the longest chain of references.

    The first doubles with each schema of a chain that refers on twice. The second costs nested calls.
    """
    if name in trail:
        raise SpecError(f"{PREFIX}{name}: refers to itself and to nothing else")
    if name not in done:
        below = [_follow(target, (*trail, name), schemas, done) for target in _in_place(schemas[name])]
        done[name] = 1 + sum(many for many, _ in below), 1 + max((row for _, row in below), default=0)
        for found, most, what in zip(done[name], (MOST_IN_PLACE, MOST_IN_A_ROW), ("", " in a row"), strict=True):
            if found > most:
                raise SpecError(f"{PREFIX}{name}: expected at most {most:,} references{what} for one value, got more")
    return done[name]


def _in_place(schema: Any) -> Iterator[str]:
    """Yield the names of the schemas that apply to the same value as `schema`."""
    if not isinstance(schema, dict):
        return
    if "$ref" in schema:
        yield ref_name(schema["$ref"])
    for step, sub in below(schema, DECIDING):
        if step[0] in IN_PLACE:
            yield from _in_place(sub)
