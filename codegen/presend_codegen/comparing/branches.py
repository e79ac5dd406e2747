"""List the branches of a union, or the JSON types of a schema with several, and pair those of two schemas."""

from __future__ import annotations

import json
import operator
from typing import TYPE_CHECKING

from presend.schema.equality import equal
from presend.schema.keywords import KINDS
from presend.schema.vocabulary import OF_KIND
from presend_codegen.comparing.universe import text
from presend_codegen.schemas.combine import NOTHING

if TYPE_CHECKING:
    from presend_codegen.comparing.universe import Universe
    from presend_codegen.source.load import Json, Object

SHORT = 60  # characters of a limit to quote
LISTED = 6  # members of an enum to name
KIND_OF_WORD = {word: kind for kind, words in OF_KIND.items() if kind != "integer" for word in words}


def alternatives(universe: Universe, node: Json) -> list[Object]:
    """Return the branches of a union, or the JSON types of a schema with several, each as a schema."""
    flat = universe.flat(node)
    if flat == NOTHING or flat.get("type") == []:  # two parts that both apply have no JSON type in common
        return []
    if "anyOf" in flat:
        rest = {word: value for word, value in flat.items() if word != "anyOf"}
        every = [one for branch in flat["anyOf"] for one in alternatives(universe, {"allOf": [rest, branch]})]
        return list({text(one): one for one in every}.values())
    if "const" in flat:
        flat = {**{word: value for word, value in flat.items() if word != "const"}, "enum": [flat["const"]]}
    kinds = kinds_of(flat) or sorted({_kind(value) for value in flat.get("enum", ())})
    kinds = [kind for kind in kinds if kind != "integer" or "number" not in kinds]
    if "enum" in flat:
        kinds = [kind for kind in kinds if any(_is_of(value, kind) for value in flat["enum"])]
        return [_of_kind(flat, kind) for kind in kinds]
    return [_of_kind(flat, kind) for kind in kinds] or [flat]


def _kind(value: Json) -> str:
    """Return the JSON type of a value; a whole number is an integer, also if it is written as 1.0."""
    return "integer" if isinstance(value, float) and value.is_integer() else KINDS[type(value)]


def _is_of(value: Json, kind: str) -> bool:
    return _kind(value) in (kind, "integer" * (kind == "number"))


def kinds_of(node: Object) -> list[str]:
    """Return the JSON types that a schema names."""
    kinds = node.get("type", [])
    return [kinds] if isinstance(kinds, str) else kinds


def _of_kind(flat: Object, kind: str) -> Object:
    """Return the part of a schema that applies to one JSON type."""
    about = "number" if kind == "integer" else kind
    result = {word: value for word, value in flat.items() if KIND_OF_WORD.get(word, about) == about} | {"type": kind}
    if "enum" in result:
        fitting = {json.dumps(value): value for value in result["enum"] if _is_of(value, kind)}
        result["enum"] = [fitting[key] for key in sorted(fitting)]
        if kind == "null" or (kind == "boolean" and len(fitting) == len((False, True))):
            del result["enum"]
    return result


def overlap(one: Object, other: Object) -> bool:
    """Say whether two branches may accept the same value, judging by types and tags."""
    (kind, tags), (other_kind, other_tags) = signature(one), signature(other)
    mine, theirs = json.loads(tags), json.loads(other_tags)
    apart = (
        not equal(mine[name], theirs[name]) and name in one.get("required", ()) for name in mine.keys() & theirs.keys()
    )
    return kind == other_kind and not any(apart)


def signature(node: Object) -> tuple[str, str]:
    """Return what corresponding branches share: the JSON type, and the tag for objects."""
    about = {KIND_OF_WORD[word] for word in node if word in KIND_OF_WORD}
    kind = node.get("type", about.pop() if len(about) == 1 else "")
    tags = {
        name: part.get("const", (part.get("enum") or [None])[0])
        for name, part in node.get("properties", {}).items()
        if isinstance(part, dict) and ("const" in part or len(part.get("enum", ())) == 1)
    }
    return "number" if kind == "integer" else str(kind), json.dumps(tags, sort_keys=True)


def matched(old: list[Object], new: list[Object]) -> list[tuple[Object, Object]]:
    """Pair branches with the same tag, then branches with the same JSON type, in order."""
    pairs: list[tuple[Object, Object]] = []
    are_single = len(old) == len(new) == 1
    for agree in (operator.eq, lambda left, right: left[0] == right[0] and (are_single or not _conflict(left, right))):
        for left in old:
            free = (one for one in new if all(one is not other for _, other in pairs))
            twin = next((one for one in free if agree(signature(left), signature(one))), None)
            if twin is not None and all(left is not one for one, _ in pairs):
                pairs.append((left, twin))
    return pairs


def without_twins(universe: Universe, old: list[Object], new: list[Object]) -> tuple[list[Object], list[Object]]:
    """Return the branches that the other side does not have."""
    twins = {text(one) for one in old} & {text(one) for one in new}
    old, new = ([one for one in those if text(one) not in twins] for those in (old, new))
    for left in [*old]:
        mine = signature(left)
        near = [one for one in new if signature(one)[0] == mine[0] and not _conflict(signature(one), mine)]
        twin = next((one for one in near if universe.same(left, one)), None)
        if twin is not None:
            old = [one for one in old if one is not left]
            new = [one for one in new if one is not twin]
    return old, new


def _conflict(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Say whether two branches have a tag of the same name with different values."""
    mine, theirs = json.loads(left[1]), json.loads(right[1])
    return any(not equal(mine[name], theirs[name]) for name in mine.keys() & theirs.keys())


def named(node: Object) -> str:
    """Return a phrase that names a branch."""
    kind, tag = signature(node)
    values = node.get("enum", [node["const"]] if "const" in node else [])
    if values:
        return f"the value{'s' * (len(values) > 1)} {listed(values)}"
    if kind == "null":
        return "null"
    said = " and ".join(f"{name} {shown(value)}" for name, value in json.loads(tag).items())
    return f"{kind or 'any value'}{' with ' * bool(said)}{said}"


def is_or_are(node: Object) -> str:
    """Return the verb for that phrase."""
    return "are" if len(node.get("enum", ())) > 1 and "const" not in node else "is"


def listed(values: list[Json]) -> str:
    """Return values as JSON; if there are many, the first ones and the number of others."""
    more = len(values) - LISTED
    return ", ".join(map(shown, values[:LISTED])) + (f" and {more} more" if more > 0 else "")


def shown(value: Json) -> str:
    """Return a value as JSON, cut if it is long."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"
