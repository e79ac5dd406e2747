"""Restore an answer to a strict schema: remove the nulls that stand for absent members of the source schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from presend.json_schemas.nodes import name_in
from presend.problems import pointer_of
from presend.structured.meta_schema import retrieve_nothing
from presend.structured.strict import definition_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.problems import Path
    from presend.schema.subschemas import Schema

ROOT = "urn:presend:strict"  # the schema's own id while its branches are tried


class Restorer:
    """Remove nulls from answers.

    Args:
        schema: The strict schema.
        optional: Path of an object in it → the members to which null was added.
    """

    def __init__(self, schema: Schema, optional: Mapping[Path, frozenset[str]]) -> None:
        self.schema = schema
        self.optional = optional
        self.validators: dict[Path, Any] = {}  # by the path of a branch, made when first needed

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "validators": {}}  # because validators can be neither copied nor pickled

    def restore(self, answer: Any) -> Any:
        """Return `answer`, changed in place, without the nulls of members that were optional."""
        waiting: list[tuple[Any, Any, Path]] = [(answer, self.schema, ())]
        while waiting:
            value, node, path = self._chosen(*waiting.pop())
            if isinstance(value, list) and isinstance(node.get("items"), dict):
                waiting.extend((item, node["items"], (*path, "items")) for item in value)
            members = node.get("properties")
            if isinstance(value, dict) and isinstance(members, dict):
                for name in self.optional.get(path, ()):
                    if name in value and value[name] is None:
                        del value[name]
                waiting.extend(
                    (sub, members[name], (*path, "properties", name)) for name, sub in value.items() if name in members
                )
        return answer

    def _chosen(self, value: Any, node: Any, path: Path) -> tuple[Any, Schema, Path]:
        """Return a value with the schema that applies to it; for a union, the branch that it fits."""
        while isinstance(node, dict) and ("$ref" in node or "anyOf" in node):
            if "$ref" in node:
                reference = node["$ref"]
                path = () if reference == "#" else ("$defs", name_in(reference))
                node = self.schema if reference == "#" else definition_of(reference, self.schema)
                continue
            branches = [(branch, (*path, "anyOf", index)) for index, branch in enumerate(node["anyOf"])]
            node, path = next((one for one in branches if len(branches) == 1 or self._fits(value, one[1])), ({}, path))
        return value, node if isinstance(node, dict) else {}, path

    def _fits(self, value: Any, path: Path) -> bool:
        if path not in self.validators:
            import jsonschema_rs  # only for unions

            whole = {**{word: part for word, part in self.schema.items() if word != "$schema"}, "$id": ROOT}
            branch = {"$ref": f"{ROOT}#{quote(pointer_of(path))}", "$defs": {"whole": whole}}
            self.validators[path] = jsonschema_rs.Draft202012Validator(branch, retriever=retrieve_nothing)
        return bool(self.validators[path].is_valid(value))
