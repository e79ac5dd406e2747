"""`presend sync --write` copies facts and no sentences, all or nothing, and keeps what rules rest on."""

from __future__ import annotations

import copy
import dataclasses
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
import tomllib
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import openapi_spec_validator
import pytest
from click.testing import CliRunner

import presend
from presend.cli.program import command
from presend.openai.rules import OPEN
from presend_codegen.source.load import SpecError, load_document
from presend_codegen.source.record import digests_of, sentence_digest, with_values
from presend_codegen.upstream import take_over as taking_over
from presend_codegen.upstream.fragment import facts, facts_digest
from presend_codegen.upstream.sentences import CHANGED, GONE, MOVED, UNCHANGED, texts_of
from presend_codegen.upstream.sentences import NEW as NEW_SENTENCE
from presend_codegen.upstream.sync import sync
from presend_codegen.upstream.sync_reports import is_quiet
from presend_codegen.upstream.take_over import Revision, left_open, take_over
from tests import forked
from tests.small_fragment import NEW, PREFIX, RULES, SCHEMAS, adapted, document, made, revised, with_actions

if TYPE_CHECKING:
    from pathlib import Path

    from presend_codegen.source.record import Places
    from presend_codegen.upstream.sync import Sync

REVISION = Revision(NEW, "a1b2c3d")


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Return the fragment with an overlay that is mended for the new document."""
    places = made(tmp_path)
    with_actions(places, adapted())
    return places


@pytest.fixture
def forking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make packs in forked processes; the tests of the command and of signals start Python itself."""

    def run(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        python, switch, module, *arguments = command
        assert (python, switch) == (sys.executable, "-m")
        return forked.run(*arguments, module=module)

    monkeypatch.setattr(taking_over, "subprocess", SimpleNamespace(run=run))


def held(places: Places, new: Any, rules: tuple[presend.Rule, ...] = RULES) -> Sync:
    file = places.spec.parent / "new.json"
    file.write_text(json.dumps(new))
    return sync(str(file), places, rules)


def contents(places: Places) -> dict[str, str]:
    files = (path for folder in (places.spec, places.out, places.docs) for path in folder.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.suffix != ".pyc"}


def source(places: Places) -> Any:
    return tomllib.loads((places.spec / "SOURCE.toml").read_text("utf-8"))


def rows(places: Places) -> dict[str, list[str]]:
    lines = (places.spec / "digests.tsv").read_text("utf-8").splitlines()
    return {line.split("\t")[0].removeprefix(PREFIX): line.split("\t")[1:] for line in lines if line.startswith("#/")}


# --- What is written ---


@pytest.mark.usefixtures("forking")
def test_facts_come_over_and_sentences_do_not(places: Places) -> None:
    found = held(places, revised())
    changed = take_over(found, places, REVISION)
    assert {"openapi.yaml", "SOURCE.toml", "digests.tsv", "models.py"} <= {path.name for path in changed}
    new = load_document(places.spec / "openapi.yaml")
    openapi_spec_validator.validate(new)
    schemas, theirs = new["components"]["schemas"], revised()["components"]["schemas"]
    assert facts(schemas) == facts(theirs)
    assert facts_digest(schemas) == source(places)["fragment"]["facts_sha256"]
    assert source(places)["fragment"]["schemas"] == len(schemas) == 4
    assert source(places)["upstream"] == {
        "version": "2.0",
        "revised": NEW,
        "openapi": "3.1.0",
        "sha256": hashlib.sha256(json.dumps(revised()).encode()).hexdigest(),
        "commit": "a1b2c3d",
    }
    ours = texts_of(schemas)
    assert texts_of(theirs).keys() <= ours.keys()
    assert not {sentence_digest(text) for text in ours.values()} & {
        sentence_digest(text) for text in texts_of(theirs).values()
    }
    assert schemas["Metadata"]["anyOf"][0]["description"].startswith("Ours: set of 16")
    assert schemas["Ranker"]["description"].startswith("New upstream on 2026-05-31")


@pytest.mark.usefixtures("forking")
def test_dates_and_counts_are_written_where_they_are_meant(places: Places) -> None:
    take_over(held(places, revised()), places, REVISION)
    text = (places.spec / "openapi.yaml").read_text("utf-8")
    assert text.startswith("# Schemas of a test: 4 schemas, published on 2026-05-31.\n")
    new = load_document(places.spec / "openapi.yaml")
    assert new["info"]["description"] == "As of 2026-05-31: 4 schemas."
    model = new["components"]["schemas"]["Run"]["properties"]["model"]
    assert model["enum"] == ["gpt-9-2025-02-10", "gpt-9", "3 schemas"]
    assert (places.spec / "digests.tsv").read_text("utf-8").startswith("# Digests (revision of 2026-05-31)\n")
    assert source(places)["page"] == {"version": "untouched"}
    assert "# the roots and what they reach" in (places.spec / "SOURCE.toml").read_text("utf-8")


ODD = "1e5 1E5 .5 5. 0x1F 0o17 017 1_000 12:30:45 2025-02-10 on yes null ~ true .inf .nan = << 3.1.0 -7 +7 1e-9".split()
WORDS = [*ODD, "", " a ", "a\nb", "a: b", "# a", "'", '"', "- a", "é\x85\u2028", "\x7f", "x  " * 60, " " + "long " * 40]


@pytest.mark.usefixtures("forking")
def test_any_text_is_written_and_read_back_unchanged(places: Places) -> None:
    new = revised()
    new["components"]["schemas"]["Run"]["properties"]["model"]["enum"] = WORDS
    new["components"]["schemas"]["Run"]["properties"] |= {word: {"type": "string"} for word in ODD}
    new["components"]["schemas"]["Run"]["properties"]["odd"] = {"enum": [1e20, 1e-9, -0.0, 10**20, True, None, 0.1]}
    take_over(held(places, new), places, REVISION)
    written = load_document(places.spec / "openapi.yaml")["components"]["schemas"]
    assert facts_digest(written) == facts_digest(new["components"]["schemas"])
    effective = json.loads((places.out / "schemas.json").read_text("utf-8"))["$defs"]
    assert effective["Run"]["properties"]["model"]["enum"] == WORDS


@pytest.mark.parametrize("value", ['3.1.0"\nx = "1', "\\", "\\n", '"', "\x00\x1f\x7f\x85", "\u2028é😀", "#", "'''", ""])
def test_no_value_says_more_in_toml_than_itself(value: str, places: Places) -> None:
    text = (places.spec / "SOURCE.toml").read_text("utf-8")
    for once_more in ("plain", value, "plain"):  # what was written is found again
        text = with_values(text, {"upstream": {"commit": once_more, "version": once_more}})
        was = tomllib.loads(text)
        assert was == {**source(places), "upstream": {**was["upstream"], "commit": once_more, "version": once_more}}


@pytest.mark.usefixtures("forking")
def test_the_version_of_a_document_is_no_toml(places: Places) -> None:
    take_over(
        held(places, {**revised(), "info": {"version": '1"\nx = "1'}, "openapi": '3.1.0"\nx = "1'}), places, REVISION
    )
    assert source(places)["upstream"].keys() == {"version", "revised", "openapi", "sha256", "commit"}
    assert source(places)["upstream"]["version"] == '1"\nx = "1'


@pytest.mark.usefixtures("forking")
def test_a_second_time_changes_nothing(places: Places) -> None:
    take_over(held(places, revised()), places, REVISION)
    before = contents(places)
    found = held(places, revised())
    assert (found.differences, found.overlaid) == ([], [])
    assert take_over(found, places, REVISION) == []
    assert contents(places) == before


# --- All or nothing ---


def test_a_dry_run_writes_nothing(places: Places) -> None:
    before = contents(places)
    held(places, revised())
    assert contents(places) == before


@pytest.mark.usefixtures("forking")
def test_a_pack_that_cannot_be_made_leaves_everything_as_it_was(places: Places) -> None:
    with_actions(places, [{"target": "$.components.schemas.No", "remove": True}])
    before = contents(places)
    with pytest.raises(SpecError, match=r"nothing was changed: .*matches nothing"):
        take_over(held(places, revised()), places, REVISION)
    assert contents(places) == before


@pytest.mark.usefixtures("forking")
def test_facts_that_do_not_arrive_leave_everything_as_it_was(places: Places) -> None:
    found = held(places, revised())
    before = contents(places)
    lossy = copy.deepcopy(found.document)
    lossy["components"]["schemas"]["Run"]["enum"] = [float("nan")]  # which is written, and cannot be read
    with pytest.raises(SpecError):
        take_over(dataclasses.replace(found, document=lossy), places, REVISION)
    assert contents(places) == before


@pytest.mark.usefixtures("forking")
def test_a_file_that_cannot_be_written_leaves_everything_as_it_was(places: Places) -> None:
    places.docs.rmdir()
    before = contents(places)
    places.docs.write_text("a file, where a folder should be")
    with pytest.raises((SpecError, OSError)):
        take_over(held(places, revised()), places, REVISION)
    places.docs.unlink()
    assert contents(places) == before


@pytest.mark.usefixtures("forking")
def test_names_that_would_break_a_row_are_refused(places: Places) -> None:
    new = revised()
    new["components"]["schemas"]["Run"]["properties"]["a\tb\n#/c"] = {"description": "Text."}
    before = contents(places)
    with pytest.raises(SpecError, match="without tabs and line ends"):
        take_over(held(places, new), places, REVISION)
    assert contents(places) == before


RUN = """
import presend
from presend.cli.program import main
from tests.small_fragment import RULES
presend.rules = lambda _: RULES
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_leaves_everything_as_it_was_and_no_child(places: Places, number: signal.Signals) -> None:
    before = contents(places)
    (places.spec.parent / "new.json").write_text(json.dumps(revised()))
    folders = [f"--{name}={getattr(places, name)}" for name in ("spec", "out", "docs")]
    arguments = ["sync", str(places.spec.parent / "new.json"), "--write", "--revised", "2026-05-31", *folders]
    process = subprocess.Popen([sys.executable, "-c", RUN, *arguments], stdout=subprocess.DEVNULL)
    fragment = str(places.spec / "openapi.yaml")
    while process.poll() is None and contents(places)[fragment] == before[fragment]:
        time.sleep(0.01)
    process.send_signal(number)
    assert process.wait() == 128 + number
    assert contents(places) == before  # and nobody is left who would write


# --- What rules rest on ---


@pytest.mark.usefixtures("forking")
def test_what_a_rule_rests_on_is_never_dropped(places: Places) -> None:
    first = held(places, revised())
    before = {one.rule: one for one in first.statements}
    old = {pointer.removeprefix(PREFIX): sentence_digest(text) for pointer, text in texts_of(SCHEMAS).items()}
    take_over(first, places, REVISION)
    assert {pointer: row for pointer, row in rows(places).items() if len(row) > 1} == {
        "Metadata/description": [old["Metadata/description"], MOVED],
        "Effort/description": [old["Effort/description"], CHANGED],
        "Run/properties/model/description": [old["Run/properties/model/description"], CHANGED],
        "Run/properties/seed/description": [old["Run/properties/seed/description"], GONE],
        "Run/properties/attachments/description": [old["Run/properties/attachments/description"], MOVED],
    }
    assert rows(places)["Metadata/anyOf/0/description"] == [old["Metadata/description"]]
    again = held(places, revised())
    assert {one.rule: one for one in again.statements} == before
    assert not is_quiet(again)
    kept = {one.pointer for one in first.sentences} - {PREFIX + "Ranker/description"}  # on which no rule rests
    assert {one.pointer for one in again.sentences} == kept


@pytest.mark.usefixtures("forking")
def test_a_sentence_that_moved_and_changes_later_is_reported(places: Places) -> None:
    take_over(held(places, revised()), places, REVISION)
    later = revised()
    later["components"]["schemas"]["Metadata"]["anyOf"][0]["description"] = "Set of 32 key-value pairs."
    (one,) = [one for one in held(places, later).statements if one.rule == "metadata.max-pairs"]
    assert (one.status, one.text) == (CHANGED, "Set of 32 key-value pairs.")


@pytest.mark.usefixtures("forking")
def test_a_rule_that_was_read_anew_is_settled_where_its_sentence_stands(places: Places) -> None:
    accepted = frozenset({"run.model", "run.effort", "run.seed"})
    found = held(places, revised())
    assert {one.rule for one in left_open(found, accepted)} == {one.rule for one in found.statements} - {"run.model"}
    take_over(found, places, Revision(NEW, accepted=accepted))
    status = {one.rule: one.status for one in held(places, revised()).statements}
    assert (status["run.model"], status["run.effort"], status["run.seed"]) == (UNCHANGED, CHANGED, GONE)


@pytest.mark.usefixtures("forking")
def test_all_is_settled_when_every_rule_points_where_its_sentence_stands(places: Places) -> None:
    take_over(held(places, revised()), places, REVISION)
    where = {"Metadata": "Metadata/anyOf/0", "Effort": "Effort/anyOf/0"}
    where["Run/properties/attachments"] = "Run/properties/attachments/anyOf/0"
    mended = tuple(
        dataclasses.replace(one, sources=(f"{PREFIX}{where.get(place, place)}/description",))
        for one in RULES
        if (place := one.sources[0].removeprefix(PREFIX).removesuffix("/description")) != "Run/properties/seed"
    )
    found = held(places, revised(), mended)
    assert {one.rule for one in found.statements if one.status != UNCHANGED} == {"run.model"}
    take_over(found, places, Revision(NEW, accepted=frozenset({"run.model"})))
    assert not [row for row in rows(places).values() if len(row) > 1]
    assert is_quiet(held(places, revised(), mended))


@pytest.mark.usefixtures("forking")
def test_a_source_that_is_not_on_record_is_noted(places: Places) -> None:
    young = presend.Rule("young", "error", "prose", "s", "f", (f"{PREFIX}Ranker/description",))
    found = held(places, revised(), (young,))
    assert [one.status for one in found.statements] == [NEW_SENTENCE]
    take_over(found, places, REVISION)
    assert [one.status for one in held(places, revised(), (young,)).statements] == [UNCHANGED]


@pytest.mark.usefixtures("forking")
def test_one_rule_of_several_settles_nothing(places: Places) -> None:
    new = document({**SCHEMAS, "Metadata": {**SCHEMAS["Metadata"], "description": "Set of 32 key-value pairs."}})
    with_actions(places, [])
    for accepted, status in ((("metadata.also",), [CHANGED]), (("metadata.also", "metadata.max-pairs"), [])):
        take_over(held(places, new), places, Revision(NEW, accepted=frozenset(accepted)))
        assert rows(places)["Metadata/description"][1:] == status


def test_no_sentence_of_the_committed_rules_is_open() -> None:
    sources = {source for rule in presend.rules("presend.openai") for source in rule.sources}
    told = {pointer: status for pointer, status in OPEN.items() if pointer in sources}
    assert told == {}, "read them anew, and say so: docs/updates.md, from step 5"


# --- The command ---


def test_the_command(places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(presend, "rules", lambda _: RULES)  # those of the OpenAI API have no place in this fragment
    (tmp_path / "new.json").write_text(json.dumps(revised()))
    arguments = ["sync", "new.json", "--write", "--revised", "2026-05-31", "--out", "pack"]
    result = CliRunner().invoke(command, arguments)
    assert result.exit_code == 0, result.output
    assert "wrote spec/openapi.yaml" in result.stderr
    assert "open: 5 sentences that rules depend on" in result.stderr
    result = CliRunner().invoke(command, [*arguments, "--accept", "run.model"])
    assert "open: 4 sentences that rules depend on" in result.stderr
    assert digests_of((places.spec / "digests.tsv").read_text("utf-8"))[RULES[3].sources[0]] not in {
        sentence_digest(text) for text in texts_of(SCHEMAS).values()
    }
