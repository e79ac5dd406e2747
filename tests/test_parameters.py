"""Parameters of today's operations are targets: `METHOD /path query` and `METHOD /path path`."""

from __future__ import annotations

from typing import Any

import pytest
from click.testing import CliRunner

import presend
from presend.cli.program import command

CASES: list[tuple[str, dict[str, Any], list[str]]] = [
    ("GET /vector_stores query", {"limit": 100, "order": "asc"}, []),
    ("GET /vector_stores query", {"order": "up"}, ["/order schema.enum"]),
    ("GET /vector_stores query", {"limit": "100"}, ["/limit schema.type"]),
    ("GET /files query", {}, []),
    ("GET /files/file-1 path", {"file_id": "file-1"}, []),
    ("GET /files/{file_id} path", {}, ["/file_id schema.required"]),
    ("GET /responses/resp_1 query", {"include": ["nothing"]}, ["/include/0 schema.enum"]),
    ("listFiles query", {"limit": True}, ["/limit schema.type"]),
]


@pytest.mark.parametrize(("target", "parameters", "told"), CASES)
def test_parameters_are_checked(target: str, parameters: dict[str, Any], told: list[str]) -> None:
    found = presend.check(target, parameters)
    assert [f"{problem.pointer} {problem.rule}" for problem in found if problem.severity == "error"] == told
    assert presend.is_valid(target, parameters) == (not told)


def test_a_query_is_read_as_text_where_it_is_a_form() -> None:
    assert presend.check("GET /vector_stores query", {"limit": "100", "order": "desc"}, form=True) == ()
    (problem,) = presend.check("GET /vector_stores query", {"limit": "many"}, form=True)
    assert (problem.pointer, problem.rule) == ("/limit", "schema.type")


def test_the_command_line_takes_them_as_fields() -> None:
    result = CliRunner().invoke(command, ["check", "GET /files query", "-F", "order=up"])
    assert (result.exit_code, "'asc' and 'desc'" in result.stdout) == (1, True), result.output


@pytest.mark.parametrize("target", ["POST /responses query", "GET /nothing query", "GET /files header"])
def test_an_operation_without_such_parameters_is_no_target(target: str) -> None:
    with pytest.raises(LookupError, match="Unknown target"):
        presend.check(target, {})


def test_an_unknown_target_names_operations_and_generate() -> None:
    with pytest.raises(LookupError, match=r"POST /responses.*`presend operations`.*`presend generate`"):
        presend.check("something of another kind altogether", {})
