"""Three independent judges of payloads, which share no code with presend's models or its walk.

`jsonschema` and `jsonschema_rs` read the effective schemas. The third reads `spec/openapi.yaml` itself. It applies the
policies on `nullable`, but not codegen, the overlay, or limits that are stated in prose. So it is only compared with
plain keywords of schemas.
"""

from __future__ import annotations

import functools
import json
import math
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pydantic
import yaml

import presend
from presend.openai.rules import tools
from presend.packs.find import find_pack

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FRAGMENT = yaml.safe_load((Path(__file__).parent.parent / "spec" / "openapi.yaml").read_text("utf-8"))
CODE_RULES = frozenset(  # what no schema keyword says
    {rule.id for rule in presend.rules() if rule.check}
    | {rule.id for place in (tools.IN_FUNCTIONS, tools.IN_FORMATS) for rule in place.rules.values()}
)

# Where a verdict of presend's differs from an oracle's on purpose: rule → why. test_properties.py shows each to be one.
DIFFERENCES = {
    "type.file": "A file field holds a file, which JSON has not; the oracles see the string that the spec says.",
    "moderation.input.empty": "Upstream lets an empty list match two branches of a oneOf; only sense refuses it.",
    "message.attachments.item-required": "Upstream's `required` stands on the array, where it asks for nothing.",
    "image-variation.model.supported": "Upstream's list of models is open; only its text closes it.",
}

KINDS: dict[str, Any] = {
    "object": dict,
    "array": list,
    "string": str,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


@functools.cache
def effective(target: str) -> tuple[Any, Any]:
    """Return the two validators of a target's effective schema."""
    schema = {"$schema": DIALECT, "$defs": dict(find_pack().schemas), "$ref": f"#/$defs/{target}"}
    return jsonschema.Draft202012Validator(schema), jsonschema_rs.Draft202012Validator(schema)


def as_json(payload: Any) -> Any:
    """Return a payload as the oracles can read it: a file is some string."""
    if isinstance(payload, dict) and isinstance(payload.get("image"), bytes | tuple):
        return {**payload, "image": "a file"}
    return payload


def third(target: str, payload: Any) -> bool:
    """Return the verdict of the third reading."""
    return fits({"$ref": f"#/components/schemas/{target}"}, payload)


def fits(schema: dict[str, Any], value: Any) -> bool:
    """Say whether `value` fits a schema as upstream wrote it."""
    while "$ref" in schema:
        if value is None and nullable(schema):  # beside the reference
            return True
        schema = FRAGMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    if value is None and nullable(schema):
        return True
    if "type" in schema and not of_type(schema["type"], value):
        return False
    if "enum" in schema and not any(same(value, member) for member in schema["enum"]):
        return False
    if any(not fits(part, value) for part in schema.get("allOf", ()) if part.keys() != {"nullable"}):
        return False
    branches = schema.get("anyOf", schema.get("oneOf"))
    if branches is not None and not any(fits(branch, value) for branch in branches):
        return False
    return in_bounds(schema, value) and parts_fit(schema, value)


def nullable(schema: dict[str, Any]) -> bool:
    return schema.get("nullable") is True or {"nullable": True} in schema.get("allOf", ())


def of_type(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if name == "integer":
        return isinstance(value, int) or (isinstance(value, float) and value == math.floor(value))
    return isinstance(value, KINDS[name])


def same(left: Any, right: Any) -> bool:
    return type(left) is type(right) and bool(left == right)


def in_bounds(schema: dict[str, Any], value: Any) -> bool:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return bool(schema.get("minimum", value) <= value <= schema.get("maximum", value))
    if isinstance(value, list):
        return bool(schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)))
    return True


def parts_fit(schema: dict[str, Any], value: Any) -> bool:
    if isinstance(value, list):
        return all(fits(schema["items"], item) for item in value) if "items" in schema else True
    if not isinstance(value, dict):
        return True
    properties = schema.get("properties", {})
    additional = schema.get("additionalProperties", True)
    if any(name not in value for name in schema.get("required", ())):
        return False
    for name, member in value.items():
        if name in properties:
            if not fits(properties[name], member):
                return False
        elif additional is False or (isinstance(additional, dict) and not fits(additional, member)):
            return False
    return True


def is_of_shape(problems: tuple[presend.Problem, ...]) -> bool:
    """Say whether problems leave the effective schema unbroken: no errors but those of functions."""
    return not any(problem.severity == "error" and problem.rule not in CODE_RULES for problem in problems)


def is_of_upstream_shape(problems: tuple[presend.Problem, ...]) -> bool:
    """Say whether no keyword of upstream's is broken; of a response it may only be a warning that one is."""
    return not any(problem.rule.startswith("schema.") for problem in problems)


@functools.cache
def adapter(target: str) -> pydantic.TypeAdapter[Any]:
    return pydantic.TypeAdapter(find_pack().model(target))


def model_of(target: str, payload: Any) -> Any:
    """Return what the generated model makes of a payload, used directly; `None` where it refuses."""
    try:
        return adapter(target).validate_python(payload)
    except pydantic.ValidationError:
        return None


def validated(target: str, payload: Any) -> Any:
    """Return what `validate` makes of a payload; `None` where it refuses."""
    try:
        return presend.validate(target, payload)
    except presend.InvalidPayload:
        return None


def disagreements(target: str, payload: Any) -> list[str]:
    """Return what does not agree about a payload, one line each; none where all is well."""
    problems = presend.check(target, payload)
    python, rust = effective(target)
    plain = as_json(payload)
    is_file_wrong = any(problem.rule == "type.file" for problem in problems)
    shape = is_of_shape(tuple(problem for problem in problems if problem.rule != "type.file"))
    has_errors = any(problem.severity == "error" for problem in problems)
    model = model_of(target, payload)
    readings = {
        "jsonschema": (python.is_valid(plain), shape),
        "jsonschema-rs": (rust.is_valid(plain), shape),
        "third reading": (third(target, plain), is_of_upstream_shape(problems)),
        "is_valid": (presend.is_valid(target, payload), not has_errors),
        "the model": (model is not None, not has_errors),
        "validate, which makes the model's equal,": (repr(validated(target, payload)) == repr(model), True),
    }
    if isinstance(payload, list) or (isinstance(payload, dict) and "image" not in payload):
        text = json.dumps(payload)
        readings["is_valid of the text"] = (presend.is_valid(target, text), not has_errors)
        readings["validate of the text, which makes the same,"] = (repr(validated(target, text)) == repr(model), True)
    if is_file_wrong:
        del readings["jsonschema"], readings["jsonschema-rs"], readings["third reading"]
    told = ", ".join(f"{problem.rule} at {problem.pointer or '/'}" for problem in problems) or "nothing"
    return [
        f"{name} says {'valid' if oracle else 'invalid'}; check tells of {told}"
        for name, (oracle, ours) in readings.items()
        if oracle is not ours
    ]
