"""A schema to its strict equivalent, node by node; each change is noted, and what cannot be said is a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.json_schemas.disjoint import are_disjoint, canonical, names_in, tag_of
from presend.json_schemas.merging import CannotMerge, merged
from presend.json_schemas.nodes import (
    ANNOTATIONS,
    TYPE_OF,
    at,
    names_beside,
    or_null,
    reference_to,
    says_something,
    tags_in,
    takes_null,
)
from presend.json_schemas.rewriting import Change, Unsayable, with_known_keys, without_unsupported
from presend.schema.subschemas import is_object, kinds_of, path_of, walk
from presend.schema.vocabulary import DEFINITIONS
from presend.structured.strict import definition_of, is_definition

if TYPE_CHECKING:
    from presend.problems import Path
    from presend.schema.subschemas import Schema

NO_TAGS: frozenset[str] = frozenset()
MOST_SCHEMAS = 20_000  # that come out, copies counted
ENDLESS = "A schema is part of itself by allOf, or by a $ref with keywords beside it, and has no end written out."
NULL_IS_ABSENT = "The property is required; null is its default."
NULL_STAYS = "The property is required, and can no longer be left out: null is a value of its own."


class Endless(Exception):  # noqa: N818 - told as a problem
    """Stop where a schema written out has no end."""


class Mender:
    """Mends one schema.

    Attributes:
        changes: What was changed, in the order of the source.
        unsayable: What cannot be said.
        added: Id of each mended object's properties → names of members to which null was added.
    """

    def __init__(self, root: Schema) -> None:
        self.root = root
        self.changes: list[Change] = []
        self.unsayable: list[Unsayable] = []
        self.added: dict[int, frozenset[str]] = {}
        self.definitions: dict[str, Any] = {}
        self.names: dict[Path, str] = {  # of definitions; those of $defs keep theirs
            ("$defs", name): name for name in (root["$defs"] if isinstance(root.get("$defs"), dict) else ())
        }
        self.tags = tags_in(root)
        self.left = MOST_SCHEMAS

    def mended(self) -> Schema:
        """Return the strict equivalent of the whole schema; what `unsayable` tells of is not."""
        path: Path = ()
        bare = {word: part for word, part in self.root.items() if word not in DEFINITIONS}
        found = at(bare["$ref"], self.root) if definition_of(bare.get("$ref"), self.root) is not None else None
        if found is not None and isinstance(found[0], dict) and not bare.keys() - {"$ref"} - ANNOTATIONS:
            definition, path = found
            self.changes.append(Change("root", ("$ref",), "The definition stands at the top level itself."))
            bare = {**definition, **{word: part for word, part in bare.items() if word != "$ref"}}
        if "$ref" in bare or "allOf" in bare:
            bare = self._merged(bare, path)
        if "object" not in kinds_of(bare) and not isinstance(bare.get("properties"), dict):
            text = "The top level of a strict schema is an object. Put this into a property of one, such as 'items'."
            self.unsayable.append(Unsayable((), text))
            return bare
        try:
            result = self.node(bare, path, self.tags.get(path, NO_TAGS))
        except (Endless, RecursionError):
            self.unsayable.append(Unsayable((), ENDLESS))
            return bare
        if result.get("type") != "object":
            self.changes.append(Change("narrower", ("type",), "The top level is an object, and nothing else."))
            result["type"] = "object"
        for name, definition in self.definitions.items():
            if name in names_beside(definition, self.definitions):
                text = f"The definition {name!r} is itself again, without an object or array between."
                self.unsayable.append(Unsayable(("$defs", name), text))
        return {**result, "$defs": self.definitions} if self.definitions else result

    def optional_in(self, result: Schema) -> dict[Path, frozenset[str]]:
        """Return the path of each object in what was mended → the names of its members to which null was added."""
        return {
            path_of(trail): names
            for node, trail in walk(result)
            if (names := self.added.get(id(node.get("properties"))))
        }

    def node(self, node: Any, path: Path, tags: frozenset[str] = NO_TAGS) -> Schema:
        """Return the strict equivalent of one schema; `tags` are properties that have to be there."""
        self.left -= 1
        if self.left < 0:
            raise Endless
        if isinstance(node, dict) and "$id" in node and path:
            text = "A schema with an $id of its own refers to other places than it seems. Leave the $id out."
            self.unsayable.append(Unsayable((*path, "$id"), text))
        if not isinstance(node, dict) or not says_something(node):
            text = "Strict mode does not allow any type. List the types, or take a string that holds JSON."
            self.unsayable.append(Unsayable(path, text))
            return {"type": "string"}
        return self._sound({word: part for word, part in node.items() if word not in DEFINITIONS}, path, tags)

    def _sound(self, node: Schema, path: Path, tags: frozenset[str]) -> Schema:
        node = self._merged(node, path)
        if "$ref" in node:
            return self._reference(node, path)
        node = without_unsupported(with_known_keys(node, path, self.changes), path, self.changes)
        word, tag = "anyOf", None
        if "oneOf" in node:
            word, tag = "oneOf", tag_of(node["oneOf"], self.root)
            node = self._one_of(node, path, is_tagged=tag is not None)
        if isinstance(node.get("anyOf"), list):
            if is_object(node) or "array" in kinds_of(node):
                text = f"Strict mode reads properties and items beside {word} otherwise. Put them into each branch."
                self.unsayable.append(Unsayable((*path, word), text))
            told = NO_TAGS if tag is None else frozenset((tag,))
            node["anyOf"] = [self.node(sub, (*path, word, index), told) for index, sub in enumerate(node["anyOf"])]
            return node
        node = self._typed(node, path)
        if is_object(node):
            self._object(node, path, tags)
        if "array" in kinds_of(node):
            self._array(node, path)
        return node

    def _merged(self, node: Schema, path: Path) -> Schema:
        """Merge what `allOf`, or a `$ref` with keywords beside it, says into one schema."""
        beside = node.keys() - {"$ref"} - ANNOTATIONS
        parts = node.get("allOf")
        if beside == {"allOf"} and "$ref" not in node and isinstance(parts, list) and _are_one_reference(parts):
            return {**parts[0], **{word: part for word, part in node.items() if word != "allOf"}}
        if "allOf" not in node and not ("$ref" in node and beside):
            return node
        try:
            result = merged(node, self.root)
        except CannotMerge as fault:
            self.unsayable.append(Unsayable(path, f"{fault} Write one schema that says it all."))
            return {"type": "string"}
        self.changes.append(Change("merged", path, "What allOf and references say together stands in one schema."))
        return self._merged(result, path)

    def _reference(self, node: Schema, path: Path) -> Schema:
        reference = node["$ref"]
        if reference != "#":
            reference = self._definition(reference, path)
        beside = {word: part for word, part in node.items() if word not in {"$ref", "discriminator"}}
        if not beside:
            return {"$ref": reference}
        self.changes.append(
            Change("ref-alone", path, "The $ref stands in an anyOf, and what was beside it beside that.")
        )
        return {"anyOf": [{"$ref": reference}], **beside}

    def _definition(self, reference: str, path: Path) -> str:
        """Return the reference to a definition at the top that says the same, which is mended too."""
        found = at(reference, self.root)
        if found is None:
            text = "The $ref points to no definition in this schema. Add it to $defs, and point there by its name."
            self.unsayable.append(Unsayable(path, text))
            return "#"
        name = self._name_of(found[1])
        if not is_definition(reference, self.root):
            self.changes.append(Change("ref-target", path, f"What the $ref points to is the definition {name!r} now."))
        elif reference.split("/")[1] != "$defs":
            self.changes.append(Change("definitions", path, "Definitions stand in $defs."))
        if name not in self.definitions:
            self.definitions[name] = None  # so that what holds itself ends
            self.definitions[name] = self.node(found[0], found[1], self.tags.get(found[1], NO_TAGS))
        return reference_to(name)

    def _name_of(self, path: Path) -> str:
        """Return the name of what stands at a path as a definition; no two have one."""
        if path not in self.names:
            name, number = str(path[-1]), 2
            while name in self.names.values():
                name, number = f"{path[-1]}{number}", number + 1
            self.names[path] = name
        return self.names[path]

    def _one_of(self, node: Schema, path: Path, *, is_tagged: bool) -> Schema:
        branches = node["oneOf"]
        if "anyOf" in node or not isinstance(branches, list):
            self.unsayable.append(Unsayable((*path, "oneOf"), "Strict mode has no oneOf. Write anyOf."))
            return {"type": "string"}
        pairs = ((one, other) for index, one in enumerate(branches) for other in branches[:index])
        if not (is_tagged or all(are_disjoint(one, other, self.root) for one, other in pairs)):
            text = "A value may fit two branches of the oneOf, so anyOf says more. Give each branch a const of its own."
            self.unsayable.append(Unsayable((*path, "oneOf"), text))
        self.changes.append(
            Change("one-of", (*path, "oneOf"), "oneOf became anyOf: no value fits two of its branches.")
        )
        return {"anyOf" if word == "oneOf" else word: part for word, part in node.items()}

    def _typed(self, node: Schema, path: Path) -> Schema:
        if "type" in node or "anyOf" in node:
            return node
        if isinstance(node.get("properties"), dict):
            self.changes.append(Change("narrower", path, "It is an object, and nothing else."))
            return {"type": "object", **node}
        values = [node["const"]] if "const" in node else node.get("enum")
        found = list(dict.fromkeys(TYPE_OF[type(value)] for value in values)) if isinstance(values, list) else []
        if not found:
            text = "It has no type. Say which types the values have."
            self.unsayable.append(Unsayable(path, text))
            return {"type": "string"}
        self.changes.append(Change("typed", path, "The type of the values is named."))
        return {"type": found[0] if len(found) == 1 else found, **node}

    def _object(self, node: Schema, path: Path, tags: frozenset[str]) -> None:
        members, closed = node.get("properties"), node.get("additionalProperties", True)
        if "patternProperties" in node or (not members and closed is not False and members != {}):
            text = "Strict mode has no maps. Use a list of objects with a key and a value each."
            self.unsayable.append(Unsayable(path, text))
            return
        members = members if isinstance(members, dict) else {}
        if closed is not False:
            text = "The object has no other properties."
            if "additionalProperties" in node:
                text = "The object has no other properties: strict mode cannot allow any that it does not list."
            self.changes.append(Change("narrower", (*path, "additionalProperties"), text))
        required = names_in(node)
        unknown = sorted(required - members.keys())
        if unknown and closed is False:
            self.unsayable.append(Unsayable((*path, "required"), "No value fits: a required property cannot be there."))
        for name in unknown:
            text = f"The property {name!r} is required and has no schema. Say in properties what it holds."
            self.unsayable.append(Unsayable((*path, "required"), text))
        added = set()
        mended = {}
        for name, sub in members.items():
            below = (*path, "properties", name)
            mended[name] = self.node(sub, below)
            if name in required:
                continue
            if name in tags:
                text = "The property is required: it tells the branches of a union apart."
                self.changes.append(Change("narrower", below, text))
            elif takes_null(sub, self.root):
                is_same = isinstance(sub, dict) and sub.get("default", name) is None
                self.changes.append(Change("required", below, NULL_IS_ABSENT if is_same else NULL_STAYS))
            else:
                self.changes.append(Change("optional", below, "The property is required, and may be null instead."))
                mended[name] = or_null(mended[name])
                added.add(name)
        node.update(properties=mended, required=[*mended], additionalProperties=False)
        self.added[id(mended)] = frozenset(added)

    def _array(self, node: Schema, path: Path) -> None:
        word = "prefixItems" if "prefixItems" in node else "items"
        positions = node.get(word)
        if isinstance(positions, list):
            rest = node.get("items" if word == "prefixItems" else "additionalItems", True)
            size = len(positions)
            is_fixed = rest is False or node.get("maxItems") == size
            if not positions or len(set(map(canonical, positions))) > 1 or not is_fixed:
                text = "Strict mode has no tuples. Use an object with a property for each position."
                self.unsayable.append(Unsayable((*path, word), text))
                return
            self.changes.append(
                Change("tuple", (*path, word), "All positions are alike, so items and maxItems say it.")
            )
            for one in ("prefixItems", "additionalItems"):
                node.pop(one, None)
            node["items"] = self.node(positions[0], (*path, word, 0))
            node["maxItems"] = min(size, node.get("maxItems", size))
        elif node.get("maxItems") == 0 and "items" not in node:
            self.changes.append(
                Change("typed", (*path, "items"), "The array is empty, so its items may be of any type.")
            )
            node["items"] = {"type": "null"}
        elif isinstance(node.get("items"), dict) and node["items"]:
            node["items"] = self.node(node["items"], (*path, "items"))
        else:
            text = "Strict mode asks what an array holds. Say it with items."
            self.unsayable.append(Unsayable(path, text))


def _are_one_reference(parts: list[Any]) -> bool:
    return len(parts) == 1 and isinstance(parts[0], dict) and not parts[0].keys() - {"$ref"} and "$ref" in parts[0]
