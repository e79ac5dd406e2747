"""Convert Python types and functions to JSON Schema, as pydantic and the openai SDK do.

The SDK's `parse()` and `pydantic_function_tool()` close every object, require all of its properties, drop a default of
null, and copy a definition to where something stands beside its `$ref`. `as_the_sdk_sends` does the same; a test holds
it against the SDK that is installed.
"""

from __future__ import annotations

import copy
import functools
import inspect
import itertools
import typing
from typing import TYPE_CHECKING, Any

from presend.schema.vocabulary import DEFINITIONS
from presend.words.pointers import steps_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.schema.subschemas import Schema

MOST_COPIES = 5_000  # of definitions; a type that holds itself beside a description never ends


class NotDescribable(ValueError):  # reported as a problem, or with advice
    """Error for a Python type that has no JSON Schema, or that the SDK cannot send."""


def name_of(source: Any) -> str:
    """Return the name of a Python type or function, without the arguments of a partial function."""
    if isinstance(source, functools.partial):
        return name_of(source.func)
    if _is_adapter(source):
        return name_of(source._type)  # noqa: SLF001 - it has no public name for what it adapts
    if typing.get_origin(source) is not None:
        return str(source)
    return str(getattr(source, "__name__", None) or type(source).__name__)


def is_python(source: object) -> bool:
    """Say whether a schema can be made of an object: a type or a function."""
    return callable(source) or typing.get_origin(source) is not None or _is_adapter(source)


def _is_adapter(source: object) -> bool:
    """Say whether it is a TypeAdapter of pydantic, without importing that."""
    kind = type(source)
    return kind.__name__ == "TypeAdapter" and kind.__module__.startswith("pydantic")


def _is_function(source: object) -> bool:
    """Say whether its parameters count: functions, methods, partial functions, and objects that can be called."""
    is_type = isinstance(source, type) or typing.get_origin(source) is not None or hasattr(source, "__supertype__")
    return callable(source) and not is_type


def schema_of(source: Any) -> Schema:
    """Return pydantic's JSON Schema of a type, or of the parameters of a function.

    Raises:
        NotDescribable: There is none.
    """
    from pydantic import TypeAdapter  # payloads that are no Python types do not pay for it

    try:
        if hasattr(source, "model_json_schema"):
            schema: Schema = source.model_json_schema()
        elif _is_function(source):
            schema = _arguments_of(source).model_json_schema()
        else:
            schema = (source if _is_adapter(source) else TypeAdapter(source)).json_schema()
    except NotDescribable:
        raise
    except Exception as error:  # noqa: BLE001 - types may say themselves how they are described
        reason = str(error).partition("\n")[0].rstrip(".") or type(error).__name__
        raise NotDescribable(f"pydantic cannot make a JSON Schema of {name_of(source)}: {reason}.") from None
    return schema


def _arguments_of(function: Callable[..., Any]) -> Any:
    """Return a model with a field for each parameter of a function but those that a partial function holds."""
    from pydantic import Field, create_model  # as above

    bound = set(function.keywords) if isinstance(function, functools.partial) else set()
    hints = typing.get_type_hints(_innermost(function), include_extras=True)
    fields: dict[str, Any] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}:
            stars = "*" if parameter.kind is parameter.VAR_POSITIONAL else "**"
            text = f"{name_of(function)} takes {stars}{name}, which no schema can list. Give each parameter a name."
            raise NotDescribable(text)
        hint = hints.get(name, Any)
        if typing.get_origin(hint) is typing.ClassVar or hint is typing.ClassVar:
            raise NotDescribable(f"The parameter {name} of {name_of(function)} is a ClassVar, which none can be.")
        default = ... if parameter.default is parameter.empty else parameter.default
        if name not in bound:  # by an alias, since a field cannot have every name that a parameter can
            fields[f"p{len(fields)}"] = (typing.Annotated[hint, Field(alias=name)], default)
    return create_model(name_of(function), **fields)


def _innermost(function: Any) -> Any:
    """Return what has the annotations."""
    while isinstance(function, functools.partial):
        function = function.func
    return function if inspect.isroutine(function) else type(function).__call__


def as_the_sdk_sends(schema: Schema) -> Schema:
    """Return the schema that the openai SDK sends for a schema from pydantic, which is not changed.

    Raises:
        NotDescribable: The SDK never ends, or finds no definition.
    """
    root = copy.deepcopy(schema)
    try:
        sent: Schema = _closed(root, root, itertools.count())
    except (KeyError, RecursionError):
        text = "The openai SDK cannot send it: a type holds itself, or a missing definition, beside a description."
        raise NotDescribable(text) from None
    return sent


def _closed(node: Any, root: Schema, copies: Iterator[int]) -> Any:
    if not isinstance(node, dict):
        return node
    for word in DEFINITIONS:
        for definition in node.get(word, {}).values():
            _closed(definition, root, copies)
    if node.get("type") == "object":
        node.setdefault("additionalProperties", False)
    members = node.get("properties")
    if isinstance(members, dict):
        node["required"] = [*members]
        node["properties"] = {name: _closed(sub, root, copies) for name, sub in members.items()}
    if isinstance(node.get("items"), dict):
        node["items"] = _closed(node["items"], root, copies)
    for word in ("anyOf", "allOf"):
        if isinstance(node.get(word), list):
            node[word] = [_closed(sub, root, copies) for sub in node[word]]
    if isinstance(node.get("allOf"), list) and len(node["allOf"]) == 1:
        node.update(node.pop("allOf")[0])
    if node.get("default", node) is None:
        del node["default"]
    if len(node) > 1 and isinstance(node.get("$ref"), str):
        return _with_definition(node, root, copies)
    return node


def _with_definition(node: Schema, root: Schema, copies: Iterator[int]) -> Schema:
    """Copy the definition that a `$ref` names to where it stands; what stands beside it wins."""
    if next(copies) > MOST_COPIES:
        raise RecursionError
    found: Any = root
    for step in steps_of(node["$ref"]):
        found = found[step]
    copied = copy.deepcopy(found)
    del node["$ref"]
    for word, part in copied.items():
        if word != "$ref":  # which the SDK loses
            node.setdefault(word, part)
    closed: Schema = _closed(node, root, copies)
    return closed


def response_format(source: type) -> Schema | None:
    """Return what the SDK's `parse()` sends for a class that is given as `response_format`, `None` for no such class.

    Raises:
        NotDescribable: As `schema_of` and `as_the_sdk_sends` do.
    """
    if not (hasattr(source, "model_json_schema") or hasattr(source, "__pydantic_config__")):
        return None
    schema = as_the_sdk_sends(schema_of(source))
    return {"type": "json_schema", "json_schema": {"schema": schema, "name": source.__name__, "strict": True}}
