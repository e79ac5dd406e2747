"""Every way to allow null in a schema: the walk, the models, the fast path and other validators agree."""

from __future__ import annotations

import itertools
import json
from typing import Any

import jsonschema
import pydantic
import pytest

import presend
from presend.packs.find import find_pack
from tests.made_packs import make_pack

NULLABLE: Any = {"type": ["object", "null"], "properties": {"n": {"type": "integer"}}}
MEMBERS: dict[str, Any] = {  # how null is allowed or forbidden → a member's schema
    "an enum without it": {"type": ["string", "null"], "enum": ["a"]},
    "an enum with it": {"type": ["string", "null"], "enum": ["a", None]},
    "an enum with it and no type": {"enum": ["a", None]},
    "an enum of numbers with it and no type": {"enum": [1, None]},
    "an enum of numbers without it": {"type": ["integer", "null"], "enum": [1]},
    "a const": {"type": ["string", "null"], "const": "a"},
    "const null": {"const": None},
    "a branch that allows it, and a type that does not": {
        "type": "string",
        "anyOf": [{"type": "string"}, {"type": "null"}],
    },
    "a type list in a branch": {"anyOf": [{"type": "integer"}, {"type": ["string", "null"]}]},
    "an enum in a branch": {"anyOf": [{"type": "integer"}, {"type": ["string", "null"], "enum": ["a", None]}]},
    "a union in a branch": {"anyOf": [{"type": "integer"}, {"anyOf": [{"type": "string"}, {"type": "null"}]}]},
    "a reference to what allows it": {"$ref": "#/$defs/Nullable"},
    "a branch that refers to what allows it": {"anyOf": [{"$ref": "#/$defs/Nullable"}, {"type": "string"}]},
    "a part without it": {"allOf": [{"type": ["string", "null"]}, {"type": "string"}]},
    "parts with it": {"allOf": [{"type": ["string", "null"]}, {"enum": ["a", None]}]},
}
VALUES = (None, "a", 1, {"n": 1}, "other")


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make_pack(tmp_path_factory.mktemp("null"), documents())


def documents() -> dict[str, Any]:
    return {
        f"{'Required' if required else 'Optional'}{number}": {
            "type": "object",
            "properties": {"x": member},
            **({"required": ["x"]} if required else {}),
            "$defs": {"Nullable": NULLABLE},
        }
        for number, member in enumerate(MEMBERS.values())
        for required in (False, True)
    }


@pytest.mark.parametrize(("number", "how"), list(enumerate(MEMBERS)), ids=list(MEMBERS))
def test_all_readings_agree_about_null(number: int, how: str, pack: str) -> None:
    for form, value, extra in itertools.product(("Optional", "Required"), VALUES, ({}, {"unknown": 1})):
        target, payload = f"{form}{number}", {"x": value, **extra}
        schema = documents()[target]
        wanted = jsonschema.Draft202012Validator(schema).is_valid(payload)
        errors = [one for one in presend.check(target, payload, pack=pack) if one.severity == "error"]
        assert (not errors) is wanted, (how, payload)
        assert presend.is_valid(target, payload, pack=pack) is wanted, (how, payload)
        assert presend.is_valid(target, json.dumps(payload), pack=pack) is wanted, (how, payload)
        model = pydantic.TypeAdapter(find_pack(pack).model(target))
        if not wanted:
            with pytest.raises(pydantic.ValidationError):
                model.validate_python(payload)
            continue
        whole: Any = model.validate_python(payload)
        assert presend.validate(target, payload, pack=pack) == whole
        assert whole.model_dump(exclude_unset=True) == payload
