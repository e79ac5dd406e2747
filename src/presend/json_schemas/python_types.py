"""Python types and functions to JSON Schema: what pydantic makes of them, and what the openai SDK sends of that.

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

from presend.problems import unescaped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.structured.subschemas import Schema

MOST_COPIES = 5_000  # of definitions; a type that holds itself beside a description never ends


class NotDescribable(ValueError):  # noqa: N818 - told as a problem, or with an advice
    """Say that no JSON Schema describes a Python type, or that the SDK cannot send it."""


def name_of(source: object) -> str:
    """Return what a Python type or function is called."""
    is_plain = typing.get_origin(source) is None
    return str(getattr(source, "__name__", source) if is_plain else source)


def is_python(source: object) -> bool:
    """Say whether something is a type or a function, of which a schema can be made."""
    return callable(source) or typing.get_origin(source) is not None or hasattr(source, "json_schema")


def schema_of(source: Any) -> Schema:
    """Return the JSON Schema that pydantic makes of a type, or of the parameters of a function.

    Raises:
        NotDescribable: There is none.
    """
    from pydantic import TypeAdapter  # noqa: PLC0415 - payloads that are no Python types do not pay for it
    from pydantic.errors import PydanticUserError  # noqa: PLC0415

    try:
        if hasattr(source, "model_json_schema"):
            schema: Schema = source.model_json_schema()
        elif inspect.isroutine(source) or isinstance(source, functools.partial):
            schema = _arguments_of(source).model_json_schema()
        else:
            adapter = source if hasattr(source, "json_schema") else TypeAdapter(source)
            schema = adapter.json_schema()
    except (PydanticUserError, NameError, TypeError) as error:
        reason = str(error).partition("\n")[0].rstrip(".")
        raise NotDescribable(f"pydantic makes no JSON Schema of {name_of(source)}: {reason}.") from None
    return schema


def _arguments_of(function: Callable[..., Any]) -> Any:
    """Return a model with a field for each parameter of a function."""
    from pydantic import create_model  # noqa: PLC0415 - as above

    hints = typing.get_type_hints(function, include_extras=True)
    fields: dict[str, Any] = {}
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.kind in {parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD}:
            stars = "*" if parameter.kind is parameter.VAR_POSITIONAL else "**"
            text = f"{name_of(function)} takes {stars}{name}, which no schema can list. Give each parameter a name."
            raise NotDescribable(text)
        default = ... if parameter.default is parameter.empty else parameter.default
        fields[name] = (hints.get(name, Any), default)
    return create_model(name_of(function), **fields)


def as_the_sdk_sends(schema: Schema) -> Schema:
    """Return the schema that the openai SDK would send of what pydantic made; the one given stays as it is.

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
    for word in ("$defs", "definitions"):
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
    for step in node["$ref"].removeprefix("#/").split("/"):
        found = found[unescaped(step)]
    copied = copy.deepcopy(found)
    del node["$ref"]
    for word, part in copied.items():
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
