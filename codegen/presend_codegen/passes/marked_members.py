"""Do not require members with a mark: `readOnly` members in requests, `writeOnly` members in responses.

Decided 2026-11-30: both the mark and `required` may be in any schema that applies to the same object. In a union, the
branch that the value fits decides: a branch without the mark still requires the member. If the mark is in a condition,
or in a union of another part, only the value would decide; there the member may be left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from presend.schema.marks import SOURCE
from presend.schema.subschemas import below, rebuilt
from presend.schema.vocabulary import DECIDING, MEMBERS, PARTS, deciding
from presend_codegen.schemas.closure import PREFIX, reaching, ref_name
from presend_codegen.schemas.disjoint import kinds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from presend_codegen.source.load import Json, Object

UNIONS = ("oneOf", "anyOf")
INNER = deciding(MEMBERS)
Names = frozenset[str]
NOBODY: Names = frozenset()


class Said(NamedTuple):
    """The members that a schema marks: in each object that fits it, and in some of these objects."""

    always: Names
    sometimes: Names


class MarkedPart(NamedTuple):
    """A schema that applies to the same value as the schema around it: its keyword, and its index or name there."""

    word: str
    key: int | str | None
    said: Said


class Marked:
    """The members with one mark in some schemas, and these schemas without requiring them."""

    def __init__(self, mark: str, schemas: Object, strict: Collection[str]) -> None:
        self._mark, self._schemas, self._strict = mark, schemas, strict
        self._known: Object = {}  # name → the schema that no longer requires marked members
        self._said: dict[str, Said] = {}
        self._inlined: set[str] = set()
        self._touched = reaching(schemas, (name for name, one in schemas.items() if has_below(one, mark)))

    def schema(self, name: str) -> Json:
        """Return a schema that requires no marked member; schemas in `strict` stay as they are."""
        if name not in self._touched:
            return self._schemas[name]
        if name not in self._known:
            self._known[name] = self._schemas[name]  # a stop, if its parts lead back to it
            if name not in self._strict:
                self._known[name] = self._optional(self._schemas[name], NOBODY)
        return self._known[name]

    def _optional(self, node: Json, beside: Names) -> Json:
        """Return a schema that requires no marked member; `beside` are the members that a schema around it marks."""
        if not isinstance(node, dict):
            return node
        parts = list(self._parts(node))
        always = beside.union(self._own(node), *(part.said.always for part in parts))
        known = {part: always.union(*(one.said.sometimes for one in parts if one is not part)) for part in parts}
        everywhere = always.union(*(part.said.sometimes for part in parts))
        asked = [name for name in node.get("required", ()) if name not in always]
        moved = {part: [name for name in asked if name not in known[part]] for part in parts if part.word in UNIONS}
        result = rebuilt(node, self._inside, INNER)
        for part in parts:
            names = [name for name in moved.get(part, ()) if name in part.said.sometimes]
            self._set(result, part, known[part], names)
        _keep(result, everywhere)
        return result

    def _inside(self, node: Json) -> Json:
        return self._optional(node, NOBODY)

    def _set(self, node: Object, part: MarkedPart, known: Names, moved: list[str]) -> None:
        """Replace a part of a schema: `known` are marked elsewhere, `moved` are required where they are not marked."""
        if part.word == "$ref":
            inside = self._referred(ref_name(node["$ref"]), known)
            if inside is not None:
                del node["$ref"]
                node["allOf"] = [*node.get("allOf", ()), inside]
        elif part.word in UNIONS:
            node[part.word] = [
                self._asking(self._optional(branch, known), [name for name in moved if self._asks_for(branch, name)])
                for branch in node[part.word]
            ]
        elif part.key is None:
            node[part.word] = self._optional(node[part.word], known)
        else:
            several = node[part.word]
            node[part.word] = list(several) if isinstance(several, list) else dict(several)
            node[part.word][part.key] = self._optional(several[part.key], known)

    def _asks_for(self, branch: Json, name: str) -> bool:
        return name not in self._spoken(branch).sometimes and "object" in kinds(branch, self._schemas)

    @staticmethod
    def _asking(branch: Json, names: list[str]) -> Json:
        """Return a branch that also requires these members."""
        if not names or "$ref" in branch:
            return {"allOf": [branch, {"required": names}]} if names else branch
        return {**branch, "required": [*dict.fromkeys([*branch.get("required", ()), *names])]}

    def _referred(self, name: str, known: Names) -> Json:
        """Return a schema to write in place of its reference; `None` if it requires none of these members."""
        if not known or name in self._inlined or not self._asks(self.schema(name), known, {name}):
            return None
        self._inlined.add(name)
        inside = self._optional(self._schemas[name], known)
        self._inlined.remove(name)
        return {SOURCE: PREFIX + name, **inside}

    def _asks(self, node: Json, names: Names, seen: set[str]) -> bool:
        """Say whether a schema, or a part of it, requires one of these members."""
        if not isinstance(node, dict) or not names:
            return False
        if not names.isdisjoint(node.get("required", ())):
            return True
        name = ref_name(node["$ref"]) if "$ref" in node else None
        if name and name not in seen and self._asks(self.schema(name), names, seen | {name}):
            return True
        return any(self._asks(part, names, seen) for word in PARTS if word in node for _, part in _each(node, word))

    def _parts(self, node: Object) -> Iterator[MarkedPart]:
        if "$ref" in node:
            yield MarkedPart("$ref", None, self._of_name(ref_name(node["$ref"])))
        for word in PARTS:
            if word in UNIONS and word in node:
                yield MarkedPart(word, None, self._of_union(node[word]))
            elif word in node:
                for key, part in _each(node, word):
                    said = self._spoken(part)
                    yield MarkedPart(word, key, said if word == "allOf" else Said(NOBODY, said.sometimes))

    def _of_name(self, name: str) -> Said:
        if name not in self._said:
            self._said[name] = Said(NOBODY, NOBODY)  # a stop, if its parts lead back to it
            self._said[name] = self._spoken(self._schemas[name])
        return self._said[name]

    def _of_union(self, branches: list[Json]) -> Said:
        each = [self._spoken(branch) for branch in branches if "object" in kinds(branch, self._schemas)]
        always = frozenset.intersection(*(said.always for said in each)) if each else NOBODY
        return Said(always, NOBODY.union(*(said.sometimes for said in each)))

    def _spoken(self, node: Json) -> Said:
        """Return the members that a schema and its parts mark."""
        if not isinstance(node, dict):
            return Said(NOBODY, NOBODY)
        own, parts = self._own(node), [part.said for part in self._parts(node)]
        return Said(own.union(*(said.always for said in parts)), own.union(*(said.sometimes for said in parts)))

    def _own(self, node: Object) -> Names:
        return frozenset(name for name, member in node.get("properties", {}).items() if self._has(member, NOBODY))

    def _has(self, member: Json, seen: Names) -> bool:
        """Say whether a member has the mark: itself, through a reference, in a part, or in each branch except null."""
        if not isinstance(member, dict):
            return False
        name = ref_name(member["$ref"]) if "$ref" in member else None
        return (
            member.get(self._mark) is True
            or bool(name and name not in seen and self._has(self._schemas[name], seen | {name}))
            or any(self._has(part, seen) for part in member.get("allOf", ()))
            or any(self._in_each(member[word], seen) for word in UNIONS if word in member)
        )

    def _in_each(self, branches: list[Json], seen: Names) -> bool:
        """Say whether each branch except null has the mark."""
        others = [branch for branch in branches if kinds(branch, self._schemas) != {"null"}]
        return bool(others) and all(self._has(branch, seen) for branch in others)


def has_below(node: Json, mark: str) -> bool:
    """Say whether a schema or one below it has the mark."""
    return isinstance(node, dict) and (
        node.get(mark) is True or any(has_below(part, mark) for _, part in below(node, DECIDING))
    )


def _each(node: Object, word: str) -> Iterator[tuple[int | str | None, Json]]:
    """Yield the schemas under a keyword, each with its index or name if there can be several."""
    part = node[word]
    if word == "dependentSchemas":
        yield from part.items()
    elif isinstance(part, list):
        yield from enumerate(part)
    else:
        yield None, part


def _keep(node: Object, marked: Names) -> None:
    """Remove the names of marked members from the keywords that require them."""
    if not marked.isdisjoint(node.get("required", ())):
        node["required"] = [name for name in node["required"] if name not in marked]
        if not node["required"]:
            del node["required"]
    if "dependentRequired" in node:
        node["dependentRequired"] = {
            name: [one for one in others if one not in marked] for name, others in node["dependentRequired"].items()
        }
