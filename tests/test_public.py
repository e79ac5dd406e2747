"""The public face: its names, what importing it costs, and what its errors say."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

import presend

HEAVY = ("pydantic", "pydantic_core", "yaml", "click", "jsonschema_rs", "presend.openai.models", "dataclasses")


def test_public_names_are_listed_sorted_and_there() -> None:
    assert presend.__all__ == sorted(presend.__all__)
    assert all(getattr(presend, name) is not None for name in presend.__all__)
    assert set(presend.__all__) <= set(dir(presend))
    with pytest.raises(AttributeError, match="chek"):
        _ = presend.chek  # type: ignore[attr-defined]


def test_importing_presend_imports_nothing_heavy() -> None:
    code = f"import sys, presend; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_check_stays_a_function_whatever_was_imported() -> None:
    code = "import presend.cli, presend.checks, presend; print(presend.check('Metadata', {}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "()"


def test_problems_and_their_error_survive_pickling_and_read_well() -> None:
    with pytest.raises(presend.InvalidPayload) as caught:
        presend.validate("POST /v1/threads/thread_1/runs?x=1", {"temperature": 3})
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.problems == caught.value.problems
    assert str(error) == (
        "POST /v1/threads/thread_1/runs?x=1: 2 problems\n"
        "  /assistant_id: Missing required parameter: 'assistant_id'.\n"
        "  /temperature: Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 3."
    )
    assert error.problems[0].as_openai_error() == {
        "error": {
            "message": "Missing required parameter: 'assistant_id'.",
            "type": "invalid_request_error",
            "param": "assistant_id",
            "code": "missing_required_parameter",
        }
    }


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        ({"target": "CreateRunRequst"}, "Did you mean 'CreateRunRequest'"),
        ({"target": "POST /moderation"}, "Did you mean 'POST /moderations'"),
        ({"target": "GET /moderations"}, "POST /moderations"),
        ({"target": "zzz"}, "Known targets: CreateImageVariationRequest"),
        ({"target": "Metadata", "pack": "no.such.pack"}, "Unknown pack 'no.such.pack'"),
        ({"target": "Metadata", "pack": "json"}, "one of presend.openai"),
        ({"target": "Metadata", "ignore": ["metadata.max-pair"]}, "Did you mean 'metadata.max-pairs'"),
        ({"target": "Metadata", "enable": ["nope"]}, "`presend rules` lists them"),
    ],
)
def test_an_unknown_name_is_a_lookup_error_that_names_the_nearest(arguments: dict[str, str], nearest: str) -> None:
    with pytest.raises(LookupError, match=r"expected|Unknown") as caught:
        presend.check(payload={}, **arguments)  # type: ignore[arg-type]
    assert nearest in str(caught.value)


@pytest.mark.parametrize(
    "target", ["POST /moderations", "post /moderations/", "POST /v1/moderations", "CreateModerationRequest"]
)
def test_a_target_is_a_schema_or_an_operation(target: str) -> None:
    assert presend.check(target, {"input": "a"}) == ()
