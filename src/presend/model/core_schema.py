"""Rewrite the core schema that pydantic made of a model so that it means JSON Schema 2020-12."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from pydantic_core import PydanticCustomError, PydanticKnownError, ValidationError, core_schema

from presend.reading.python_values import NotPlain, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import ValidationInfo

    Schema = Any  # one of pydantic_core's TypedDicts, by its `type`
    Resolve = Callable[[Any], Any]

PLAIN: dict[str, Any] = {}  # validation context that marks the input as plain JSON data
LABEL = "presend_label"  # metadata key: name of the schema in the location of errors
SEEN = "presend"  # metadata key: the schema is already rewritten
ROUNDED = {"ge": math.ceil, "gt": math.floor, "le": math.floor, "lt": math.ceil}  # how to round a bound for integers


def tighten(schema: Schema, resolve: Resolve) -> Schema:
    """Return the rewritten schema; its parts are rewritten in place.

    Args:
        schema: A core schema. Nested models are not touched: they rewrite themselves.
        resolve: Returns the schema behind a reference.
    """
    rewrite = REWRITES.get(schema["type"])
    return schema if rewrite is None else rewrite(schema, resolve)


def _fields(schema: Schema, resolve: Resolve) -> Schema:
    for field in schema["fields"].values():
        field["schema"] = tighten(field["schema"], resolve)
    return schema


def _inner(schema: Schema, resolve: Resolve) -> Schema:
    schema["schema"] = tighten(schema["schema"], resolve)
    return schema


def _list(schema: Schema, resolve: Resolve) -> Schema:
    if "items_schema" in schema:
        schema["items_schema"] = tighten(schema["items_schema"], resolve)
    return schema


def _dict(schema: Schema, resolve: Resolve) -> Schema:
    for part in ("keys_schema", "values_schema"):
        if part in schema:
            schema[part] = tighten(schema[part], resolve)
    # For a duplicate name in JSON text, pydantic would validate each value, and not only the last.
    once = core_schema.no_info_before_validator_function(_itself, schema)
    return core_schema.json_or_python_schema(json_schema=once, python_schema=schema)


def _itself(value: object) -> object:
    """Return the value unchanged; pydantic parses JSON text for this call, and keeps the last duplicate."""
    return value


def _union(schema: Schema, resolve: Resolve) -> Schema:
    """Try the branches in order; drop lists of known values beside an unrestricted string."""
    choices = [choice[0] if isinstance(choice, tuple) else choice for choice in schema["choices"]]
    if any(choice == {"type": "str"} for choice in choices):
        choices = [choice for choice in choices if not _is_text_literal(choice, resolve)]
    choices = [tighten(choice, resolve) for choice in choices]
    if len(choices) == 1:
        return choices[0]
    schema["choices"] = [_labelled(choice) for choice in choices]
    schema["mode"] = "left_to_right"
    return schema


def _labelled(choice: Schema) -> Schema | tuple[Schema, str]:
    """Name a branch by its class or type in error locations; pydantic would name the wrapping function."""
    reference = choice.get("schema_ref", choice.get("ref"))
    label = reference.partition(":")[0].rpartition(".")[2] if reference else choice.get("metadata", {}).get(LABEL)
    return (choice, label) if label else choice


def _is_text_literal(schema: Schema, resolve: Resolve) -> bool:
    schema = _resolved(schema, resolve)
    return schema["type"] == "literal" and all(isinstance(value, str) for value in schema["expected"])


def _tagged_union(schema: Schema, _: Resolve) -> Schema:
    """List the legal tags in the message; pydantic would quote the value of the payload."""
    tags = ", ".join(f"'{tag}'" for tag in schema["choices"])
    schema["custom_error_type"] = "union_tag"
    schema["custom_error_message"] = f"Input should have a '{schema['discriminator']}' that is one of {tags}"
    return schema


def _resolved(schema: Schema, resolve: Resolve) -> Schema:
    """Return the schema behind a reference, or the reference itself while its schema is unfinished."""
    try:
        return resolve(schema) if schema["type"] == "definition-ref" else schema
    except LookupError:
        return schema  # a model rewrites itself, a named type is reached again from where it is used


def _reference(schema: Schema, resolve: Resolve) -> Schema:
    target = _resolved(schema, resolve)
    if target is schema:
        return schema
    if target["type"] in REWRITES and SEEN not in target.setdefault("metadata", {}):
        target["metadata"][SEEN] = True
        rewritten = dict(tighten({key: value for key, value in target.items() if key != "ref"}, resolve))
        rewritten["ref"] = target["ref"]
        rewritten.setdefault("metadata", {})[SEEN] = True
        target.clear()
        target.update(rewritten)
    return schema


def _text(schema: Schema, _: Resolve) -> Schema:
    """Refuse lone surrogates: pydantic checks the characters of a string only if it has a limit."""
    return {"min_length": 0, **schema}


def _integer(schema: Schema, _: Resolve) -> Schema:
    return core_schema.no_info_before_validator_function(integral, schema, metadata={LABEL: "integer"})


def integral(value: object) -> object:
    """Return 256.0 as 256: JSON Schema 2020-12 treats both as the same integer."""
    return int(value) if type(value) is float and value.is_integer() else value


def _number(schema: Schema, _: Resolve) -> Schema:
    """Keep integers as they are: a float would lose digits beyond 2**53, and overflow beyond 1.8e308."""
    exact = core_schema.chain_schema([core_schema.is_instance_schema(float), schema])  # refuses Decimal, for example
    decimal = core_schema.json_or_python_schema(json_schema=schema, python_schema=exact)
    bounds: dict[str, Any] = {name: rounded(schema[name]) for name, rounded in ROUNDED.items() if name in schema}
    either = core_schema.union_schema([core_schema.int_schema(strict=True, **bounds), decimal], mode="left_to_right")
    return core_schema.no_info_wrap_validator_function(_as_one, either, metadata={LABEL: "number"})


def _as_one(value: object, validate: Callable[[object], object]) -> object:
    """Raise one error for a number, instead of one for each branch of the union."""
    try:
        return validate(value)
    except ValidationError as error:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise PydanticKnownError("float_type") from None
        lines = error.errors(include_url=False)
        line = lines[0 if isinstance(value, int) else -1]
        raise PydanticKnownError(line["type"], line.get("ctx")) from None  # type: ignore[arg-type]  # a known error type


def _literal(schema: Schema, _: Resolve) -> Schema:
    """Distinguish 1 and true, which are equal in Python."""
    if all(value is None or isinstance(value, str) for value in schema["expected"]):
        return schema
    return core_schema.no_info_before_validator_function(_no_lookalike(schema["expected"]), schema)


def _no_lookalike(expected: list[Any]) -> Callable[[object], object]:
    booleans = {value for value in expected if isinstance(value, bool)}
    numbers = {value for value in expected if isinstance(value, int | float) and not isinstance(value, bool)}

    def check(value: object) -> object:
        legal = booleans if isinstance(value, bool) else numbers
        if isinstance(value, bool | int | float) and value not in legal:
            raise PydanticCustomError("literal_error", "Input should be one of the listed values")
        return integral(value)

    return check


def json_value(value: object, info: ValidationInfo) -> object:
    """Return `value` if it is JSON.

    Raises:
        PydanticCustomError: The value is not JSON.
    """
    if info.context is PLAIN:
        return value
    try:
        plain(value)
    except NotPlain as fault:
        raise PydanticCustomError("json", fault.finding.message) from None
    return value


REWRITES: dict[str, Callable[[Schema, Resolve], Schema]] = {
    "model-fields": _fields,
    "default": _inner,
    "nullable": _inner,
    "list": _list,
    "dict": _dict,
    "union": _union,
    "tagged-union": _tagged_union,
    "definition-ref": _reference,
    "str": _text,
    "int": _integer,
    "float": _number,
    "literal": _literal,
}
