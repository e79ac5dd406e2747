"""The vendored spec of today's API, our texts, its overlays and its record agree with each other."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import TYPE_CHECKING, Any

import jsonschema
import openapi_spec_validator
import pytest

import presend
from presend.openai.today.rules import DIGESTS
from presend_codegen.schemas.closure import METHODS, PREFIX
from presend_codegen.source.load import load_document
from presend_codegen.source.overlay import RULE, apply_overlay
from presend_codegen.source.record import sentence_digest
from presend_codegen.upstream.fragment import PROSE, facts_digest
from tests.test_spec import OVERLAY_SCHEMA, SPEC

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = SPEC / "today"
API = load_document(TODAY / "openapi.yaml")
SOURCE = tomllib.loads((TODAY / "SOURCE.toml").read_text("utf-8"))
OVERLAYS = {path.name: load_document(path) for path in sorted(TODAY.glob("overlay*.yaml"))}
SCHEMAS = API["components"]["schemas"]
OPERATIONS = [
    (f"{method.upper()} {path}", operation)
    for path, item in API["paths"].items()
    for method, operation in item.items()
    if method in METHODS
]
SAYS_IT_ALL = {"filename"}  # members that need no description
CORRECTING = ("overlay.yaml", "overlay-additions.yaml", "overlay-answers.yaml")  # the others state limits, and hints
EVIDENCE = re.compile(
    r"\bspec\b|SDK|recorded|[\w-]+#\d+|\.py\b|the members? that stays? required|misspelt|keyword|minItems"
)
ENOUGH = 12  # characters of a description

UPSTREAMS_OWN = Counter(  # defects of the document that are facts, so they stay: what the validator says, how often
    {
        "True is not of type 'number'": 5,  # `exclusiveMinimum: true`, of draft 4
        "True is not of type 'string'": 1,  # `$recursiveAnchor: true`, of 2019-09
        "None is not of type 'object'": 5,  # `default: null` of an object
        "None is not valid under any of the given schemas": 2,  # `default: null` of a union
        "[] is not of type 'string'": 1,  # `default: []` of a text, and of its enum
        "[] is not one of ['logprobs']": 1,
        "required has non-unique elements": 1,
    }
)
MENDED = Counter({"None is not of type 'object'": 2})  # by an overlay, which makes null legal there


def defects(document: dict[str, Any]) -> Counter[str]:
    """Return the messages of the validator, without whole lists in them."""
    found = [error.message for error in openapi_spec_validator.OpenAPIV31SpecValidator(document).iter_errors()]
    return Counter("required has non-unique elements" if "non-unique" in text else text for text in found)


def corrected() -> dict[str, Any]:
    """Return the API with its overlays, as the pack is made from it."""
    document = API
    for name in sorted(OVERLAYS, key=lambda name: (name != "overlay.yaml", name)):
        document = apply_overlay(document, OVERLAYS[name])
    return document


def texts(node: Any, *, named: bool = False) -> Iterator[str]:
    """Yield every title, description and summary; `named` says that keys are names of members."""
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str) and key in PROSE and not named:
                yield value
            else:
                yield from texts(value, named=key == "properties" and not named)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def members(schema: dict[str, Any], schemas: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the members of an object, those of its parts too."""
    if "$ref" in schema:
        yield from members(schemas[schema["$ref"].removeprefix(PREFIX)], schemas)
    yield from schema.get("properties", {}).items()
    for part in schema.get("allOf", ()):
        yield from members(part, schemas)


def is_described(member: dict[str, Any], schemas: dict[str, Any]) -> bool:
    """Say whether a member, or the schema that it is, has words."""
    if len(member.get("description", "")) >= ENOUGH:
        return True
    parts = member.get("allOf") or member.get("anyOf") or ()
    reference = next((part["$ref"] for part in (member, *parts) if "$ref" in part), None)
    return reference is not None and is_described(schemas[reference.removeprefix(PREFIX)], schemas)


def test_the_document_is_valid_but_for_upstreams_own_defects() -> None:
    assert API["openapi"].startswith("3.1.")
    assert defects(API) == UPSTREAMS_OWN


def test_the_corrected_document_is_valid_but_for_what_the_overlays_leave() -> None:
    assert defects(corrected()) == UPSTREAMS_OWN - MENDED


def api_digest(document: Any) -> str:
    """Return the sha256 of the facts of a whole API: its paths, without the operations' tags, and its components."""
    paths = {
        path: {
            method: {key: part for key, part in operation.items() if key != "tags"} if method in METHODS else operation
            for method, operation in item.items()
        }
        for path, item in document["paths"].items()
    }
    return facts_digest({"paths": paths, "components": document["components"]})


def test_the_facts_are_those_of_upstream() -> None:
    assert api_digest(API) == SOURCE["api"]["facts_sha256"], "corrections and limits go to spec/today/overlay*.yaml"


@pytest.mark.parametrize("place", ["operation", "schema", "member called title"])
def test_no_fact_changes_unnoticed(place: str) -> None:
    small: dict[str, Any] = {
        "paths": {"/a": {"get": {"operationId": "a", "tags": ["A"], "summary": "A", "deprecated": True}}},
        "components": {"schemas": {"A": {"description": "a", "properties": {"title": {"type": "string"}}}}},
    }
    before = api_digest(small)
    small["paths"]["/a"]["get"] |= {"tags": ["B"], "summary": "B", "description": "B"}
    small["components"]["schemas"]["A"]["description"] = "b"
    assert api_digest(small) == before
    if place == "operation":
        del small["paths"]["/a"]["get"]["deprecated"]
    elif place == "schema":
        small["components"]["schemas"]["A"]["type"] = "object"
    else:
        small["components"]["schemas"]["A"]["properties"]["title"] = {"type": "integer"}
    assert api_digest(small) != before


def test_the_record_counts_right() -> None:
    assert len(OPERATIONS) == SOURCE["api"]["operations"]
    assert len(SCHEMAS) == SOURCE["api"]["schemas"]
    assert API["info"]["version"] == SOURCE["upstream"]["version"]
    assert (TODAY / SOURCE["wording"]["digests"]).is_file()


def test_every_operation_has_a_tag_and_a_summary_of_its_own() -> None:
    tags = [tag["name"] for tag in API["tags"]]
    assert [tag for tag in API["tags"] if len(tag["description"]) < ENOUGH] == []
    assert sorted({tag for _, operation in OPERATIONS for tag in operation["tags"]}) == sorted(tags)
    assert [name for name, operation in OPERATIONS if len(operation["tags"]) != 1] == []
    summaries = Counter(operation["summary"] for _, operation in OPERATIONS)
    assert [
        text for text, times in summaries.items() if times > 1 or len(text) < len("Get it") or text[-1] == "."
    ] == []


@pytest.mark.parametrize("stage", ["as vendored", "with the overlays"])
def test_every_root_of_a_request_and_every_member_of_it_is_described(stage: str) -> None:
    document = API if stage == "as vendored" else corrected()
    schemas = document["components"]["schemas"]
    missing, count = [], 0
    for path, item in document["paths"].items():
        for method in item.keys() & METHODS:
            for media in item[method].get("requestBody", {}).get("content", {}).values():
                root = media["schema"]
                if "$ref" in root and not is_described(root, schemas):
                    missing.append(root["$ref"])
                for name, member in members(root, schemas):
                    count += 1
                    if name not in SAYS_IT_ALL and not is_described(member, schemas):
                        missing.append(f"{method} {path} {name}")
    assert missing == []
    assert count > 300  # so that the walk cannot end early unnoticed


def test_no_text_of_ours_is_one_of_upstreams() -> None:
    ours = [text for document in (API, *OVERLAYS.values()) for text in texts(document)]
    known = set(DIGESTS.values())
    assert len(known) > 250  # they are there
    assert [text for text in ours if sentence_digest(text) in known] == []


@pytest.mark.parametrize("name", OVERLAYS)
def test_each_overlay_is_valid_and_its_actions_give_their_reason(name: str) -> None:
    overlay = OVERLAYS[name]
    assert [*jsonschema.Draft202012Validator(OVERLAY_SCHEMA).iter_errors(overlay)] == []
    assert overlay["extends"] == "./openapi.yaml"


@pytest.mark.parametrize("name", OVERLAYS)
def test_each_action_names_its_evidence(name: str) -> None:
    actions = [
        action for action in OVERLAYS[name]["actions"] if RULE not in action
    ]  # a limit rests on its rule's basis
    told = [action["description"] for action in actions]
    if name in CORRECTING:
        assert [text for text in told if not EVIDENCE.search(text)] == []


def test_the_pack_has_every_operation_that_takes_or_returns_a_schema() -> None:
    told = {f"{one.method} {one.path}" for one in presend.operations("presend.openai.today")}
    assert told <= {name for name, _ in OPERATIONS}
    assert {name for name, operation in OPERATIONS if "requestBody" in operation} <= told
