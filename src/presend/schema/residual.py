"""The residual of a schema: constraints that its generated type does not express, and the walk checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.marks import HINTS, RESIDUAL, RULES, SOURCE

if TYPE_CHECKING:
    from presend.schema.nodes import Schema

CARRIED = (SOURCE, RULES, HINTS)


def residual_part(schema: Schema | bool) -> Schema | bool:
    """Return the keywords that the generated type of a schema cannot express, as a schema; `True` if there are none.

    Codegen marks these keywords. The target of a `$ref`, and a branch of a union, have their own type and residual.
    """
    if isinstance(schema, bool):
        return True
    words = schema.get(RESIDUAL, ())
    rest: Schema = {word: schema[word] for word in words}
    members = {name: residual_part(sub) for name, sub in schema.get("properties", {}).items()}
    if "additionalProperties" not in words:  # it needs the names of all declared members
        members = {name: sub for name, sub in members.items() if sub is not True}
    if members:
        rest.setdefault("properties", members)
    for word in ("items", "additionalProperties"):
        below = residual_part(schema.get(word, True))
        if below is not True:
            rest.setdefault(word, below)
    return {**rest, **{word: schema[word] for word in CARRIED if word in schema}} if rest else True
