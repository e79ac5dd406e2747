"""Find the member that tells the objects of a union apart (the tag), and write it as the discriminator.

The branches decide and not the discriminator in the spec: a member is a tag if each branch that can be an object has
its own values for it. If another branch accepts other objects too, a tag would wrongly refuse them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.schemas.disjoint import kinds
from presend_codegen.schemas.normalise import branches_of, resolve, transform

if TYPE_CHECKING:
    from collections.abc import Sequence

    from presend_codegen.source.load import Object


def tag_unions(schemas: Object) -> Object:
    """Write the discriminator, with its mapping tag → `$ref`, on every union whose objects have a tag."""
    return {name: transform(schema, lambda node: _tagged(node, schemas)) for name, schema in schemas.items()}


def _tagged(node: Object, schemas: Object) -> Object:
    rest = {key: value for key, value in node.items() if key != "discriminator"}
    unions = [word for word in ("$ref", "oneOf", "anyOf") if word in node]
    if len(unions) != 1:
        return rest  # two unions side by side: a tag of one would not hold for the other
    objects = [branch for branch in branches_of(node) if "object" in kinds(branch, schemas)]
    name = node.get("discriminator", {}).get("propertyName", "type")
    tags = [(tag, branch.get("$ref")) for branch in objects for tag in _tags(resolve(branch, schemas), name)]
    named = {ref for _, ref in tags if ref}
    if len(named) == len(objects) > 1 and len({tag for tag, _ in tags}) == len(tags):
        return {**rest, "discriminator": {"propertyName": name, "mapping": dict(tags)}}
    return rest


def _tags(branch: Object, name: str) -> Sequence[str]:
    """Return the values that `name` may have in `branch`; none if it is optional or may have any value."""
    member = branch.get("properties", {}).get(name, {}) if branch.get("type") == "object" else {}
    values = [member["const"]] if "const" in member else member.get("enum", ())
    is_tag = name in branch.get("required", ()) and all(isinstance(value, str) for value in values)
    return values if is_tag else ()
