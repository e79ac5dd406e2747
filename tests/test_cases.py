"""Each payload of tests/cases has exactly the problems that its row lists."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pydantic
import pytest

import presend
from presend.openai import models
from presend.openai.rules import RULES
from presend.openai.rules.elsewhere import ELSEWHERE, KEYWORD
from presend.packs.find import find_pack
from presend.structured.requirements import REQUIREMENTS
from tests.png_files import RGB, png

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER = Path(__file__).parent / "cases"
SCHEMA = json.loads((FOLDER / "case.schema.json").read_text("utf-8"))
PATHS = sorted(FOLDER.glob("*/*.json"))
FILES = {path: json.loads(path.read_text("utf-8")) for path in PATHS}
CASES = [case for file in FILES.values() for case in file["cases"]]
SWITCHES = ("strict", "enable", "ignore", "form")
UPLOADS = {"square.png": ("square.png", png(colour=RGB), "image/png"), "not-available": presend.FILE_NOT_AVAILABLE}
# The built-in pack lacks these keywords, or has them only where they enforce a rule with its own id.
UNUSED = (
    "const exclusiveMinimum exclusiveMaximum minLength maxLength minProperties maxProperties multipleOf pattern "
    "uniqueItems contains maxContains propertyNames dependentRequired unevaluatedProperties unevaluatedItems "
    "oneOf not"
)
NOT_HERE = re.compile(rf"(json|yaml|image-variation\.image)\..*|type\.file|schema\.({'|'.join(UNUSED.split())})")
OF_SCHEMAS = {rule.id for rule in REQUIREMENTS.values()}  # tests/test_strict_schemas.py has these

every_file = pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path.parent.name}/{path.stem}")


def each(wanted: Callable[[dict[str, Any]], bool]) -> pytest.MarkDecorator:
    """Return the mark that runs a test on every wanted case."""
    every = ((file["target"], case, path) for path, file in FILES.items() for case in file["cases"])
    return pytest.mark.parametrize(
        ("target", "case"),
        [
            pytest.param(target, case, id=f"{path.parent.name}/{path.stem}: {case['description']}")
            for target, case, path in every
            if wanted(case)
        ],
    )


every_case = each(lambda _: True)
every_case_that_text_can_say = each(lambda case: "payload" in case and "$file" not in json.dumps(case))


def expand(value: Any) -> Any:
    """Return a payload with its markers replaced; see case.schema.json."""
    match value:
        case {"$repeat": str(text), "times": times}:
            return text * times
        case {"$repeat": item, "times": times}:
            return [expand(item) for _ in range(times)]
        case {"$file": name}:
            return UPLOADS[name]
        case {"$number": name}:
            return float(name)
        case dict():
            return {name: expand(member) for name, member in value.items()}
        case list():
            return [expand(item) for item in value]
    return value


def given(case: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Return the payload of a case as it is passed to presend, and the switches."""
    payload = case["text"] if "text" in case else expand(case["payload"])
    payload = payload.encode(case["encoding"]) if "encoding" in case else payload
    return payload, {name: case[name] for name in SWITCHES if name in case}


def has_errors(case: dict[str, Any]) -> bool:
    return any(problem["severity"] == "error" for problem in case["problems"])


def dump(result: Any) -> Any:
    return result.model_dump(exclude_unset=True) if isinstance(result, pydantic.BaseModel) else result


@every_file
def test_a_file_fits_its_schema_and_its_folder(path: Path) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(FILES[path])
    schema = find_pack().resolve(FILES[path]["target"])
    assert path.parent.name == re.sub(r"(?<!^)(?=[A-Z])", "-", schema).lower()
    descriptions = [case["description"] for case in FILES[path]["cases"]]
    assert len(set(descriptions)) == len(descriptions)


@every_case
def test_check_finds_every_problem(target: str, case: dict[str, Any]) -> None:
    payload, switches = given(case)
    problems = presend.check(target, payload, **switches)
    keys = ("rule", "pointer", "severity", "code")
    found = [{key: getattr(problem, key) for key in keys} for problem in problems]
    assert found == [{key: wanted[key] for key in keys} for wanted in case["problems"]]
    for problem, wanted in zip(problems, case["problems"], strict=True):
        assert wanted.get("says", "") in problem.message
        assert "line" not in wanted or (problem.line, problem.column) == (wanted["line"], wanted["column"])
        assert (problem.line is None) == (problem.column is None) == ("text" not in case)
    assert repr(payload) == repr(given(case)[0])


@every_case
def test_the_three_faces_and_the_models_agree(target: str, case: dict[str, Any]) -> None:
    payload, switches = given(case)
    model: Any = pydantic.TypeAdapter(getattr(models, find_pack().resolve(target)))
    plain = "text" not in case and not switches
    assert presend.is_valid(target, payload, **switches) is not has_errors(case)
    if has_errors(case):
        with pytest.raises(presend.InvalidPayload) as caught:
            presend.validate(target, payload, **switches)
        errors = [problem for problem in presend.check(target, payload, **switches) if problem.severity == "error"]
        assert list(caught.value.problems) == errors
        if plain:
            with pytest.raises(pydantic.ValidationError):
                model.validate_python(payload)
    else:
        result = presend.validate(target, payload, **switches)
        assert "form" in case or dump(result) == (json.loads(payload) if "text" in case else payload)
        assert not plain or dump(model.validate_python(payload)) == payload
    assert repr(payload) == repr(given(case)[0])


@every_case_that_text_can_say
def test_text_and_mapping_have_the_same_problems(target: str, case: dict[str, Any]) -> None:
    payload, switches = given(case)
    problems = presend.check(target, json.dumps(payload), **switches)
    assert all(problem.line and problem.column for problem in problems)
    bare = [dataclasses.replace(problem, line=None, column=None) for problem in problems]
    assert bare == list(presend.check(target, payload, **switches))


def test_every_rule_has_a_violating_case() -> None:
    reported = {problem["rule"] for case in CASES for problem in case["problems"]}
    refused = {case["row"] for case in CASES if has_errors(case)}
    by_keyword = {name for name, words in ELSEWHERE.items() if words.startswith(KEYWORD)}
    rules = {rule.id for rule in find_pack().rules.values() if not NOT_HERE.fullmatch(rule.id)} - OF_SCHEMAS
    assert rules - reported == set()
    assert by_keyword - refused == set()


def test_every_row_has_a_passing_case() -> None:
    passed = {
        case["row"]
        for case in CASES
        if not has_errors(case) and case["row"] not in {problem["rule"] for problem in case["problems"]}
    }
    rows = {rule.id for rule in RULES if not NOT_HERE.fullmatch(rule.id)} | ELSEWHERE.keys()
    assert rows - OF_SCHEMAS - passed == set()
    assert {case["row"] for case in CASES} - rows <= {None, *find_pack().rules}
