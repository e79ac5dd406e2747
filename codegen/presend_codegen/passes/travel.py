"""Carry the rules of the built-in pack over to another spec if the sentence behind a rule is there too.

A rule knows the sha256 of its sentences. It holds in the new spec if all of them are there, at the same member. A limit
that is a keyword is then written at the same place, if that place has the same type and no limit yet. A rule that is a
function gets that place as its target. The schema with the sentence may have another name. The pack records which rules
travelled, so a check does not have to search for them.
"""

from __future__ import annotations

import copy
import dataclasses
import functools
from collections import defaultdict
from typing import TYPE_CHECKING

from presend.openai.rules import RULES
from presend.packs.find import find_pack
from presend.problems import escaped
from presend.schema.marks import RULES as RULE_IDS
from presend.schema.marks import SOURCE
from presend.schema.vocabulary import CONDITION
from presend_codegen.passes.travelling.ways import UNIONS, every, members, parsed
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.schemas.normalise import NULL, branches_of
from presend_codegen.source.record import sentence_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.rule import Rule
    from presend_codegen.passes.travelling.ways import Place
    from presend_codegen.source.load import Json, Object

TYPE_OF = {  # keyword → the type that it limits
    "maxLength": "string",
    "minLength": "string",
    "pattern": "string",
    "maxProperties": "object",
    "required": "object",
    "minItems": "array",
    "maxItems": "array",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Travelled:
    """The rules that hold in another spec. Their places are those of that spec: a schema and a member."""

    places: dict[str, list[tuple[str, str]]]  # rule → source pointer of a schema, name of a member or empty

    def targets(self, effective: Object) -> dict[str, list[str]]:
        """Return rule → `Schema` or `Schema.member`, in the names of effective schemas, for places that have one."""
        names = {schema[SOURCE]: name for name, schema in effective.items()}
        found: dict[str, list[str]] = {}
        for rule in RULES:
            for source, member in self.places.get(rule.id, ()):
                place = source if rule.check else _nearest(source, names)  # the schema of a keyword may have no name
                name = names.get(place, "")
                if name and (not member or member in effective[name].get("properties", {})):
                    found.setdefault(rule.id, []).append(f"{name}.{member}" if member else name)
        return {rule: sorted(targets) for rule, targets in found.items()}


def _nearest(source: str, names: Object) -> str:
    while source and source not in names:
        source = source.rpartition("/")[0]
    return source


def travel(schemas: Object) -> tuple[Object, Travelled]:
    """Return `schemas` with the limits that also hold there, and the rules that hold."""
    schemas = copy.deepcopy(schemas)
    sentences = _sentences(schemas)
    limits = _limits()
    places: dict[str, list[tuple[str, str]]] = {}
    for rule in RULES:
        if any(at.partition(".")[0] not in find_pack().schemas for at in rule.at):
            continue  # a sync has renamed its target, and the rule still has the old name
        for moved in _schemas_that_say(rule, sentences, schemas):
            asked = limits[rule.id]
            possible = (_limit(schemas, place, _renamed(place, moved), word, rule.id) for place, word in asked)
            writes = [write for write in possible if write]
            if len(writes) == len(asked):  # all keywords of a rule or none
                for write in writes:
                    write()
                found = [_place_of(schemas, at, moved) for at in rule.at]
                places.setdefault(rule.id, []).extend(place for place in found if place)
    _take_along(places)
    return schemas, Travelled({rule: found for rule, found in places.items() if found})


def _take_along(places: dict[str, list[tuple[str, str]]]) -> None:
    """Add the rules without sentences that are reported by the function of a rule that travels."""
    for rule in RULES:
        if rule.check is None and not rule.sources:
            speakers = [one.id for one in RULES if one.check and not set(one.at).isdisjoint(rule.at)]
            found = [place for speaker in speakers for place in places.get(speaker, ())]
            if found:
                places[rule.id] = [*dict.fromkeys(found)]


def _sentences(schemas: Object) -> dict[str, list[Place]]:
    """Return the places of each text of the spec, by digest: a schema, and the members on the way."""
    found = defaultdict(list)
    for name, schema in schemas.items():
        for steps, node in every(schema):
            for word in ("title", "description"):
                if isinstance(node.get(word), str):
                    found[sentence_digest(node[word])].append((name, (*members(steps), word)))
    return found


def _schemas_that_say(rule: Rule, sentences: dict[str, list[Place]], schemas: Object) -> Iterator[dict[str, str]]:
    """Yield each way to rename the schemas of a rule, such that all its sentences are in the new spec."""
    said = [(parsed(source), digest) for source, digest in rule.statements]
    if not said or not all(digest for _, digest in said):
        return
    holders = [
        {name for name, way in sentences.get(digest, ()) if way == members(steps)} for (_, steps), digest in said
    ]
    if all(place[0] in names for (place, _), names in zip(said, holders, strict=True)):
        yield {}
        return
    owners = {place[0] for place, _ in said} | {_base_source(at)[0] for at in rule.at}
    if len(owners) == 1:  # otherwise it is unclear which schema is which
        for name in sorted(set.intersection(*holders)):
            if name in schemas:
                yield {owners.copy().pop(): name}


def _base_source(at: str) -> Place:
    """Return the place of a target's schema in the spec of the built-in pack."""
    return parsed(find_pack().schemas[at.partition(".")[0]][SOURCE])


def _renamed(place: Place, moved: dict[str, str]) -> Place:
    return moved.get(place[0], place[0]), place[1]


def _place_of(schemas: Object, at: str, moved: dict[str, str]) -> tuple[str, str] | None:
    """Return the source of a target's schema in the new spec, and the member."""
    found = _walked(schemas, _renamed(_base_source(at), moved))
    return (found[0], at.partition(".")[2]) if found else None


def _limits() -> dict[str, list[tuple[Place, str]]]:
    """Return the keywords that enforce each rule of the built-in pack: place in the spec, and keyword."""
    found = defaultdict(list)
    for schema in find_pack().schemas.values():
        for steps, node in every(schema):
            source = parsed(schema[SOURCE])
            for word, rule in node.get(RULE_IDS, {}).items():
                found[rule].append(((source[0], (*source[1], *steps)), word))
    return found


def _base_node(place: Place) -> Object:
    """Return the node at a place in the spec of the built-in pack."""
    for schema in find_pack().schemas.values():
        name, above = parsed(schema[SOURCE])
        if name == place[0] and place[1][: len(above)] == above:
            node: Json = schema
            for step in place[1][len(above) :]:
                node = node.get(step) if isinstance(node, dict) else node[int(step)]
            if isinstance(node, dict) and "$ref" not in node:
                return node
    raise LookupError(place)


def _limit(schemas: Object, base: Place, place: Place, word: str, rule: str) -> Callable[[], None] | None:
    """Return a function that copies a keyword from `base` in the built-in pack to `place`; `None` if it cannot hold."""
    value = _base_node(base)[word]
    way = place[1]
    if way and way[-1] in CONDITION:
        found = _walked(schemas, (place[0], way[:-1]))
        whole = _base_node((base[0], base[1][:-1]))
        if not found or any(part in found[1] for part in CONDITION):
            return None
        condition = {part: whole[part] for part in CONDITION if part in whole}
        return functools.partial(found[1].update, copy.deepcopy(condition))
    of_names = bool(way) and way[-1] == "propertyNames"  # the other spec may have no `propertyNames` yet
    found = _walked(schemas, (place[0], way[:-1] if of_names else way))
    if not found:
        return None
    held = found[1].get("propertyNames", {"type": "string"}) if of_names else found[1]
    kinds = held.get("type") if isinstance(held, dict) else None
    fits = word not in TYPE_OF or TYPE_OF[word] in (kinds if isinstance(kinds, list) else [kinds])
    if not fits or held.get(word, value) != value:
        return None  # the spec has its own limit

    holder = found[1]

    def write() -> None:
        node = holder.setdefault("propertyNames", {"type": "string"}) if of_names else holder
        node[word] = copy.deepcopy(value)
        node.setdefault(RULE_IDS, {})[word] = rule

    return write


def _walked(schemas: Object, place: Place) -> tuple[str, Object] | None:
    """Follow a path from the built-in pack's spec in another spec; return the source and the node at its end.

    A union with null, or a reference, on the path does not matter. A branch of a union has to be of the same type.
    """
    name, steps = place
    if name not in schemas:
        return None
    source, node = schemas[name].get(SOURCE, PREFIX + name), schemas[name]
    waiting = list(steps)
    while True:
        while "$ref" in node and (waiting or not _is_record(node)):
            name = node["$ref"].removeprefix(PREFIX)
            source, node = schemas[name].get(SOURCE, PREFIX + name), schemas[name]
        if waiting and waiting[0] in UNIONS:
            union = next((word for word in UNIONS if word in node), None)
            at = waiting[1]
            if union is None or not isinstance(at, int) or at >= len(node[union]):
                return None
            source, node, waiting = f"{source}/{union}/{at}", node[union][at], waiting[2:]
            continue
        inner = [(at, branch) for at, branch in enumerate(branches_of(node)) if branch != NULL]
        if len(inner) == 1 and not (waiting and waiting[0] in node):
            union = "oneOf" if "oneOf" in node else "anyOf"
            source, node = f"{source}/{union}/{inner[0][0]}", inner[0][1]
            continue
        if not waiting:
            return source, node
        below = node.get(waiting[0])
        if waiting[0] == "properties" and isinstance(below, dict) and waiting[1] in below:
            source, node, waiting = f"{source}/properties/{escaped(waiting[1])}", below[waiting[1]], waiting[2:]
        elif isinstance(below, dict) and waiting[0] != "properties":
            source, node, waiting = f"{source}/{waiting[0]}", below, waiting[1:]
        else:
            return None


def _is_record(node: Object) -> bool:
    return "properties" in node
