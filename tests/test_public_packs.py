"""Packs of small public specs keep all promises; `make packs` tests all five specs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import presend
from presend.packs.find import find_pack
from presend_codegen.source.load import load_document
from tests.public_packs import CHECKS
from tests.spec_examples import examples, verdict
from tests.specs import SMALL, generate, path_of, public_pack, spec

if TYPE_CHECKING:
    from pathlib import Path

# What the spec's own examples get wrong, by the operation and the number of the example.
OWN_DEFECTS = {
    "POST /chat/completions #1": "max_tokens, which the API was seen to refuse with gpt-5 and later.",
    "POST /evals/{eval_id}/runs #0": "The JSON ends before its last brace.",
    "POST /fine_tuning/jobs #5": "The JSON lacks a comma.",
    "POST /images/edits #0": "An example of a form writes text where the schema has a file.",
    "POST /realtime/calls/{call_id}/accept #0": "The JSON has a comma too many.",
    "POST /realtime/sessions #0": "client_secret is required, which only the response can know.",
    "POST /responses #1": "detail of an image is required, and left out.",
    "POST /responses #6": "strict of a function is required, and left out.",
    "POST /threads #0": "The body is empty, which is no JSON.",
    "POST /uploads/{upload_id}/parts #0": "The part is text, and no file.",
    "POST /vector_stores/{vector_store_id}/file_batches #0": "A quote of the command line is not closed.",
    "POST /vector_stores/{vector_store_id}/search #0": "The JSON holds '...'.",
    "POST /chatkit/sessions #0": "user is required, and left out; expires_after is no object.",
}


def test_the_request_examples_of_openai_are_accepted_but_for_their_own_defects() -> None:
    pack = public_pack("openai_official")
    found = {str(example): verdict(example, pack) for example in examples(load_document(path_of(pack)))}
    assert len(found) == 135
    assert {name: errors for name, errors in found.items() if errors}.keys() == OWN_DEFECTS.keys()


@pytest.mark.parametrize("name", SMALL)
@pytest.mark.parametrize("check", CHECKS)
def test_a_public_pack(name: str, check: str) -> None:
    assert CHECKS[check](public_pack(name)) == []


def test_rules_travel_where_their_sentences_stand() -> None:
    pack = public_pack("openai_official")
    rules = {rule.id: rule for rule in presend.rules(pack)}
    assert "metadata.max-pairs" in rules  # the sentence moved into a branch of a union with null
    assert "function.strict.schema-subset" in rules  # of today's API
    assert "tool.mcp.server" not in rules  # the sentence changed
    assert "observed.message.content.length" not in rules  # there is no sentence
    metadata = {f"k{number}": "v" for number in range(17)}
    problems = presend.check("POST /threads", {"metadata": metadata}, pack=pack)
    assert [(problem.rule, problem.pointer) for problem in problems] == [("metadata.max-pairs", "/metadata")]
    function = {"type": "function", "function": {"name": "bad name", "parameters": {"type": "objekt"}}}
    run = {"assistant_id": "a", "tools": [function]}
    told = {problem.rule for problem in presend.check("POST /threads/t/runs", run, pack=pack)}
    assert {"function.name.charset", "function.parameters.is-json-schema"} <= told
    assert not presend.is_valid("POST /threads/t/runs", run, pack=pack)


def test_rules_travel_to_a_schema_that_is_called_otherwise(tmp_path: Path) -> None:
    function = load_document(path_of("openai_azure"))["components"]["schemas"]["FunctionObject"]
    function["properties"]["parameters"] = {"type": "object"}
    result, pack = generate(spec({"my-function": function}), tmp_path)
    assert result.exit_code == 0, result.output
    assert find_pack(pack).travelled["function.name.charset"] == ["My_function"]
    assert [p.rule for p in presend.check("my-function", {"name": "a b"}, pack=pack)] == ["function.name.charset"]


def test_no_rule_travels_to_another_api() -> None:
    assert find_pack(public_pack("cohere_official")).travelled == {}
