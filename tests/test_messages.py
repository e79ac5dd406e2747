"""Messages about the whole payload are as good as those about its parts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import presend
from presend.cli.program import command
from tests.made_packs import make_pack
from tests.specs import body, generate, spec

if TYPE_CHECKING:
    from pathlib import Path

WRONG: list[tuple[dict[str, Any], Any, str]] = [  # schema, value, message with the place left out
    ({"type": "object", "minProperties": 1}, {}, "Invalid {}: too few properties."),
    ({"type": "object", "maxProperties": 0}, {"a": 1}, "Invalid {}: too many properties."),
    ({"type": "array", "minItems": 1}, [], "Invalid {}: empty array."),
    ({"type": "array", "uniqueItems": True}, [1, 1], "Invalid {}: repeated item."),
    ({"type": "array", "contains": {"type": "string"}}, [1], "Invalid {}: Expected at least 1 of the items"),
    ({"not": {"type": "object"}}, {}, "Invalid {}: expected a value that the schema under 'not' refuses"),
    ({"oneOf": [{"type": "object"}, {"minProperties": 0}]}, {}, "Invalid {}: Expected a value that fits exactly one"),
    ({"type": "integer", "minimum": 2}, 1, "Invalid {}: integer below minimum value."),
    ({"type": "integer", "multipleOf": 2}, 1, "Invalid {}: expected a multiple of 2"),
    ({"not": {}}, {}, "Unexpected {}: the schema accepts no value here."),
    ({"type": "object"}, [], "Invalid type for {the }: expected an object, but got an array."),
    ({"enum": [1]}, 2, "Invalid value for {the }: 2. The supported value is 1."),
    ({"type": "object", "propertyNames": {"maxLength": 0}}, {"a": 1}, "Invalid key of {the }: string too long."),
    ({"type": "object", "propertyNames": {"not": {}}}, {"a": 1}, "Invalid key of {the }: expected a name"),
]


@pytest.mark.parametrize(("schema", "value", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_the_payload_as_a_whole_and_its_members_are_called_so(
    schema: dict[str, Any], value: Any, message: str, tmp_path: Path
) -> None:
    holder = {"type": "object", "properties": {"it": schema, "": schema}}
    pack = make_pack(tmp_path, {"Whole": schema, "Holder": holder})
    (problem,) = presend.check("Whole", json.dumps(value), pack=pack)
    assert problem.message.startswith(message.replace("{}", "payload").replace("{the }", "the payload"))
    for name in ("it", ""):
        (problem,) = presend.check("Holder", {name: value}, pack=pack)
        assert problem.message.startswith(message.replace("{}", f"'{name}'").replace("{the }", f"'{name}'"))


NAMELESS: list[tuple[dict[str, Any], Any, tuple[str, str, str]]] = [  # schema, value → pointer, param, message
    ({"required": [""]}, {}, ("/", "", "Missing required parameter: ''.")),
    ({"additionalProperties": False}, {"": 1}, ("/", "", "Unknown parameter: ''.")),
    ({"dependentRequired": {"a": [""]}}, {"a": 1}, ("/", "", "Missing required parameter: ''.")),
    ({"properties": {"": {"required": [""]}}}, {"": {}}, ("//", ".", "Missing required parameter: '.'.")),
    ({"properties": {"a": {"required": [""]}}}, {"a": {}}, ("/a/", "a.", "Missing required parameter: 'a.'.")),
    ({"items": {"additionalProperties": False}}, [{"": 1}], ("/0/", "[0].", "Unknown parameter: '[0].'.")),
    ({"properties": {"": {"items": {"type": "null"}}}}, {"": [1]}, ("//0", "[0]", "Invalid type for '[0]'")),
]


@pytest.mark.parametrize(("schema", "value", "told"), NAMELESS)
def test_a_member_whose_name_is_empty_is_not_the_payload(
    schema: dict[str, Any], value: Any, told: tuple[str, str, str], tmp_path: Path
) -> None:
    pointer, param, message = told
    pack = make_pack(tmp_path, {"A": schema})
    for form in (value, json.dumps(value)):
        (problem,) = (one for one in presend.check("A", form, pack=pack) if one.severity == "error")
        assert (problem.pointer, problem.param) == (pointer, param)
        assert problem.message.startswith(message)
        assert not presend.is_valid("A", form, pack=pack)


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({}, "Invalid 'body': too few properties."),
        ({"a": {}}, "Invalid 'body.a': too few properties."),
        ({"": {}}, "Invalid 'body.': too few properties."),
        ({"key": 1}, "Invalid key of 'body': string too long."),
    ],
)
def test_a_body_in_a_batch_file_is_called_so(sent: dict[str, Any], told: str, tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": {"maxLength": 2},
        "properties": {name: {"type": "object", "minProperties": 1} for name in ("a", "")},
    }
    _, pack = generate(
        spec({"X": schema}, {"/x": {"post": {"requestBody": body({"$ref": "#/components/schemas/X"})}}}), tmp_path
    )
    line = {"custom_id": "1", "method": "POST", "url": "/x", "body": sent}
    (tmp_path / "a.jsonl").write_text(json.dumps(line) + "\n")
    done = CliRunner().invoke(command, ["batch", str(tmp_path / "a.jsonl"), "--pack", pack])
    assert f"error: {told}" in done.stdout
