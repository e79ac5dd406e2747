"""Make schemas of responses lenient: constraints that real responses break become expectations.

Decided 2026-11-22 and 2026-11-30. An expectation (`x-presend-expected`) causes a warning. The expectations are:

- a required member is there, and a member that another one requires;
- a value is one of those listed;
- null comes only where the schema allows it;
- no member comes that the schema excludes;
- numbers come as numbers, and as base64 only if the request can ask for it.

All other constraints hold: types, limits, and schemas under `not` and `if`.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING

from presend.schema.marks import EXPECTED
from presend.schema.subschemas import rebuilt
from presend.schema.vocabulary import MEMBERS, PARTS, deciding
from presend_codegen.schemas.closure import ref_name
from presend_codegen.schemas.disjoint import kinds
from presend_codegen.schemas.normalise import NULL, with_null

if TYPE_CHECKING:
    from collections.abc import Collection

    from presend_codegen.source.load import Json, Object

EXPECTABLE = ("required", "enum", "const", "dependentRequired")
ON_INFO = "x-presend-null-is-absent"  # in a document's `info`: the API sends null where it could leave a member out
NULL_IS_ABSENT = "null_is_absent"  # in operations.json: records that the document has this mark


def is_null_absent(document: Object) -> bool:
    """Say whether a document declares that null and a missing member mean the same in responses."""
    info = document.get("info", {})
    return isinstance(info, dict) and info.get(ON_INFO) is True


@dataclasses.dataclass(frozen=True, slots=True)
class Lenience:
    """What is known about the responses of an API.

    Attributes:
        coded: Names of the schemas in which numbers may come as base64, since the request can ask for it.
        null_is_absent: Whether null and a missing member mean the same, so that either is accepted for the other.
    """

    coded: Collection[str] = ()
    null_is_absent: bool = False

    def read(self, name: str, schema: Json, schemas: Object, *, is_open: bool) -> Json:
        """Return a schema as responses are read.

        Args:
            name: The name of the schema.
            schema: The schema, normalised.
            schemas: All schemas, for references.
            is_open: Whether objects may have members of any name. Objects stay closed where an `unevaluatedProperties`
                in or around them depends on their members.
        """
        return _Reader(schemas, name in self.coded, self.null_is_absent).read(schema, is_open=is_open)


@dataclasses.dataclass(frozen=True, slots=True)
class _Reader:
    schemas: Object
    is_coded: bool
    null_is_absent: bool

    def read(self, node: Json, *, is_open: bool, nullable: bool = False, is_told: bool = True) -> Json:
        """Return a schema as responses are read; `nullable` also allows null; with `is_told`, null causes a warning."""
        if not isinstance(node, dict) or node == NULL:
            return node
        is_open = is_open and "unevaluatedProperties" not in node
        expected = {**node.get(EXPECTED, {}), **self._expected(node)}
        result = {word: value for word, value in self._below(node, is_open=is_open).items() if word not in expected}
        if is_open:
            result = _with_open_members(result, expected)
        if self.is_coded and self._are_numbers(node):
            result |= {"type": [*_types(node), "string"], "contentEncoding": "base64"}
            expected["type"] = node["type"]
        whole = {**result, EXPECTED: expected} if expected else result
        wider = with_null(result)
        if not nullable or _takes_null(node, self.schemas):
            return whole
        told = {EXPECTED: {"nullable": False}} if is_told else {}
        if wider == {"anyOf": [result, NULL]}:
            return {"anyOf": [whole, dict(NULL)], **told}
        if is_told:
            expected["nullable"] = False
        return {**wider, EXPECTED: expected} if expected else wider

    def _expected(self, node: Object) -> Object:
        found: Object = {word: node[word] for word in EXPECTABLE if word in node}
        if self.null_is_absent and "required" in found:
            members = node.get("properties", {})
            found["required"] = [
                name for name in node["required"] if name not in members or not _takes_null(members[name], self.schemas)
            ]
        return found

    def _below(self, node: Object, *, is_open: bool) -> Object:
        """Make the subschemas lenient; members and items may be null, branches and parts get no null of their own."""
        inner = functools.partial(self.read, is_open=True)
        part = functools.partial(self.read, is_open=is_open)
        value = functools.partial(inner, nullable=True)
        result = rebuilt(node, value, deciding(MEMBERS))
        if self.null_is_absent:
            for name, member in node.get("properties", {}).items():
                is_told = name in node.get("required", ())
                result["properties"] = {**result["properties"], name: value(member, is_told=is_told)}
        alone = ["propertyNames", *([] if "maxContains" in node else ["contains"])]
        result = rebuilt(result, inner, deciding(alone))
        return rebuilt(result, part, deciding(PARTS))

    def _are_numbers(self, node: Object) -> bool:
        items = node.get("items")
        is_array = "array" in _types(node) and "string" not in _types(node)
        return is_array and isinstance(items, dict) and kinds(items, self.schemas) <= {"number", "null"}


def _takes_null(node: Json, schemas: Object, seen: tuple[str, ...] = ()) -> bool:
    """Say whether null is certainly valid."""
    if not isinstance(node, dict):
        return node is not False
    if {"not", "if"} & node.keys() or node.get("$ref") in seen:
        return False
    target = [schemas[ref_name(node["$ref"])]] if "$ref" in node else []
    inner = (*seen, node.get("$ref", ""))
    listed = ("null" in node.get("type", ["null"]), None in node.get("enum", [None]), node.get("const") is None)
    unions = (node.get(word, [True]) for word in ("anyOf", "oneOf"))
    return (
        all(listed)
        and all(_takes_null(part, schemas, inner) for part in (*target, *node.get("allOf", ())))
        and all(any(_takes_null(branch, schemas, inner) for branch in union) for union in unions)
    )


def _with_open_members(node: Object, expected: Object) -> Object:
    """Let an object have members of any name; if it was closed, an unknown member breaks an expectation."""
    if not ("object" in _types(node) or "properties" in node):
        return node
    if node.get("additionalProperties") is False:
        expected["additionalProperties"] = False
    return {**node, "additionalProperties": node.get("additionalProperties") or True}


def _types(node: Object) -> list[str]:
    types = node.get("type", [])
    return types if isinstance(types, list) else [types]
