"""The vendored fragment, its overlay and its source record are valid and agree with each other."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import openapi_spec_validator
import pytest

import presend
from presend.openai.rules import DIGESTS, OPEN
from presend_codegen.schemas.closure import closure
from presend_codegen.source.load import SpecError, load_document
from presend_codegen.source.overlay import RULE, apply_overlay

SPEC = Path(__file__).parent.parent / "spec"
FRAGMENT = load_document(SPEC / "openapi.yaml")
OVERLAY = load_document(SPEC / "overlay.yaml")
SOURCE = tomllib.loads((SPEC / "SOURCE.toml").read_text("utf-8"))
PROSE = ("title", "description", "summary")

OVERLAY_SCHEMA = {  # OpenAPI Overlay Specification 1.1.0, sections 4.4.1 to 4.4.3
    "type": "object",
    "required": ["overlay", "info", "actions"],
    "properties": {
        "overlay": {"pattern": r"^1\.1\.\d+$"},
        "info": {
            "required": ["title", "version"],
            "properties": {"title": {"type": "string"}, "version": {"type": "string"}},
        },
        "extends": {"type": "string"},
        "actions": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["target", "description"],
                "properties": {
                    "target": {"type": "string", "pattern": r"^\$"},
                    "description": {"type": "string", "minLength": 20},
                    "remove": {"const": True},
                    "update": {"type": ["object", "array"]},
                    "copy": {"type": "string"},
                    RULE: {"enum": [rule.id for rule in presend.rules()]},
                    "x-presend-basis": {"enum": ["schema", "prose", "observed", "inferred"]},
                    "x-presend-as-of": {"type": "string", "pattern": r"^20\d\d-\d\d(-\d\d)?$"},
                    "x-presend-fix": {"type": "string", "pattern": r"\.$"},
                },
                "additionalProperties": False,
                "oneOf": [{"required": ["remove"]}, {"required": ["update"]}, {"required": ["copy"]}],
            },
        },
    },
    "additionalProperties": False,
}


def bare(node: Any, *, named: bool = False) -> Any:
    """Return a schema without its prose; `named` says that the keys are names of properties."""
    if isinstance(node, dict):
        kept = ((key, value) for key, value in node.items() if named or key not in PROSE)
        return {key: bare(value, named=key == "properties" and not named) for key, value in kept}
    return [bare(item) for item in node] if isinstance(node, list) else node


def test_the_fragment_is_a_valid_openapi_document() -> None:
    openapi_spec_validator.validate(FRAGMENT)
    assert FRAGMENT["openapi"].startswith("3.1.")


def test_the_facts_are_those_of_upstream() -> None:
    facts = {name: bare(schema) for name, schema in FRAGMENT["components"]["schemas"].items()}
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    assert digest == SOURCE["fragment"]["facts_sha256"], "corrections and limits go to spec/overlay.yaml"


def test_the_fragment_is_what_its_roots_reach() -> None:
    schemas = FRAGMENT["components"]["schemas"]
    assert closure(schemas, SOURCE["fragment"]["roots"]) == schemas
    assert len(schemas) == SOURCE["fragment"]["schemas"]
    assert [str(operation) for operation in presend.operations("presend.openai")] == SOURCE["fragment"]["operations"]


def test_every_upstream_text_has_a_counterpart_in_words_of_our_own() -> None:
    for pointer, digest in DIGESTS.items():
        if pointer in OPEN:
            continue  # of the revision before: test_take_over.py tells it
        node: Any = FRAGMENT
        for step in pointer[2:].split("/"):
            name = step.replace("~1", "/").replace("~0", "~")
            node = node[int(name)] if isinstance(node, list) else node[name]
        text = re.sub(r"\s+", " ", node).strip()
        assert hashlib.sha256(text.encode()).hexdigest() != digest


def test_the_overlay_is_a_valid_overlay_whose_actions_give_their_reason() -> None:
    assert [*jsonschema.Draft202012Validator(OVERLAY_SCHEMA).iter_errors(OVERLAY)] == []


def test_the_corrected_fragment_is_a_valid_openapi_document_too() -> None:
    corrected = apply_overlay(FRAGMENT, OVERLAY)
    assert [*openapi_spec_validator.OpenAPIV31SpecValidator(corrected).iter_errors()] == []


@pytest.mark.parametrize(
    ("action", "complaint"),
    [
        ({"target": "$.components.schemas.Nope", "update": {"type": "object"}}, "matches nothing"),
        ({"target": "$", "update": {"openapi": FRAGMENT["openapi"]}}, "changes nothing"),
        ({"target": "$.components.schemas[", "update": {}}, "not an RFC 9535 query"),
        ({"target": "$.components.schemas.Metadata"}, "expected one of update, remove, copy"),
        ({"target": "$.components.schemas.Metadata", "updates": {}}, "got \\['target', 'updates'\\]"),
        ({"update": {}}, "overlay action 0"),
    ],
)
def test_an_action_that_does_nothing_is_an_error(action: dict[str, Any], complaint: str) -> None:
    with pytest.raises(SpecError, match=complaint):
        apply_overlay(FRAGMENT, {"overlay": "1.1.0", "actions": [action]})


def test_actions_merge_append_remove_and_copy() -> None:
    document = {"a": {"list": [1], "kept": True}, "b": {"x": {"y": 1}}, "c": {}}
    actions = [
        {"target": "$.a", "update": {"list": [2], "new": {"deep": 1}}},
        {"target": "$.a.new", "update": {"deep": 2}},
        {"target": "$.b.x", "remove": True},
        {"target": "$.c", "copy": "$.a.new"},
        {"target": "$.a.list[0]", "remove": True},
    ]
    assert apply_overlay(document, {"overlay": "1.1.0", "actions": actions}) == {
        "a": {"list": [2], "kept": True, "new": {"deep": 2}},
        "b": {},
        "c": {"deep": 2},
    }
    assert document["a"] == {"list": [1], "kept": True}
