"""A schema to its strict equivalent, node by node; each change is noted, and what cannot be said is a fault."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.json_schemas.disjoint import are_disjoint
from presend.json_schemas.merging import CannotMerge, merged
from presend.json_schemas.nodes import (
    ANNOTATIONS,
    TYPE_OF,
    at,
    name_in,
    names_beside,
    or_null,
    required_of,
    says_something,
    shown,
    takes_null,
)
from presend.problems import escaped
from presend.structured.strict import FORMATS, UNSUPPORTED, definition_of, is_definition, looks_around
from presend.structured.subschemas import DEFINITIONS, is_object, kinds_of, path_of, walk

if TYPE_CHECKING:
    from presend.problems import Path
    from presend.structured.subschemas import Schema

MOVABLE = UNSUPPORTED - {"allOf", "patternProperties", "additionalItems"}  # what a description can say in its place
WIDER = "wider"  # the change after which more values fit than before


class Change(NamedTuple):
    """What was changed: the kind, where in the source, and a sentence."""

    kind: str
    path: Path
    message: str


class Unsayable(NamedTuple):
    """What strict mode cannot say: where in the source, what, and a way out."""

    path: Path
    message: str


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

    def mended(self) -> Schema:
        """Return the strict equivalent of the whole schema; what `unsayable` tells of is not."""
        root = self.root
        path: Path = ()
        found = at(root["$ref"], root) if definition_of(root.get("$ref"), root) is not None else None
        if found is not None:
            definition, path = found
            self.changes.append(Change("root", ("$ref",), "The definition stands at the top level itself."))
            beside = {word: part for word, part in root.items() if word != "$ref" and word not in DEFINITIONS}
            root = {**copy.deepcopy(definition), **beside}
        bare = {word: part for word, part in root.items() if word not in DEFINITIONS}
        if "object" not in kinds_of(bare) and not isinstance(bare.get("properties"), dict):
            text = "The top level of a strict schema is an object. Put this into a property of one, such as 'items'."
            self.unsayable.append(Unsayable((), text))
            return bare
        result = self.node(bare, path)
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

    def node(self, node: Any, path: Path) -> Schema:
        """Return the strict equivalent of one schema."""
        if not isinstance(node, dict) or not says_something(node):
            text = "Strict mode has no value of any type. List the types, or take a string that holds JSON."
            self.unsayable.append(Unsayable(path, text))
            return {"type": "string"}
        return self._sound({word: part for word, part in node.items() if word not in DEFINITIONS}, path)

    def _sound(self, node: Schema, path: Path) -> Schema:
        node = self._merged(node, path)
        if "$ref" in node:
            return self._reference(node, path)
        node = self._without_unsupported(node, path)
        if "oneOf" in node:
            node = self._one_of(node, path)
        if isinstance(node.get("anyOf"), list):
            node["anyOf"] = [self.node(sub, (*path, "anyOf", index)) for index, sub in enumerate(node["anyOf"])]
            if not is_object(node) and "array" not in kinds_of(node):
                return node
        node = self._typed(node, path)
        if is_object(node):
            self._object(node, path)
        if "array" in kinds_of(node):
            self._array(node, path)
        return node

    def _merged(self, node: Schema, path: Path) -> Schema:
        """Merge what `allOf`, or a `$ref` with keywords beside it, says into one schema."""
        beside = node.keys() - {"$ref"} - ANNOTATIONS
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
        name = name_in(reference)
        if found is None:
            text = f"There is nothing where the $ref points to. Add the definition {name!r} to $defs."
            self.unsayable.append(Unsayable(path, text))
            return "#"
        if not is_definition(reference, self.root):
            self.changes.append(Change("ref-target", path, f"What the $ref points to is the definition {name!r} now."))
        elif reference.split("/")[1] != "$defs":
            self.changes.append(Change("definitions", path, "Definitions stand in $defs."))
        if name not in self.definitions:
            self.definitions[name] = None  # so that what holds itself ends
            self.definitions[name] = self.node(found[0], found[1])
        return f"#/$defs/{escaped(name)}"

    def _without_unsupported(self, node: Schema, path: Path) -> Schema:
        """Move what strict mode does not support into the description."""
        moved: dict[str, Any] = {word: node[word] for word in sorted(MOVABLE & node.keys())}
        if node.get("uniqueItems") is False:
            del moved["uniqueItems"]
        if isinstance(node.get("format"), str) and node["format"] not in FORMATS:
            moved["format"] = node["format"]
        if looks_around(node.get("pattern")):
            moved["pattern"] = node["pattern"]
        if "propertyNames" in node:
            moved["propertyNames"] = node["propertyNames"]
        dropped = moved.keys() | ({"uniqueItems"} if node.get("uniqueItems") is False else set())
        kept = {word: part for word, part in node.items() if word not in dropped and word != "discriminator"}
        if moved:
            said = ", ".join(f"{word}: {shown(part)}" for word, part in moved.items())
            kept["description"] = f"{kept['description']} ({said})" if kept.get("description") else said
            for word in moved:
                text = f"{word} stands in the description: strict mode does not hold values to it."
                self.changes.append(Change(WIDER, (*path, word), text))
        return kept

    def _one_of(self, node: Schema, path: Path) -> Schema:
        branches = node["oneOf"]
        if "anyOf" in node or not isinstance(branches, list):
            self.unsayable.append(Unsayable((*path, "oneOf"), "Strict mode has no oneOf. Write anyOf."))
            return {"type": "string"}
        pairs = ((one, other) for index, one in enumerate(branches) for other in branches[:index])
        if not all(are_disjoint(one, other, self.root) for one, other in pairs):
            text = "A value may fit two branches of the oneOf, so anyOf says more. Give each branch a const of its own."
            self.unsayable.append(Unsayable((*path, "oneOf"), text))
        self.changes.append(Change("one-of", (*path, "oneOf"), "oneOf is anyOf: no value fits two of its branches."))
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

    def _object(self, node: Schema, path: Path) -> None:
        members, closed = node.get("properties"), node.get("additionalProperties", True)
        if "patternProperties" in node or (not members and closed is not False and not (members == {} and not path)):
            text = "Strict mode has no maps. Use a list of objects with a key and a value each."
            self.unsayable.append(Unsayable(path, text))
            return
        members = members if isinstance(members, dict) else {}
        if closed is not False:
            text = "The object has no other properties."
            if "additionalProperties" in node:
                text = "The object has no other properties: strict mode cannot allow any that it does not list."
            self.changes.append(Change("narrower", (*path, "additionalProperties"), text))
        required = required_of(node)
        unknown = [name for name in required if name not in members]
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
            if takes_null(sub, self.root):
                self.changes.append(
                    Change("required", below, "The property is required; null says that it is left out.")
                )
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
            if not positions or any(one != positions[0] for one in positions) or not is_fixed:
                text = "Strict mode has no tuples. Use an object with a property for each position."
                self.unsayable.append(Unsayable((*path, word), text))
                return
            self.changes.append(
                Change("tuple", (*path, word), "All positions are alike, so items and maxItems say it.")
            )
            for one in ("prefixItems", "additionalItems"):
                node.pop(one, None)
            node["items"], node["maxItems"] = self.node(positions[0], (*path, word, 0)), size
        elif isinstance(node.get("items"), dict) and node["items"]:
            node["items"] = self.node(node["items"], (*path, "items"))
        else:
            text = "Strict mode asks what an array holds. Say it with items."
            self.unsayable.append(Unsayable(path, text))
