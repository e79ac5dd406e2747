"""Proofs and the index of rules change no result: `check` reports the same as the walk with every rule.

The walk in these tests uses no proof and no index: it runs every rule at every place.
"""

from __future__ import annotations

import concurrent.futures
import contextlib
import dataclasses
import datetime as dt
import functools
import itertools
import json
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import presend
from presend.packs.find import as_pack, find_pack
from presend.packs.names import FRAGMENT, TODAY
from presend.packs.pack import Pack
from presend.problems import Finding
from presend.rule import Rule
from presend.strategies import payloads
from presend_codegen.source.load import SpecError
from tests.amount import examples
from tests.made_files import expand
from tests.made_packs import make_pack
from tests.payload_strategies import SEEDS, changed
from tests.schema_strategies import documents, values
from tests.test_recorded import grown
from tests.test_recorded import rows as recorded
from tests.test_rules_today import rows as ruled
from tests.test_rules_today import switches

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
ABSENT = object()
REQUESTS = ("response", "chat", "embedding", "image", "batch")
OPERATIONS = dict(
    zip(
        REQUESTS,
        ("POST /responses", "POST /chat/completions", "POST /embeddings", "POST /images/generations", "POST /batches"),
        strict=True,
    )
)


class Whole(Pack):
    """A pack without an index: all its rules apply at every place."""

    @functools.cached_property
    def rules(self) -> dict[str, Rule]:
        return dict(find_pack(self.name).rules)


@functools.cache
def whole(name: str) -> Whole:
    return Whole(name)


@contextlib.contextmanager
def without_proofs() -> Iterator[None]:
    with (
        mock.patch("presend.checking.walk.PROVED", -1),
        mock.patch("presend.checking.walk.is_settled", return_value=False),
        mock.patch("presend.checking.find_problems.prove_payload", return_value=None),
    ):
        yield


def both(target: str, payload: Any, pack: str | None = None, **options: Any) -> tuple[Any, Any]:
    """Return what `check` tells, and what the walk tells that tries no proof and has every rule at every place."""
    return presend.check(target, payload, pack=pack, **options), walked(target, payload, pack, **options)


def walked(target: str, payload: Any, pack: str | None = None, **options: Any) -> Any:
    name = pack or as_pack(None, target).name
    with without_proofs():
        return presend.check(target, payload, pack=whole(name), **options)


ROWS = {str(parameter.id): parameter.values[0] for parameter in ruled()}


@functools.cache  # for two tests
def walked_row(row_id: str, name: str) -> Any:
    """Return the problems that the walk finds in one payload of a row of tests/rules_today."""
    row = ROWS[row_id]
    return walked(row["target"], expand(row[name]), **switches(row))


@pytest.mark.parametrize("row_id", ROWS, ids=str)
def test_payloads_of_the_rules_of_the_whole_api(row_id: str) -> None:
    row = ROWS[row_id]
    for name in row.keys() & {"passes", "violates"}:
        assert presend.check(row["target"], expand(row[name]), **switches(row)) == walked_row(row_id, name)


@pytest.mark.parametrize("name", ["requests", "answers"])
def test_recorded_payloads(name: str) -> None:
    asked = 0
    for row in recorded(name)[:: 1 if name == "requests" else 4]:
        target = " ".join(row["operation"].split()[:2])
        if name == "answers":
            found = [one for one in find_pack(TODAY).operations_at(*row["operation"].split()) if one.response]
            target = str(found[0].response) if found else ""
        with contextlib.suppress(LookupError):  # of what presend does not hold
            told, walked = both(target, json.dumps(grown(row["payload" if name == "requests" else "response"])))
            assert told == walked, row["source"]
            asked += 1
    assert asked > 200


@pytest.mark.parametrize("kind", REQUESTS)
def test_payloads_with_a_few_changes(kind: str) -> None:
    target = OPERATIONS[kind]
    seeds = [json.loads((ROOT / "examples" / "good" / f"{kind}.json").read_text("utf-8"))]
    seeds += [grown(row["payload"]) for row in recorded("requests") if row["operation"] == target][::8]
    seeds += [
        expand(row.values[0]["violates"])
        for row in ruled()
        if row.values[0]["target"] == target and not row.values[0].get("form")
    ]

    @settings(max_examples=examples(200), suppress_health_check=list(HealthCheck))
    @given(changed(seeds), st.booleans(), st.booleans())
    def run(payload: Any, strict: bool, enabled: bool) -> None:
        options: dict[str, Any] = {"strict": strict, "enable": ["observed.request.no-unknown-keys"] if enabled else ()}
        told, walked = both(target, json.dumps(payload), pack=TODAY, **options)
        assert told == walked
        is_right = not any(problem.severity == "error" for problem in walked)
        if not (strict or enabled):
            assert presend.is_valid(target, json.dumps(payload), pack=TODAY) == is_right

    run()


def parts_of(value: Any) -> Iterator[Any]:
    """Yield a value and all that is in it."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        yield part
        waiting.extend(part.values() if isinstance(part, dict) else part if isinstance(part, list) else ())


@pytest.mark.parametrize("kind", REQUESTS)
def test_a_look_that_says_yes_is_right_about_each_rule_that_shares_it(kind: str) -> None:
    target = OPERATIONS[kind]
    seeds = [json.loads((ROOT / "examples" / "good" / f"{kind}.json").read_text("utf-8"))]
    seeds += [grown(row["payload"]) for row in recorded("requests") if row["operation"] == target][::4]
    seeds += [
        expand(row.values[0][name])
        for row in ruled()
        for name in row.values[0].keys() & {"passes", "violates"}
        if row.values[0]["target"] == target and not row.values[0].get("form")
    ]
    sharing: dict[Any, list[Rule]] = {}
    for rule in find_pack(TODAY).rules.values():
        if rule.look is not None and rule.check is not None:
            sharing.setdefault((rule.look, "." in rule.at[0]), []).append(rule)
    assert len(sharing) > 5
    said = 0

    @settings(max_examples=examples(200), suppress_health_check=list(HealthCheck))
    @given(changed(seeds))
    def run(payload: Any) -> None:
        nonlocal said
        for part in parts_of(payload):
            for (look, is_of_member), rules in sharing.items():
                if (is_of_member or isinstance(part, dict)) and look(part):
                    said += 1
                    for rule in rules:
                        assert rule.check is not None
                        assert list(rule.check(part)) == [], rule.id

    run()
    assert said


@pytest.mark.parametrize("target", SEEDS)
def test_payloads_of_the_fragment(target: str) -> None:
    @settings(max_examples=examples(150), suppress_health_check=list(HealthCheck))
    @given(changed(SEEDS[target]))
    def run(payload: Any) -> None:
        if not isinstance(payload, str):
            told, walked = both(target, payload, pack=FRAGMENT)
            assert told == walked

    run()


@pytest.mark.parametrize("target", ["CreateChatCompletionRequest", "CreateEmbeddingRequest", "CreateResponse"])
def test_drawn_payloads(target: str) -> None:
    @settings(max_examples=examples(40), suppress_health_check=list(HealthCheck))
    @given(payloads(target))
    def run(payload: Any) -> None:
        told, walked = both(target, payload)
        assert told == walked

    run()


def test_random_schemas(tmp_path: Path) -> None:
    @settings(max_examples=examples(80), suppress_health_check=list(HealthCheck))
    @given(documents, st.lists(values, min_size=8, max_size=8))
    def run(document: Any, instances: list[Any]) -> None:
        try:
            name = make_pack(tmp_path, {"Root": document})
        except SpecError as error:
            assert "refers to itself" in str(error)  # noqa: PT017
            return
        for value in instances:
            told, walked = both("Root", json.dumps(value), pack=name)
            assert told == walked, (document, value)

    run()


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        ({}, []),
        ({"a": None}, [("/a", "schema.type")]),
        ({"z": None}, [("", "schema.type")]),
    ],
)
def test_a_tag_that_no_value_fits(tmp_path: Path, payload: Any, told: list[tuple[str, str]]) -> None:
    """The first branch has a tag that is null and requires the whole object, so nothing fits it."""
    never = {"properties": {"a": {"$ref": "#", "multipleOf": 1, "const": None}}, "additionalProperties": False}
    document = {"anyOf": [{**never, "required": ["a"]}, {"properties": {}, "maxProperties": 0}], "type": "object"}
    name = make_pack(tmp_path, {"Root": document})
    problems = presend.check("Root", payload, pack=name)
    assert [(problem.pointer, problem.rule) for problem in problems] == told


def test_a_changed_payload_is_checked_again() -> None:
    """A function that was met is known again; one that differs in a single value is not taken for it."""
    payload = json.loads((ROOT / "examples" / "good" / "response.json").read_text("utf-8"))
    for _ in range(2):
        assert presend.check("POST /responses", payload) == ()
    others: tuple[Any, ...] = (False, 0, 1, None, {})
    for wrong in others:
        payload["tools"][0]["parameters"]["additionalProperties"] = wrong
        told, walked = both("POST /responses", payload)
        assert told == walked
        assert bool(told) is (wrong is not False)


def test_items_that_came_before_are_not_taken_for_others() -> None:
    """Rounds in which items recur, in which none does, and in which they do again; some have an error or a warning."""
    items: list[Any] = [
        {"type": "function_call_output", "call_id": "call_1", "output": "4 degrees"},
        {"type": "function_call_output", "call_id": "call_1", "output": 4},
        {"role": "assistant", "content": [{"type": "input_text", "text": "Hello"}]},
        {"role": "user", "content": [{"type": "input_text", "text": "Hello"}], "id": 1},
    ]
    payload = json.loads((ROOT / "examples" / "good" / "response.json").read_text("utf-8"))
    first = payload["input"][:2]
    walks = []
    for item in items:
        told, walk = both("POST /responses", payload | {"input": [*first, item]})
        assert told == walk
        walks.append([(problem.rule, problem.pointer) for problem in walk])
    assert len({len(walk) for walk in walks}) > 1
    for number in range(1_500):
        item, walk = items[number % 4], walks[number % 4]
        said = {"role": "user", "content": f"Hello {number}" if 300 < number < 1_200 else "Hello"}
        found = presend.check("POST /responses", payload | {"input": [*first, item, said]})
        assert [(problem.rule, problem.pointer) for problem in found] == walk


SETTINGS: dict[str, dict[str, tuple[Any, ...]]] = {  # kind of request → member → values; the member is left out, too
    "chat": {
        "model": ("gpt-4o", "gpt-5", "o3", "gpt-5.4-mini", "gpt-4o-search-preview", "my-own"),
        "temperature": (1, 0.5, 1.0, True),
        "reasoning_effort": ("none", "low"),
        "max_tokens": (100, None),
        "n": (2,),
    },
    "response": {
        "model": ("gpt-4o", "gpt-5", "gpt-5.6-sol", "my-own"),
        "temperature": (1, 0.5),
        "reasoning": ({"effort": "none"}, {"effort": "minimal"}, {"summary": "concise"}),
        "tool_choice": ("required", {"type": "function", "name": "other"}),
    },
    "embedding": {
        "model": ("text-embedding-3-small", "text-embedding-ada-002", "gpt-5", "my-own"),
        "dimensions": (256, None),
        "input": ("", "x", [""], ["x", ""], [[]], [[1]], "x " * 9000),
    },
    "image": {
        "model": ("gpt-image-1.5", "gpt-image-2", "dall-e-3", "my-own"),
        "size": ("1024x1024", "1000x1000", "auto"),
        "quality": ("low", "hd"),
        "output_compression": (50, 100),
    },
}


@pytest.mark.parametrize("kind", SETTINGS)
def test_settings_that_were_met_are_not_taken_for_others(kind: str) -> None:
    """Also where several threads ask at once, and where a member that no rule reads is another each time."""
    target, members = OPERATIONS[kind], SETTINGS[kind]
    good = json.loads((ROOT / "examples" / "good" / f"{kind}.json").read_text("utf-8"))
    kept = {name: value for name, value in good.items() if name not in members}
    payloads_of = []
    for number, chosen in enumerate(itertools.product(*((ABSENT, *known) for known in members.values()))):
        given = {name: value for name, value in zip(members, chosen, strict=True) if value is not ABSENT}
        kept["user"] = f"user-{number % 100}"
        payloads_of.append(json.dumps(kept | given))
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        told = [list(pool.map(functools.partial(presend.check, target, pack=TODAY), payloads_of)) for _ in range(3)]
    with without_proofs():
        walked = [presend.check(target, payload, pack=whole(TODAY)) for payload in payloads_of]
    assert told == [walked] * 3
    assert len({len(problems) for problems in walked}) > 1


def test_a_rule_s_note_on_a_branch_is_reported_once(tmp_path: Path) -> None:
    branch = {"type": "object", "properties": {"kind": {"enum": ["a"]}, "n": {"type": "integer"}}, "required": ["kind"]}
    other = {"type": "object", "properties": {"kind": {"enum": ["b"]}}, "required": ["kind"]}
    schema = {"$defs": {"A": branch, "B": other}, "anyOf": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}
    name = make_pack(tmp_path, {"Root": {**schema}})
    pack = find_pack(name)
    for severity in ("note", "warning", "error"):
        rule = Rule(f"a.{severity}", severity, "prose", "It is told.", "Do.", at=("A",), check=_always)
        made = _Ruled(name, dataclasses.replace(rule, at=(next(one for one in pack.schemas if one.endswith("A")),)))
        for value in ({"kind": "a", "n": 1}, {"kind": "b"}, {"kind": "c"}):
            told = presend.check("Root", value, pack=made)
            with without_proofs():
                assert presend.check("Root", value, pack=made) == told
            assert any(problem.rule == rule.id for problem in told) is (value["kind"] == "a")


def _always(value: Any) -> Iterator[Finding]:
    if isinstance(value, dict):
        yield Finding("FoundProblems of {param}.")


class _Ruled(Pack):
    """A pack with one rule more."""

    def __init__(self, name: str, rule: Rule) -> None:
        super().__init__(name)
        self.rule = rule

    @functools.cached_property
    def rules(self) -> dict[str, Rule]:
        return {**find_pack(self.name).rules, self.rule.id: self.rule}


IN_A_FORK = """
import os, pickle, sys
import presend
from tests.made_files import expand
presend.check
assert "presend.openai.today.rules.models" not in sys.modules
told = {}
for target, calls in pickle.load(sys.stdin.buffer).items():
    read, write = os.pipe()
    if not os.fork():  # no other target was met before
        with open(write, "wb") as out:
            pickle.dump([presend.check(target, expand(payload), **options) for payload, options in calls], out)
        os._exit(0)
    os.close(write)
    with open(read, "rb") as answer:
        told[target] = pickle.load(answer)
    os.wait()
pickle.dump(told, sys.stdout.buffer)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="each target needs a process that has met no other")
def test_a_process_that_has_met_no_other_target_of_the_whole_api_tells_the_same() -> None:
    """Rules that were loaded for other targets, in any order, do not change the result."""
    calls: dict[str, list[tuple[Any, dict[str, Any]]]] = {}
    expected: dict[str, list[Any]] = {}
    for row_id, row in ROWS.items():
        for name in [name for name in ("violates", "passes") if name in row]:
            calls.setdefault(row["target"], []).append((row[name], switches(row)))
            expected.setdefault(row["target"], []).append(walked_row(row_id, name))
    done = subprocess.run(
        [sys.executable, "-c", IN_A_FORK], cwd=ROOT, input=pickle.dumps(calls), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = pickle.loads(done.stdout)
    assert len(told) == len(calls) > 30
    for target, walks in expected.items():
        assert told[target] == walks, target


FIRST_CHECKS = {
    "POST /responses": "response",
    "POST /chat/completions": "chat",
    "POST /embeddings": "embedding",
    "POST /images/generations": "image",
}
NEEDLESS = (
    "pydantic msgspec jsonschema_rs urllib.parse pkgutil email socket presend.schema.regex.syntax "
    "presend.fastpath.quick presend.fastpath.build presend.model.base presend.checking.forms "
    "presend.files.uploads presend.files.png presend.json_schemas presend.transport.transports"
).split()


@pytest.mark.parametrize("target", FIRST_CHECKS)
def test_the_first_check_of_a_right_request_imports_what_it_needs(target: str) -> None:
    """Each of these takes half a millisecond to tens of them; wrong payloads, files and other calls need them."""
    file = Path(__file__).parent.parent / "examples" / "good" / f"{FIRST_CHECKS[target]}.json"
    code = f"""
import json, sys
before = {{*sys.modules}}
import presend
told = presend.check({target!r}, open({str(file)!r}, "rb").read())
errors = [problem.rule for problem in told if problem.severity == "error"]
print(json.dumps([errors, sorted({{*{NEEDLESS}}} & sys.modules.keys() - before)]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[], []]


def test_the_first_check_imports_the_topics_that_it_meets() -> None:
    code = """
import json, sys, presend
before = [name for name in sys.modules if name.startswith("presend.")]
presend.check("POST /embeddings", '{"model": "text-embedding-3-small", "input": "x"}')
topics = [name.rpartition(".")[2] for name in sys.modules if name.startswith("presend.openai.today.rules.")]
needless = ("pydantic", "msgspec", "jsonschema_rs", "presend.openai.rules.image")
others = [name for name in needless if name in sys.modules]
known = len(presend.rules("presend.openai.today"))
print(json.dumps([before, sorted(topics), others, known]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    before, topics, others, known = json.loads(done.stdout)
    assert before == []
    assert {"embeddings", "index", "models"} <= set(topics)
    assert len(topics) < 8
    assert others == []
    assert known > 400


def test_a_rule_that_reads_the_date_runs_again_later() -> None:
    criterion: dict[str, Any] = {
        "type": "label_model",
        "name": "n",
        "model": "gpt-4o",
        "labels": ["a"],
        "passing_labels": ["a"],
    }
    criterion["input"] = [{"role": "user", "content": "x"}]
    payload = {
        "data_source_config": {"type": "custom", "item_schema": {"type": "object", "properties": {}}},
        "testing_criteria": [criterion],
    }
    days = {0: dt.date(2020, 1, 1), 3 * 3600: dt.date(2029, 1, 1)}
    found = []
    for clock, day in days.items():
        with (
            mock.patch("presend.openai.today.rules.models._today", return_value=day),
            mock.patch("presend.checking.rule_proofs.time", return_value=1e9 + clock),
        ):
            found.append([[problem.rule for problem in presend.check("POST /evals", payload)] for _ in range(3)])
    assert found == [[[]] * 3, [["model.retired"]] * 3]
