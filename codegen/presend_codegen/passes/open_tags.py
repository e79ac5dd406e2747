"""Choose the branch of a union by its tag in responses, and accept objects with an unknown tag.

In lenient schemas each branch of a union accepts nearly every object: no member is required, no value is fixed. But the
expectations of the branches still tell which branch an object belongs to. Decided 2026-11-30: if each branch expects
different values for one member, this member is the tag. An object with a listed tag has to fit the branch of that tag.
An object with another tag, null or none fits an added last branch that accepts any object, and causes a warning. The
union is written in plain keywords, so every validator reads it the same way:

    anyOf: [{$ref: A, properties: {type: {enum: [a]}}, required: [type]}, …, {type: object, not: …}]
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.marks import EXPECTED, SOURCE
from presend.schema.vocabulary import ENFORCED
from presend_codegen.canonical.spelling import free_name, pascal
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.schemas.disjoint import kinds
from presend_codegen.schemas.normalise import NULL, branches_of, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Json, Object

    Values = tuple[str, ...]

OPEN_TAG = "discriminator"  # in the expectations: the tag has to be listed, and whether it is required
REQUIRED, OPTIONAL = "required", "optional"
USUAL = "type"  # the usual name of a tag
ANY_OBJECT = {"type": "object", "additionalProperties": True}  # places no constraint on an object
LEVELS = 5  # how many nested unions and parts to search for a tag


def open_tags(schemas: Object) -> Object:
    """Rewrite each union of objects that expectations tell apart as a tagged union."""
    opener = _Opener(schemas)
    result: Object = {}
    for name, schema in schemas.items():
        body = opener.opened(name, schema, frozenset())
        result |= opener.taken_groups()
        result[name] = body
    return result


def is_open(node: Json) -> bool:
    """Say whether a schema is a union that accepts unknown tags."""
    return isinstance(node, dict) and OPEN_TAG in node.get(EXPECTED, {})


class _Opener:
    """Rewrites unions with open tags. It keeps the names taken so far and the unions of branches that share a tag."""

    def __init__(self, schemas: Object) -> None:
        self._schemas = schemas
        self._taken = {*schemas}
        self._groups: Object = {}
        self._names: dict[tuple[str, ...], str] = {}

    def taken_groups(self) -> Object:
        """Return the new unions, and clear the list."""
        groups, self._groups = self._groups, {}
        return groups

    def opened(self, name: str, node: Json, tried: frozenset[str]) -> Json:
        """Rewrite a union of objects with a tag other than those in `tried`; leave other schemas as they are."""
        if not isinstance(node, dict) or sum(word in node for word in ("oneOf", "anyOf", "$ref", "properties")) != 1:
            return node
        branches = [branch for branch in branches_of(node) if "object" in kinds(branch, self._schemas)]
        others = [branch for branch in branches_of(node) if branch not in branches]
        if len(branches) < 2 or not (all(map(self._is_reference, branches)) and all(map(_is_plain, others))):  # noqa: PLR2004
            return node
        branches = [{"$ref": branch["$ref"]} for branch in branches]
        tag, values = self._tag(node, branches, tried)
        if not tag:
            return node
        owners: dict[str, list[Object]] = {}
        for branch, own in zip(branches, values, strict=True):
            for value in own:
                owners.setdefault(value, []).append(branch)
        mapping = {value: self._target(name, node, value, own, tried | {tag}) for value, own in owners.items()}
        outer = {word: part for word, part in node.items() if word not in ("oneOf", "anyOf", "discriminator")}
        is_required = all(self._requires(branch, tag, LEVELS) for branch in branches)
        return {
            **outer,
            "anyOf": [*others, *_guarded(tag, mapping), _other(tag, [*mapping])],
            "discriminator": {"propertyName": tag, "mapping": mapping},
            EXPECTED: {**node.get(EXPECTED, {}), OPEN_TAG: REQUIRED if is_required else OPTIONAL},
        }

    def _is_reference(self, branch: Object) -> bool:
        """Say whether a branch adds nothing to the object that it refers to."""
        if "$ref" not in branch:
            return False
        idle = {"$ref", *(word for word, value in ANY_OBJECT.items() if branch.get(word) == value)}
        said = branch.keys() & {*ENFORCED, EXPECTED} - idle
        return not said and ("type" not in branch or kinds(branch, self._schemas) == {"object"})

    def _tag(self, node: Object, branches: list[Object], tried: frozenset[str]) -> tuple[str, list[Values]]:
        """Return the member that tells the branches apart best, and the values that each branch expects for it."""
        declared = node.get("discriminator", {}).get("propertyName", USUAL)
        first = next(self._records(branches[0], LEVELS), {})
        best: tuple[int, str, list[Values]] = (1, "", [])
        for name in dict.fromkeys((declared, USUAL, *first.get("properties", {}))):
            values = [self._values(branch, name, LEVELS) for branch in branches]
            count = len({*values})
            is_meant = name in (declared, USUAL) or all(self._requires(branch, name, LEVELS) for branch in branches)
            if name not in tried and all(values) and is_meant and count > best[0]:
                best = (count, name, values)
        return best[1], best[2]

    def _target(self, name: str, node: Object, value: str, branches: list[Object], tried: frozenset[str]) -> str:
        """Return a reference to the target of a tag: a branch, or a union of the branches that share the tag."""
        if len(branches) == 1:
            return str(branches[0]["$ref"])
        key = (name, *(str(branch["$ref"]) for branch in branches))
        if key not in self._names:
            own = self._names[key] = free_name(name + pascal(value), self._taken, f"{name}/{value}")
            group = {SOURCE: node.get(SOURCE, PREFIX + name), "anyOf": branches}
            self._groups[own] = self.opened(own, group, tried)
        return PREFIX + self._names[key]

    def _records(self, node: Json, levels: int) -> Iterator[Object]:
        """Yield the objects with members in a schema, its branches and its parts."""
        node = resolve(node, self._schemas)
        if "properties" in node:
            yield node
        elif levels:
            for part in (*branches_of(node), *node.get("allOf", ())):
                yield from self._records(part, levels - 1)

    def _values(self, node: Json, name: str, levels: int) -> Values:
        """Return the strings that each object expects for a member; none if an object allows others."""
        node = resolve(node, self._schemas)
        if branches := branches_of(node):
            found = [self._values(branch, name, levels - 1) for branch in branches] if levels else [()]
            return tuple(dict.fromkeys(value for own in found for value in own)) if all(found) else ()
        if name in node.get("properties", {}):
            return self._listed(node["properties"][name], levels)
        parts = node.get("allOf", ()) if levels else ()
        return next((own for part in parts if (own := self._values(part, name, levels - 1))), ())

    def _requires(self, node: Json, name: str, levels: int) -> bool:
        """Say whether each object expects a member to be there."""
        node = resolve(node, self._schemas)
        if name in node.get(EXPECTED, {}).get("required", ()):
            return True
        branches, parts = (branches_of(node), node.get("allOf", ())) if levels else ([], ())
        found = [self._requires(branch, name, levels - 1) for branch in branches]
        return (bool(found) and all(found)) or any(self._requires(part, name, levels - 1) for part in parts)

    def _listed(self, member: Json, levels: int) -> Values:
        """Return the strings that a schema expects: itself, in its branch beside null, or in a part."""
        node = resolve(member, self._schemas)
        expected = node.get(EXPECTED, {})
        values = [expected["const"]] if "const" in expected else expected.get("enum")
        if values is not None:
            texts = tuple(value for value in values if value is not None)
            return texts if all(isinstance(value, str) for value in texts) else ()
        others = [branch for branch in branches_of(node) if branch != NULL]
        parts = [*(others if len(others) == 1 else ()), *node.get("allOf", ())] if levels else []
        return next((own for part in parts if (own := self._listed(part, levels - 1))), ())


def _is_plain(branch: Json) -> bool:
    """Say whether a branch is not an object and has only a type."""
    return [*branch] == ["$ref"] or not branch.keys() & {*ENFORCED} - {"type"}


def _guarded(tag: str, mapping: dict[str, str]) -> list[Object]:
    """Return each target with the tags that choose it."""
    values: dict[str, list[str]] = {}
    for value, target in mapping.items():
        values.setdefault(target, []).append(value)
    return [{"$ref": target, "properties": {tag: {"enum": own}}, "required": [tag]} for target, own in values.items()]


def _other(tag: str, known: list[str]) -> Object:
    """Return a schema of any object whose tag is an unknown string, null or missing."""
    told: Object = {"anyOf": [{"enum": known}, {"not": {"type": ["string", "null"]}}]}
    return {"type": "object", "not": {"required": [tag], "properties": {tag: told}}}
