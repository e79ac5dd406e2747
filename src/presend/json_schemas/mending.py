"""Turn a schema into its strict equivalent, node by node, and note each change and each unsupported part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.json_schemas.disjoint import tag_of
from presend.json_schemas.mending_keywords import with_any_of, with_type
from presend.json_schemas.mending_members import mend_array, mend_object
from presend.json_schemas.merging import CannotMerge, merged
from presend.json_schemas.nodes import (
    ANNOTATIONS,
    at,
    names_beside,
    reference_to,
    says_something,
    tags_in,
)
from presend.json_schemas.notes import Notes
from presend.json_schemas.rewriting import with_known_keys, without_unsupported
from presend.schema.subschemas import is_object, kinds_of, path_of, walk
from presend.schema.vocabulary import DEFINITIONS
from presend.structured.strict import definition_of, is_definition

if TYPE_CHECKING:
    from presend.problems import Path
    from presend.schema.subschemas import Schema

NO_TAGS: frozenset[str] = frozenset()
MOST_SCHEMAS = 20_000  # most schemas in a result, counting copies
ENDLESS = (
    "A schema contains itself through allOf, or through a $ref with keywords beside it, so it cannot be written out."
)


class Endless(Exception):  # reported as a problem
    """Error for a schema that would be endless if it were written out."""


class Mender:
    """Mend one schema.

    Attributes:
        notes: The changes and the unsupported parts.
        added: Id of each mended object's properties → names of members to which null was added.
    """

    def __init__(self, root: Schema) -> None:
        self.root = root
        self.notes = Notes()
        self.added: dict[int, frozenset[str]] = {}
        self.definitions: dict[str, Any] = {}
        self.names: dict[Path, str] = {  # names of definitions; those of $defs do not change
            ("$defs", name): name for name in (root["$defs"] if isinstance(root.get("$defs"), dict) else ())
        }
        self.tags = tags_in(root)
        self.left = MOST_SCHEMAS

    def mended(self) -> Schema:
        """Return the strict equivalent of the whole schema, except for the parts in `notes.unsayable`."""
        path: Path = ()
        bare = {word: part for word, part in self.root.items() if word not in DEFINITIONS}
        found = at(bare["$ref"], self.root) if definition_of(bare.get("$ref"), self.root) is not None else None
        if found is not None and isinstance(found[0], dict) and not bare.keys() - {"$ref"} - ANNOTATIONS:
            definition, path = found
            self.notes.change("root", ("$ref",), "The definition was moved to the top level.")
            bare = {**definition, **{word: part for word, part in bare.items() if word != "$ref"}}
        if "$ref" in bare or "allOf" in bare:
            bare = self._merged(bare, path)
        if "object" not in kinds_of(bare) and not isinstance(bare.get("properties"), dict):
            text = (
                "The top level of a strict schema must be an object. Put this schema into a property, such as 'items'."
            )
            self.notes.leave((), text)
            return bare
        try:
            result = self.node(bare, path, self.tags.get(path, NO_TAGS))
        except (Endless, RecursionError):
            self.notes.leave((), ENDLESS)
            return bare
        if result.get("type") != "object":
            self.notes.change("narrower", ("type",), "The top level now allows only objects.")
            result["type"] = "object"
        for name, definition in self.definitions.items():
            if name in names_beside(definition, self.definitions):
                text = f"The definition {name!r} refers to itself without an object or array in between."
                self.notes.leave(("$defs", name), text)
        return {**result, "$defs": self.definitions} if self.definitions else result

    def optional_in(self, result: Schema) -> dict[Path, frozenset[str]]:
        """Return the path of each object in the result → the names of its members to which null was added."""
        return {
            path_of(trail): names
            for node, trail in walk(result)
            if (names := self.added.get(id(node.get("properties"))))
        }

    def node(self, node: Any, path: Path, tags: frozenset[str] = NO_TAGS) -> Schema:
        """Return the strict equivalent of one schema; `tags` are properties that must be required."""
        self.left -= 1
        if self.left < 0:
            raise Endless
        if isinstance(node, dict) and "$id" in node and path:
            text = "An $id changes the targets of references. Remove the $id."
            self.notes.leave((*path, "$id"), text)
        if not isinstance(node, dict) or not says_something(node):
            text = "Strict mode does not allow values of any type. List the types, or use a string that holds JSON."
            self.notes.leave(path, text)
            return {"type": "string"}
        return self._sound({word: part for word, part in node.items() if word not in DEFINITIONS}, path, tags)

    def _sound(self, node: Schema, path: Path, tags: frozenset[str]) -> Schema:
        node = self._merged(node, path)
        if "$ref" in node:
            return self._reference(node, path)
        node = without_unsupported(with_known_keys(node, path, self.notes.changes), path, self.notes.changes)
        word, tag = "anyOf", None
        if "oneOf" in node:
            word, tag = "oneOf", tag_of(node["oneOf"], self.root)
            node = with_any_of(node, path, self.notes, self.root, is_tagged=tag is not None)
        if isinstance(node.get("anyOf"), list):
            if is_object(node) or "array" in kinds_of(node):
                text = (
                    f"Strict mode reads properties and items beside {word} in another way. Put them into each branch."
                )
                self.notes.leave((*path, word), text)
            told = NO_TAGS if tag is None else frozenset((tag,))
            node["anyOf"] = [self.node(sub, (*path, word, index), told) for index, sub in enumerate(node["anyOf"])]
            return node
        node = with_type(node, path, self.notes)
        if is_object(node):
            added = mend_object(node, path, tags, self.node, self.notes, self.root)
            if added is not None:
                self.added[id(node["properties"])] = added
        if "array" in kinds_of(node):
            mend_array(node, path, self.node, self.notes)
        return node

    def _merged(self, node: Schema, path: Path) -> Schema:
        """Merge `allOf`, or a `$ref` with keywords beside it, into one schema."""
        beside = node.keys() - {"$ref"} - ANNOTATIONS
        parts = node.get("allOf")
        if beside == {"allOf"} and "$ref" not in node and isinstance(parts, list) and _are_one_reference(parts):
            return {**parts[0], **{word: part for word, part in node.items() if word != "allOf"}}
        if "allOf" not in node and not ("$ref" in node and beside):
            return node
        try:
            result = merged(node, self.root)
        except CannotMerge as fault:
            self.notes.leave(path, f"{fault} Write one schema with all the requirements.")
            return {"type": "string"}
        self.notes.change("merged", path, "allOf and references were merged into one schema.")
        return self._merged(result, path)

    def _reference(self, node: Schema, path: Path) -> Schema:
        reference = node["$ref"]
        if reference != "#":
            reference = self._definition(reference, path)
        beside = {word: part for word, part in node.items() if word not in {"$ref", "discriminator"}}
        if not beside:
            return {"$ref": reference}
        self.notes.change(
            "ref-alone",
            path,
            "The $ref was moved into an anyOf, and the keywords beside it now stand beside the anyOf.",
        )
        return {"anyOf": [{"$ref": reference}], **beside}

    def _definition(self, reference: str, path: Path) -> str:
        """Mend the target of a reference as a definition, and return a reference to it."""
        found = at(reference, self.root)
        if found is None:
            text = (
                "The $ref points to no definition in this schema. Add the definition to $defs, and refer to it by name."
            )
            self.notes.leave(path, text)
            return "#"
        name = self._name_of(found[1])
        if not is_definition(reference, self.root):
            self.notes.change("ref-target", path, f"The target of the $ref is now the definition {name!r}.")
        elif reference.split("/")[1] != "$defs":
            self.notes.change("definitions", path, "The definitions were moved to $defs.")
        if name not in self.definitions:
            self.definitions[name] = None  # so that recursion ends
            self.definitions[name] = self.node(found[0], found[1], self.tags.get(found[1], NO_TAGS))
        return reference_to(name)

    def _name_of(self, path: Path) -> str:
        """Return a unique name for the definition made of the schema at a path."""
        if path not in self.names:
            name, number = str(path[-1]), 2
            while name in self.names.values():
                name, number = f"{path[-1]}{number}", number + 1
            self.names[path] = name
        return self.names[path]


def _are_one_reference(parts: list[Any]) -> bool:
    return len(parts) == 1 and isinstance(parts[0], dict) and not parts[0].keys() - {"$ref"} and "$ref" in parts[0]
