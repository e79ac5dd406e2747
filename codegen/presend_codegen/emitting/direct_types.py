"""Write the types of schemas in the forms that most specs consist of, as datamodel-code-generator writes them.

A form that is not here raises `UnknownForm`, and the generator itself writes the models then (`emit`). So nothing is
guessed, and a pack does not depend on which of the two wrote it; tests hold them to one text.
Decided 2026-12: the generator takes half of the time and of the memory for OpenAI's whole spec.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from presend.schema.subschemas import kinds_of
from presend_codegen.emitting.tokens import literal
from presend_codegen.schemas.closure import ref_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend_codegen.source.load import Json, Object

NAMES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
LIMITS = {  # keyword → argument of `Field`, in the order in which the generator writes them
    "minimum": "ge",
    "exclusiveMinimum": "gt",
    "maximum": "le",
    "exclusiveMaximum": "lt",
    "maxLength": "max_length",
    "maxItems": "max_length",
    "maxProperties": "max_length",
    "minLength": "min_length",
    "minItems": "min_length",
    "minProperties": "min_length",
    "pattern": "pattern",
}
OF_TEXT = ("minLength", "maxLength", "pattern")
OF_NUMBER = ("minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum")
KNOWN_WORDS = {  # type → keywords that may stand beside it
    "string": {*OF_TEXT, "enum", "const"},
    "integer": {*OF_NUMBER, "enum"},
    "number": {*OF_NUMBER},
    "boolean": set[str](),
    "array": {"items", "minItems", "maxItems"},
    "object": {"additionalProperties", "propertyNames", "minProperties", "maxProperties"},
}
OURS = ("presend.model.FileContent", "presend.model.JsonObject", "presend.model.JsonValue")
WRITTEN_AS_READ = 2**53  # a float beyond may be written in another way than the generator's


class UnknownForm(Exception):
    """A schema has a form of which this module does not know how the generator writes it."""


class Type(NamedTuple):
    """A type, as text.

    Attributes:
        parts: The members of its union, without null; one if it is no union.
        takes_null: Whether null is one of its values.
        arguments: Arguments of the `Field` beside it.
    """

    parts: tuple[str, ...]
    takes_null: bool = False
    arguments: tuple[str, ...] = ()

    @property
    def hint(self) -> str:
        """The type without its `Field`."""
        return " | ".join((*self.parts, *(("None",) if self.takes_null else ())))


def type_of(node: Object, members: Mapping[str, str]) -> Type:
    """Return the type of a schema that `for_models` has rewritten; `members` has the Python name of each member.

    Raises:
        UnknownForm: The generator has to write it.
    """
    match (node, len(node)):
        case {"customTypePath": path}, 1 if path in OURS:
            return Type((path.rpartition(".")[2],))
        case {"$ref": ref}, 1:
            return Type((ref_name(ref),))
        case ({"anyOf": branches}, 1) | ({"oneOf": branches}, 1):
            return _union(branches, members)
        case {"oneOf": branches, "discriminator": {"propertyName": member}}, 2:
            return _union(branches, members)._replace(arguments=(f"discriminator={literal(members[member])}",))
        case {"type": str(kind)}, _ if kind in KNOWN_WORDS:
            return _of_kind(kind, node, members)
        case {"type": [str(kind), "null"]}, _ if kind in KNOWN_WORDS:
            return _of_kind(kind, node, members)._replace(takes_null=True)
    raise UnknownForm


def _union(branches: list[Object], members: Mapping[str, str]) -> Type:
    types = [
        Type((), takes_null=True) if branch == {"type": "null"} else _inner(branch, members) for branch in branches
    ]
    every = [part for one in types for part in one.parts]
    parts = tuple(dict.fromkeys(every))
    twice = [part for part in parts if every.count(part) > 1]
    if not parts or any("[" in part for part in twice):  # of equal lists and maps the generator keeps some
        raise UnknownForm
    return Type(parts, any(one.takes_null for one in types))


def _inner(node: Json, members: Mapping[str, str]) -> Type:
    """Return a type inside another one, where its limits stand beside it alone."""
    if not isinstance(node, dict):
        raise UnknownForm
    inner = type_of(node, members)
    if not inner.arguments:
        return inner
    if "discriminator" in node:
        return inner._replace(arguments=())  # the generator leaves it out inside a union
    if not {*kinds_of(node)} <= {*NAMES, "null"}:
        raise UnknownForm
    return Type((f"Annotated[{inner.hint}, Field({', '.join(inner.arguments)})]",))


def _of_kind(kind: str, node: Object, members: Mapping[str, str]) -> Type:
    words = {word: value for word, value in node.items() if word != "type"}
    if not words.keys() <= KNOWN_WORDS[kind]:
        raise UnknownForm
    if "enum" in words or "const" in words:
        return _listed(words)
    arguments = tuple(_limits(kind, words))
    if kind == "array":
        return Type((f"list[{_inner(words.get('items'), members).hint}]",), arguments=arguments)
    if kind == "object":
        values = _inner(words.get("additionalProperties"), members).hint
        return Type((f"dict[{_key(words.get('propertyNames', {}))}, {values}]",), arguments=arguments)
    return Type((NAMES[kind],), arguments=arguments)


def _listed(words: Object) -> Type:
    if len(words) > 1:
        raise UnknownForm
    values = [value for value in words.get("enum", [words.get("const")]) if value is not None]
    if not values or len(set(values)) < len(values) or {*map(type, values)} - {str, int}:
        raise UnknownForm
    return Type((f"Literal[{', '.join(literal(one) if isinstance(one, str) else repr(one) for one in values)}]",))


def _key(names: Object) -> str:
    """Return the type of the keys of a map."""
    limits = {word: limit for word, limit in names.items() if word != "type"}
    if not limits.keys() <= {*OF_TEXT}:
        raise UnknownForm
    return f"Annotated[str, StringConstraints({', '.join(_limits('string', limits))})]" if limits else "str"


def _limits(kind: str, words: Object) -> list[str]:
    """Return limits as arguments."""
    found = []
    for word, name in LIMITS.items():
        limit = words.get(word)
        if isinstance(limit, str):
            found.append(f"{name}={literal(limit)}")
        elif limit is not None and kind == "number" and abs(limit) > WRITTEN_AS_READ:
            raise UnknownForm
        elif limit is not None:
            found.append(f"{name}={float(limit) if kind == 'number' else limit!r}")
    return found
