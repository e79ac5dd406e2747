"""Find the member that tells the objects of a union apart, and write it down as the discriminator.

A discriminator is taken for what its branches say, not for what it says itself: it counts where each branch that can be
an object has a value of its own for the member. Beside one that takes other objects, a tag would refuse those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.disjoint import kinds
from presend_codegen.normalise import branches_of, resolve, transform

if TYPE_CHECKING:
    from presend_codegen.load import Object


def tag_unions(schemas: Object) -> Object:
    """Write the discriminator, with its mapping tag → `$ref`, on every union whose objects have a tag."""
    return {name: transform(schema, lambda node: _tagged(node, schemas)) for name, schema in schemas.items()}


def _tagged(node: Object, schemas: Object) -> Object:
    rest = {key: value for key, value in node.items() if key != "discriminator"}
    unions = [word for word in ("$ref", "oneOf", "anyOf") if word in node]
    if len(unions) != 1:
        return rest  # what holds of one union says nothing of the other
    objects = [branch for branch in branches_of(node) if "object" in kinds(branch, schemas)]
    name = node.get("discriminator", {}).get("propertyName", "type")
    tags = {_tag(resolve(branch, schemas), name): branch.get("$ref") for branch in objects}
    if len(tags) == len(objects) > 1 and None not in {*tags, *tags.values()}:
        return {**rest, "discriminator": {"propertyName": name, "mapping": tags}}
    return rest


def _tag(branch: Object, name: str) -> str | None:
    """Return the one value that `name` must have in `branch`, or None where it is free or optional."""
    value = branch.get("properties", {}).get(name, {}) if branch.get("type") == "object" else {}
    values = [value["const"]] if "const" in value else value.get("enum", ())
    one = len(values) == 1 and isinstance(values[0], str) and name in branch.get("required", ())
    return values[0] if one else None
