"""Write the source of models directly, where every schema has a form of `direct_types`.

The lines are those of the templates, in the order in which datamodel-code-generator writes them.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from typing import TYPE_CHECKING

from presend_codegen.emitting.direct_types import Type, UnknownForm, type_of
from presend_codegen.emitting.facts import facts_beside
from presend_codegen.emitting.for_models import for_models
from presend_codegen.passes.spoken import spoken
from presend_codegen.schemas.closure import references
from presend_codegen.schemas.normalise import transform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend_codegen.source.load import Object

IMPORTS = """\
from __future__ import annotations

from presend.model import Exact, FileContent, JsonObject, JsonValue, Model, Omittable
from pydantic import ConfigDict, Field, StringConstraints
from typing import Annotated, Literal
from typing_extensions import TypeAliasType
"""  # Ruff removes those that are not used


def written(schemas: Object, members: Mapping[str, str], top: str) -> str:
    """Return the source of the models of `schemas`, not yet laid out.

    Args:
        schemas: The effective schemas.
        members: The Python name of each member.
        top: The docstring of the module.

    Raises:
        UnknownForm: The generator has to write them.
    """
    parts: dict[str, str] = {}
    uses: dict[str, set[str]] = {}
    for name in sorted(schemas):
        schema = schemas[name]
        node, facts = transform(spoken(schema, schemas), for_models), facts_beside(schema, schemas, members)
        is_class = bool(node.get("properties"))
        parts[name] = _class(name, node, facts, members) if is_class else _alias(name, node, facts, members)
        uses[name] = set() if is_class else {*references(node)} - {name}
    return "\n\n\n".join([top, IMPORTS, *(parts[name] for name in _in_order(uses))]) + "\n"


def _in_order(uses: Mapping[str, set[str]]) -> list[str]:
    """Return the names by alphabet, each after those that it uses."""
    users = defaultdict(list)
    for name, used in uses.items():
        for other in used:
            users[other].append(name)
    left = {name: len(used) for name, used in uses.items()}
    ready = [name for name, many in left.items() if not many]
    heapq.heapify(ready)
    ordered = []
    while ready:
        name = heapq.heappop(ready)
        ordered.append(name)
        for user in users[name]:
            left[user] -= 1
            if not left[user]:
                heapq.heappush(ready, user)
    if len(ordered) < len(uses):
        raise UnknownForm
    return ordered


def _alias(name: str, node: Object, facts: Object, members: Mapping[str, str]) -> str:
    """Return a named type that is not a class: an enum, a union, a map."""
    text = _annotated(type_of(node, members))
    if facts["residual"]:
        text = f'Annotated[{text}, Exact(__name__, "{name}")]'
    return f'{name} = TypeAliasType("{name}", {text})' + (f"\n{facts['text']}" if facts["text"] else "")


def _class(name: str, node: Object, facts: Object, members: Mapping[str, str]) -> str:
    """Return a class, as `templates/pydantic_v2/BaseModel.jinja2` writes it."""
    if node.get("type") != "object":  # where a class allows null, the generator adds null to what refers to it
        raise UnknownForm
    lines = [f"class {name}(Model):", f"    {facts['text']}" if facts["text"] else ""]
    if facts["closed"]:
        lines += ["", '    model_config = ConfigDict(extra="forbid")']
    for member, sub in node["properties"].items():
        lines += ["", *_field(sub, facts["members"][member], members, is_required=member in node.get("required", ()))]
    return "\n".join(lines)


def _field(node: Object, member: Object, members: Mapping[str, str], *, is_required: bool) -> list[str]:
    own = type_of(node, members)
    if member["omittable"]:
        own = own._replace(parts=(f"Omittable[{' | '.join(own.parts)}]",), takes_null=False)
    elif not is_required:
        own = own._replace(takes_null=True)
    if member["alias"]:
        own = own._replace(arguments=(*own.arguments, f"alias={member['alias']}"))
    line = f"    {member['name']}: {_annotated(own)}{'' if is_required else ' = None'}"
    return [line, f"    {member['text']}"] if member["text"] else [line]


def _annotated(own: Type) -> str:
    return f"Annotated[{own.hint}, Field({', '.join(own.arguments)})]" if own.arguments else own.hint
