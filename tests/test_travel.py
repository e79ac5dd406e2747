"""Rules of today's API in packs of other specs: they hold where possible, and `generate` lists the others."""

from __future__ import annotations

import copy
import functools
import json
import re
from pathlib import Path
from typing import Any

import pytest

import presend
from presend.packs.find import find_pack
from presend.packs.names import TODAY
from presend_codegen.schemas.closure import closure, references
from presend_codegen.source.load import load_document
from tests.made_files import expand
from tests.specs import generate, kept_pack, public_pack
from tests.test_recorded import grown
from tests.test_recorded import rows as recorded
from tests.test_rules_today import rows as of_rules
from tests.test_rules_today import switches

DOCUMENT = Path(__file__).parent.parent / "spec" / "today" / "openapi.yaml"
CHAT = "/chat/completions"
REQUEST = "CreateChatCompletionRequest"
HELLO = {"model": "my-model", "messages": [{"role": "user", "content": "Hello"}]}
ORPHAN = {
    "messages": [{"role": "user", "content": "Hello"}, {"role": "tool", "tool_call_id": "call_1", "content": "7"}]
}

# Rows of tests/rules_today that the document itself cannot show: the members stand in overlays, as the SDK has them.
OF_OVERLAYS = {
    "image-edit.markup.png",
    "observed.response.no-unknown-members",
    "response.message.output-parts.assistant-only",
}
STAYS = "response.text.json-object.gpt-4o"  # its schema is of an overlay


def whole() -> Any:
    """Return the document of today's API, as a user would have it."""
    return json.loads(text())


@functools.cache
def text() -> str:
    return json.dumps(load_document(DOCUMENT), default=str)


def of_chat() -> Any:
    """Return the part of it that is chat completions."""
    document = whole()
    document["paths"] = {CHAT: {"post": document["paths"][CHAT]["post"]}}
    schemas = document["components"]["schemas"]
    document["components"] = {"schemas": closure(schemas, references(document["paths"]))}
    return document


def called(document: Any, names: dict[str, str]) -> Any:
    """Return a document with other names of schemas."""
    text = re.sub(
        r'"#/components/schemas/([^"/]+)"',
        lambda found: f'"#/components/schemas/{names.get(found[1], found[1])}"',
        json.dumps(document),
    )
    document = json.loads(text)
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = {names.get(name, name): schema for name, schema in schemas.items()}
    return document


def silent(node: Any, *, names: bool = False) -> Any:
    """Return a document without its sentences."""
    if isinstance(node, dict):
        kept = {key: part for key, part in node.items() if names or key not in ("description", "title")}
        return {key: silent(part, names=not names and key == "properties") for key, part in kept.items()}
    return [silent(part) for part in node] if isinstance(node, list) else node


def made(document: Any, folder: Path) -> tuple[str, str, set[str]]:
    """Return the pack of a document, the output of `generate`, and the rules that stayed behind by this output."""
    result, pack = generate(document, folder)
    assert result.exit_code == 0, result.output
    return pack, result.output, left_behind(result.output)


def left_behind(said: str) -> set[str]:
    named = (line.rpartition(": ")[2].rstrip(".") for line in said.splitlines() if line.startswith("- "))
    return {rule for line in named for rule in line.split(", ")}


def rules(pack: str, target: str, payload: Any) -> set[str]:
    return {problem.rule for problem in presend.check(target, payload, pack=pack)}


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, set[str]]:
    file = tmp_path_factory.mktemp("today") / "openapi.json"
    file.write_text(text(), "utf-8")
    said = kept_pack("today_of_a_user", file)
    return "today_of_a_user", said, left_behind(said)


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, set[str]]:
    return made(of_chat(), tmp_path_factory.mktemp("chat"))


def own_rules(pack: str) -> set[str]:
    """Return the rules of a pack that are not of every pack."""
    return {rule for rule in find_pack(pack).rules if rule not in find_pack("presend.settings").rules}


def test_all_rules_of_the_whole_api_travel_to_the_document_that_they_were_written_for(
    today: tuple[str, str, set[str]],
) -> None:
    pack, said, behind = today
    assert behind == {STAYS}
    assert f"- the members that they read have another shape: {STAYS}." in said
    assert set(find_pack(pack).travelled) == own_rules(TODAY) - {STAYS}


def test_rules_that_travelled_report_the_same_problems(today: tuple[str, str, set[str]]) -> None:
    pack = find_pack(today[0])
    told, silent_rows = 0, set()
    for row in (one.values[0] for one in of_rules()):
        if row["rule"] not in pack.travelled or row.get("pack"):
            continue
        asked = {**switches(row), "pack": pack}
        outside = {problem.rule for problem in presend.check(row["target"], expand(row["violates"]), **asked)}
        if "passes" in row:
            inside = {problem.rule for problem in presend.check(row["target"], expand(row["passes"]), **asked)}
            assert row["rule"] not in inside
        told += row["rule"] in outside
        silent_rows |= set() if row["rule"] in outside else {row["rule"]}
    assert silent_rows == OF_OVERLAYS
    assert told > 700


DEPLOYED = "/deployments/{deployment-id}"


@pytest.mark.parametrize(("name", "before"), [("today", ""), ("openai_official", ""), ("openai_azure", DEPLOYED)])
def test_no_rule_that_travelled_refuses_a_recorded_request(
    name: str, before: str, request: pytest.FixtureRequest
) -> None:
    pack = find_pack(request.getfixturevalue("today")[0] if name == "today" else public_pack(name))
    seen = 0
    for row in recorded("requests"):
        method, path, *_ = row["operation"].split()
        target = f"{method} {before}{path}"
        if not pack.operations_at(method, before + path):
            continue
        problems = presend.check(target, grown(row["payload"]), pack=pack)
        wrong = [p for p in problems if p.severity == "error" and p.rule in pack.travelled]
        assert wrong == [], row["source"]
        seen += 1
    assert seen > 400


def test_rules_go_where_schemas_are_called_otherwise(tmp_path: Path, chat: tuple[str, str, set[str]]) -> None:
    names = {REQUEST: "TalkBody", "ChatCompletionRequestToolMessage": "Answer", "FunctionObject": "Callable"}
    pack, _, behind = made(called(of_chat(), names), tmp_path)
    assert behind == chat[2]
    assert set(find_pack(pack).travelled) == set(find_pack(chat[0]).travelled)
    assert "chat.tool-message.call-present" in rules(pack, "TalkBody", {**HELLO, **ORPHAN})
    assert rules(pack, "Callable", {"name": "a b"}) == {"function.name.charset"}


def test_a_sentence_that_changed_leaves_its_rules_behind(tmp_path: Path, chat: tuple[str, str, set[str]]) -> None:
    document = of_chat()
    options = document["components"]["schemas"]["ChatCompletionStreamOptions"]
    options["anyOf"][0].pop("description", None)
    options["description"] = "Options of streams, which may be set at any time."
    pack, said, behind = made(document, tmp_path)
    assert behind - chat[2] == {"stream-options.needs-stream"}
    assert "the spec has another sentence there: stream-options.needs-stream." in said
    payload = {**HELLO, "stream_options": {"include_usage": True}}
    assert rules(chat[0], f"POST {CHAT}", payload) == {"stream-options.needs-stream"}
    assert rules(pack, f"POST {CHAT}", payload) == set()


def test_a_member_that_is_gone_leaves_the_rules_that_read_it_behind(
    tmp_path: Path, chat: tuple[str, str, set[str]]
) -> None:
    document = of_chat()
    request = document["components"]["schemas"][REQUEST]["allOf"][1]["properties"]
    del request["modalities"], request["seed"]
    pack, _, behind = made(document, tmp_path)
    assert behind - chat[2] == {
        "chat.audio.required",
        "chat.audio.without-modality",
        "chat.modalities.model",
        "chat.seed.deprecated",
        "observed.chat.audio.needed",
        "observed.chat.audio.stream-format",
        "observed.chat.no-unknown-members",  # what is not listed there may still be known
    }
    speaks = {**HELLO, "audio": {"voice": "alloy", "format": "wav"}}
    assert "chat.audio.without-modality" in rules(chat[0], f"POST {CHAT}", speaks)
    assert "chat.audio.without-modality" not in rules(pack, f"POST {CHAT}", speaks)


def azure(document: Any) -> Any:
    """Return a document of chat in Azure's dialect: its paths, its names, its members, no sentence."""
    document = silent(
        called(document, {name: name[0].lower() + name[1:] for name in document["components"]["schemas"]})
    )
    document["info"] = {"title": "Azure OpenAI Service API", "version": "2025-01-01"}
    document["servers"] = [
        {"url": "https://{endpoint}/openai", "variables": {"endpoint": {"default": "me.openai.azure.com"}}}
    ]
    item = document["paths"].pop(CHAT)
    document["paths"]["/deployments/{deployment-id}/chat/completions"] = item
    request = document["components"]["schemas"]["createChatCompletionRequest"]["allOf"][1]
    del request["properties"]["model"]
    request["required"].remove("model")
    source = {"type": "object", "properties": {"type": {"type": "string"}, "parameters": {"type": "object"}}}
    request["properties"]["data_sources"] = {"type": "array", "items": source}
    request["properties"]["azure_user_security_context"] = {"type": "object"}
    return document


def test_rules_of_chat_speak_in_azures_dialect(tmp_path: Path) -> None:
    pack, said, behind = made(azure(of_chat()), tmp_path)
    held = find_pack(pack).travelled
    target = "POST /deployments/{deployment-id}/chat/completions"
    plain = {"messages": [{"role": "user", "content": "Hello"}], "data_sources": [{"type": "azure_search"}]}
    assert rules(pack, target, {**plain, "azure_user_security_context": {"application_name": "x"}}) == set()
    assert rules(pack, target, ORPHAN) == {"chat.tool-message.call-present"}
    bad = {"type": "function", "function": {"name": "a b"}}
    assert rules(pack, target, {**plain, "tools": [bad]}) == {"function.name.charset"}
    assert rules(pack, target, {**plain, "metadata": {str(number): "" for number in range(17)}}) >= {
        "metadata.max-pairs"
    }
    assert "observed.chat.temperature.model" in behind  # a model is called as its deployment is
    assert "model.retired" in behind
    assert "they are for models, but Azure uses the names of deployments: " in said
    assert {"chat.tool-message.call-present", "observed.chat.tools.max-items"} <= set(held)


def test_no_rule_travels_to_an_unrelated_api(tmp_path: Path) -> None:
    document = silent(of_chat()) | {"servers": [{"url": "https://api.example.com/v1"}]}
    document["info"] = {"title": "Another API", "version": "1"}
    pack, said, behind = made(document, tmp_path)
    assert find_pack(pack).travelled == {}
    assert behind == set()
    assert "none of OpenAI's rules applies" in said


WIDER = {  # what a rule was not written for: a change of the tools' schema, of the messages' tag, of a default
    "another type": ("stream", {"type": ["boolean", "string"]}, "stream-options.needs-stream"),
    "another default": ("stream", {"type": "boolean", "default": True}, "stream-options.needs-stream"),
}


@pytest.mark.parametrize(("member", "schema", "rule"), WIDER.values(), ids=WIDER.keys())
def test_a_rule_stays_behind_if_a_member_that_it_reads_is_wider(
    tmp_path: Path, member: str, schema: Any, rule: str
) -> None:
    document = of_chat()
    document["components"]["schemas"][REQUEST]["allOf"][1]["properties"][member] = copy.deepcopy(schema)
    pack, _, behind = made(document, tmp_path)
    assert rule in behind
    assert rule not in find_pack(pack).travelled


def test_a_limit_of_the_other_spec_is_kept(tmp_path: Path) -> None:
    document = of_chat()
    document["components"]["schemas"][REQUEST]["allOf"][1]["properties"]["tools"]["maxItems"] = 500
    pack, said, behind = made(document, tmp_path)
    assert "observed.chat.tools.max-items" in behind
    assert re.search(r"or its own limit: .*observed\.chat\.tools\.max-items", said)
    tool = {"type": "function", "function": {"name": "f"}}
    assert rules(pack, f"POST {CHAT}", {**HELLO, "tools": [tool] * 200}) == set()
    assert rules(pack, f"POST {CHAT}", {**HELLO, "tools": [tool] * 501}) == {"schema.maxItems"}
