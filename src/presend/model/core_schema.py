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

PLAIN: dict[str, Any] = {}  # the context of a validation whose input is known to be plain JSON data
LABEL = "presend_label"  # in a schema's metadata: what it is called in the places of errors
SEEN = "presend"  # in a schema's metadata: it has been rewritten
ROUNDED = {"ge": math.ceil, "gt": math.floor, "le": math.floor, "lt": math.ceil}  # a bound, as integers meet it


def tighten(schema: Schema, resolve: Resolve) -> Schema:
    """Return `schema` rewritten; what it is made of is rewritten in place.

    Args:
        schema: A core schema. Models below it are left alone: they rewrite themselves.
        resolve: Returns the schema that a reference stands for.
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
    # Of a name that comes twice in JSON text pydantic would hold each value against the schema, and not the last alone.
    once = core_schema.no_info_before_validator_function(_itself, schema)
    return core_schema.json_or_python_schema(json_schema=once, python_schema=schema)


def _itself(value: object) -> object:
    """Return a value, which pydantic makes of JSON text for it: of a name that comes twice, the last value."""
    return value


def _union(schema: Schema, resolve: Resolve) -> Schema:
    """Try the branches in their order; known values beside an unlimited string decide nothing."""
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
    """Call a branch by its class or type in the places of errors; pydantic would tell of the function around it."""
    reference = choice.get("schema_ref", choice.get("ref"))
    label = reference.partition(":")[0].rpartition(".")[2] if reference else choice.get("metadata", {}).get(LABEL)
    return (choice, label) if label else choice


def _is_text_literal(schema: Schema, resolve: Resolve) -> bool:
    schema = _resolved(schema, resolve)
    return schema["type"] == "literal" and all(isinstance(value, str) for value in schema["expected"])


def _tagged_union(schema: Schema, _: Resolve) -> Schema:
    """Name the tags there are; pydantic would quote the one that came, whatever that is."""
    tags = ", ".join(f"'{tag}'" for tag in schema["choices"])
    schema["custom_error_type"] = "union_tag"
    schema["custom_error_message"] = f"Input should have a '{schema['discriminator']}' that is one of {tags}"
    return schema


def _resolved(schema: Schema, resolve: Resolve) -> Schema:
    """Return what a reference stands for; the reference itself while that is still being made, around this one."""
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
    """Refuse lone surrogates: pydantic looks at a string's characters only where it has a limit to check."""
    return {"min_length": 0, **schema}


def _integer(schema: Schema, _: Resolve) -> Schema:
    return core_schema.no_info_before_validator_function(integral, schema, metadata={LABEL: "integer"})


def integral(value: object) -> object:
    """Return 256.0 as 256, which JSON Schema 2020-12 takes for one and the same integer."""
    return int(value) if type(value) is float and value.is_integer() else value


def _number(schema: Schema, _: Resolve) -> Schema:
    """Keep an integer an integer: as a float it would lose digits beyond 2**53, and overflow beyond 1.8e308."""
    exact = core_schema.chain_schema([core_schema.is_instance_schema(float), schema])  # no Decimal, say
    decimal = core_schema.json_or_python_schema(json_schema=schema, python_schema=exact)
    bounds: dict[str, Any] = {name: rounded(schema[name]) for name, rounded in ROUNDED.items() if name in schema}
    either = core_schema.union_schema([core_schema.int_schema(strict=True, **bounds), decimal], mode="left_to_right")
    return core_schema.no_info_wrap_validator_function(_as_one, either, metadata={LABEL: "number"})


def _as_one(value: object, validate: Callable[[object], object]) -> object:
    """Tell one error of a number, at its place, and not one of each way to write it."""
    try:
        return validate(value)
    except ValidationError as error:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise PydanticKnownError("float_type") from None
        lines = error.errors(include_url=False)
        told = lines[0 if isinstance(value, int) else -1]
        raise PydanticKnownError(told["type"], told.get("ctx")) from None  # type: ignore[arg-type]  # one of pydantic's


def _literal(schema: Schema, _: Resolve) -> Schema:
    """Keep 1 and true apart, which Python calls equal."""
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
        PydanticCustomError: It is not.
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
