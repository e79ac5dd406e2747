"""Read a schema as what an API answers: what answers are known to break is expected, and no longer asked for.

Decided 2026-11-22 and 2026-11-30. Expected (`x-presend-expected`) are members that are required, values that are
listed, values that are no null where none is named, and that no member is unknown. All else holds: types, limits, what
excludes or decides. Numbers may come as base64 where the request can ask for that.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING

from presend.schema.subschemas import rebuilt
from presend.schema.vocabulary import MEMBERS, PARTS, deciding
from presend_codegen.schemas.closure import ref_name
from presend_codegen.schemas.disjoint import kinds
from presend_codegen.schemas.normalise import EXPECTED, NULL, with_null

if TYPE_CHECKING:
    from collections.abc import Collection

    from presend_codegen.source.load import Json, Object

EXPECTABLE = ("required", "enum", "const", "dependentRequired")
ON_INFO = "x-presend-null-is-absent"  # of a document's `info`: the API answers null where it could leave a member out
NULL_IS_ABSENT = "null_is_absent"  # in operations.json: that this was said


def is_null_absent(document: Object) -> bool:
    """Say whether a document says that null and a missing member are one in what is answered."""
    info = document.get("info", {})
    return isinstance(info, dict) and info.get(ON_INFO) is True


@dataclasses.dataclass(frozen=True, slots=True)
class Lenience:
    """What is known of the answers of an API.

    Attributes:
        coded: Names of the schemas in which numbers may come as base64, since the request can ask for that.
        null_is_absent: Whether null and a missing member say the same, so that either will do where one is expected.
    """

    coded: Collection[str] = ()
    null_is_absent: bool = False

    def read(self, name: str, schema: Json, schemas: Object, *, is_open: bool) -> Json:
        """Return a schema as what is answered.

        Args:
            name: What it is called.
            schema: The schema, normalised.
            schemas: All schemas, as it refers to them.
            is_open: Whether objects may have members of any name. Where `unevaluatedProperties`, there or around them,
                has a say in what they are, they stay as they are.
        """
        return _Reader(schemas, name in self.coded, self.null_is_absent).read(schema, is_open=is_open)


@dataclasses.dataclass(frozen=True, slots=True)
class _Reader:
    schemas: Object
    is_coded: bool
    null_is_absent: bool

    def read(self, node: Json, *, is_open: bool, nullable: bool = False, is_told: bool = True) -> Json:
        """Return a schema as what is answered; with null, if it is no part of another, and whether that is told of."""
        if not isinstance(node, dict) or node == NULL:
            return node
        is_open = is_open and "unevaluatedProperties" not in node
        expected = {**node.get(EXPECTED, {}), **self._expected(node)}
        result = {word: value for word, value in self._below(node, is_open=is_open).items() if word not in expected}
        if is_open:
            result = _opened(result, expected)
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
        """Return a schema with its subschemas as what is answered; a part of the same value has no null of its own."""
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
    """Say whether null is surely legal."""
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


def _opened(node: Object, expected: Object) -> Object:
    """Return an object that may have members of any name; that it should not is added to what is expected."""
    if not ("object" in _types(node) or "properties" in node):
        return node
    if node.get("additionalProperties") is False:
        expected["additionalProperties"] = False
    return {**node, "additionalProperties": node.get("additionalProperties") or True}


def _types(node: Object) -> list[str]:
    types = node.get("type", [])
    return types if isinstance(types, list) else [types]
