"""Export the limits of a pack in standard keywords, for other tools.

- `json_schema`: the effective schemas as one JSON Schema 2020-12 document;
- `overlay`: only the limits, as an OpenAPI Overlay 1.1 document for the spec that the pack was made from.

The former includes the meta-schema, which checks schemas in payloads: no validator has to fetch anything.

Both contain the limits whose rules are errors; `warnings` adds those whose rules are warnings. Neither has requirements
that no schema can express, such as an image, or a name that must be in a list of names.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from presend.packs.meta_schema import meta_schema
from presend.problems import pointer_of
from presend.schema.marks import LIMITS, RULES, SOURCE
from presend.schema.nodes import PREFIX
from presend.schema.subschemas import entered
from presend.schema.vocabulary import CONDITION, DATA, DIALECT, LISTS, MAPS, RESTS, SINGLES
from presend.words.pointers import last_of, steps_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from presend.packs.pack import Pack
    from presend.rule import Rule

    Json = Any
    Schema = dict[str, Any]

META = "#/definitions/json-schema-2020-12"  # place of the meta-schema, apart from the names of a pack
LISTED = LISTS | {"parameters"}  # a number below one of these counts; elsewhere it is the name of a member, or a status
BRANCHES = SINGLES - {"items", *RESTS}  # steps that a spec may not have: it may write the same with other keywords


def json_schema(pack: Pack, target: str | None = None, *, warnings: bool = False) -> Schema:
    """Return the schemas of `pack` as one document with all of them in `$defs`, or a document for `target`.

    Raises:
        LookupError: There is no such target.

    >>> from presend.packs.find import find_pack
    >>> json_schema(find_pack(), "Metadata")["$defs"]["Metadata"]["maxProperties"]
    16
    """
    schemas: Mapping[str, Schema] = pack.schemas
    root: Schema = {}
    if target is not None:
        name = pack.resolve(target)
        root = {"$ref": PREFIX + name}
        reached = _reached(schemas, name)
        schemas = {key: schemas[key] for key in schemas if key in reached}
    comment = f"Made from the pack {pack.name}: the errors that a schema can express."
    defs = {name: _standard(schema, pack, warnings=warnings) for name, schema in schemas.items()}
    document = {"$schema": DIALECT, "$comment": comment, **root, "$defs": defs}
    if not _bundle(defs):
        return document
    name = last_of(META)
    return {**document, "definitions": {name: meta_schema(META)}}


def _bundle(node: Json) -> bool:
    """Point references to the meta-schema into the document, and say whether there are any."""
    if not isinstance(node, list | dict):
        return False
    parts = node if isinstance(node, list) else [part for _, part in entered(node)]
    found = [_bundle(part) for part in parts]  # each of them, to the end
    if isinstance(node, dict) and node.get("$ref") == DIALECT:
        node["$ref"] = META
        return True
    return any(found)


def overlay(pack: Pack, *, warnings: bool = False) -> Schema:
    """Return an Overlay document with one action for each limit of `pack` that its spec has only in words.

    >>> from presend.packs.find import find_pack
    >>> actions = overlay(find_pack())["actions"]
    >>> [action["update"] for action in actions if action["x-presend-rule"] == "metadata.max-pairs"]
    [{'maxProperties': 16}]
    """
    found = [
        {"target": _json_path(place), "description": _said(rule, pack), "x-presend-rule": rule, "update": update}
        for name, schema in pack.schemas.items()
        for place, rule, update in _limits(schema, schema.get(SOURCE, f"#/components/schemas/{name}"), pack, warnings)
    ]
    actions = [action for number, action in enumerate(found) if action not in found[:number]]  # a twin repeats it
    info = {"title": f"Limits that {pack.name} has from the descriptions in its spec", "version": "1"}
    return {"overlay": "1.1.0", "info": info, "actions": actions}


def _said(rule: str, pack: Pack) -> str:
    known: Rule | None = pack.rules.get(rule)
    return f"{rule}: {known.summary}" if known else rule


def _standard(node: Json, pack: Pack, *, warnings: bool) -> Json:
    """Return a schema with its limits, in standard keywords only."""
    if isinstance(node, list):
        return [_standard(item, pack, warnings=warnings) for item in node]
    if not isinstance(node, dict):
        return node
    result: Schema = {}
    for word, value in node.items():
        if word in MAPS:
            result[word] = {name: _standard(part, pack, warnings=warnings) for name, part in value.items()}
        elif word in DATA:
            result |= {} if word == "discriminator" else {word: value}
        elif not word.startswith("x-presend-"):
            result[word] = _standard(value, pack, warnings=warnings)
    limits = [limit for _, limit in _of_severity(node, pack, warnings=warnings)]
    return {**result, "allOf": [*result.get("allOf", ()), *limits]} if limits else result


def _of_severity(node: Schema, pack: Pack, *, warnings: bool) -> Iterator[tuple[str, Schema]]:
    """Yield the limits beside a schema, each rule and schema once: errors, and warnings if asked for."""
    seen: list[Schema] = []
    for rule, limit in node.get(LIMITS, {}).items():
        known = pack.rules.get(rule)
        is_wanted = warnings or known is None or (known.severity == "error" and not known.opt_in)
        if is_wanted and limit not in seen:
            seen.append(limit)
            yield rule, _alone(limit)


def _alone(limit: Schema) -> Schema:
    """Return a limit that stands alone: its own definitions written out, other drafts of JSON Schema left to others."""
    own = limit.get("$defs", {})

    def written(node: Json) -> Json:
        if isinstance(node, dict):
            name = str(node.get("$ref", "")).removeprefix(PREFIX)
            if name in own:
                return written(own[name])
            return {key: written(value) for key, value in node.items() if key != "$defs"}
        return [written(item) for item in node] if isinstance(node, list) else node

    if limit.get("$ref") == DIALECT:  # a schema that names another draft is held to that, which no keyword says
        return {"if": {"required": ["$schema"]}, "else": dict(limit)}
    result: Schema = written(limit)
    return result


def _limits(node: Json, place: str, pack: Pack, warnings: bool) -> Iterator[tuple[str, str, Schema]]:
    """Yield the limits at and below a schema: where in the spec, the rule, and what to write there."""
    if not isinstance(node, dict):
        return
    said = {word: rule for word, rule in node.get(RULES, {}).items() if word in node}  # and not only expected
    for word, rule in said.items():
        value = copy.deepcopy(node[word])
        # Overlays append to arrays that are there; a conjunction says the same whatever is there.
        yield place, rule, {"allOf": [{word: value}]} if isinstance(value, list | dict) else {word: value}
    for rule, limit in _of_severity(node, pack, warnings=warnings):
        yield place, rule, {"allOf": [limit]}
    for steps, part in entered(node):
        word = str(steps[0])
        if word in BRANCHES:
            for _, rule, update in _limits(part, "", pack, warnings):
                yield place, rule, _around(node, word, update)
        else:
            for number, one in enumerate(part) if isinstance(part, list) else [(None, part)]:
                way = steps if number is None else (*steps, number)
                yield from _limits(one, place + pointer_of(way), pack, warnings)


def _around(node: Schema, word: str, update: Schema) -> Schema:
    """Return an update for a part that a spec may not have, as one of the schema around it."""
    if word in CONDITION:
        return {"allOf": [{part: _bare(node[part]) for part in CONDITION if part in node}]}
    return {word: update}


def _bare(node: Json) -> Json:
    if isinstance(node, dict):
        return {key: _bare(value) for key, value in node.items() if not key.startswith("x-presend-")}
    return [_bare(item) for item in node] if isinstance(node, list) else node


def _json_path(pointer: str) -> str:
    steps = steps_of(pointer)
    above = ["", *steps]
    return "$" + "".join(_selector(step, is_item=before in LISTED) for before, step in zip(above, steps, strict=False))


def _selector(step: str, *, is_item: bool) -> str:
    if is_item and step.isdecimal():
        return f"[{step}]"
    return f".{step}" if step.isidentifier() and step.isascii() else f"[{_quoted(step)}]"


def _quoted(name: str) -> str:
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _reached(schemas: Mapping[str, Schema], name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(_references(schemas[one]))
    return found


def _references(node: Json) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str) and node["$ref"].startswith(PREFIX):
            yield node["$ref"].removeprefix(PREFIX)
        for _, part in entered(node):
            yield from _references(part)
    elif isinstance(node, list):
        for item in node:
            yield from _references(item)
