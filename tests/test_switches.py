"""Switching off observed rules, all or up to a date, wherever a rule id is allowed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import presend
from presend.cli.program import command
from presend.packs.find import find_pack
from presend.packs.names import TODAY
from presend.packs.rule_groups import ignored
from presend.transport.gate import Gate

JOB = "POST /fine_tuning/jobs"
FAULT = "observed.fine-tuning.hyperparameters.known-members"  # last seen in 2024-09
PAYLOAD = {"model": "gpt-5.6-sol", "training_file": "file-1", "hyperparameters": {"nepochs": 2}}
EVERY = find_pack(TODAY).rules
GROUPS = {  # ignored → whether the fault is reported
    "observed": False,
    "observed-before-2024-09-01": True,
    "observed-before-2024-09-02": False,
    "observed-before-2024-10-01": False,
    "observed-before-2024-08-31": True,
    "observed-before-2020-01-01": True,
    FAULT: False,
    "model.retired": True,
}
every_group = pytest.mark.parametrize(("name", "is_told"), GROUPS.items())


@every_group
def test_in_python(name: str, is_told: bool) -> None:
    assert (FAULT in {problem.rule for problem in presend.check(JOB, PAYLOAD, ignore=[name])}) is is_told
    assert presend.is_valid(JOB, PAYLOAD, ignore=[name]) is not is_told


@every_group
def test_on_the_command_line(name: str, is_told: bool) -> None:
    result = CliRunner().invoke(command, ["check", JOB, "-", "--ignore", name], input=json.dumps(PAYLOAD))
    assert result.exit_code == is_told
    assert (FAULT in result.stdout) is is_told


@every_group
def test_in_a_configuration(name: str, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("job.json").write_text(json.dumps(PAYLOAD))
    ignore = f'[[ignore]]\nrule = "{name}"\nreason = "a gateway of our own"\n'
    Path("presend.toml").write_text(f'[[check]]\ntarget = "{JOB}"\nfiles = ["*.json"]\n{ignore}')
    assert CliRunner().invoke(command, ["check"]).exit_code == is_told


@every_group
def test_in_the_request_path(name: str, is_told: bool) -> None:
    gate = Gate(ignore=[name])
    operation = gate.operation("POST", "https://api.openai.com/v1/fine_tuning/jobs")
    assert operation
    verdict = gate.examine(operation, {"content-type": "application/json"}, json.dumps(PAYLOAD).encode())
    assert gate.refuses(verdict) is is_told


@pytest.mark.parametrize("name", ["observed-before-", "observed-before-soon", "observed-before-2026-13-01"])
def test_an_invalid_date_is_reported(name: str) -> None:
    with pytest.raises(
        LookupError, match=r"Expected a date in 'observed-before-.*, such as observed-before-2026-01-01"
    ):
        presend.check(JOB, PAYLOAD, ignore=[name])


@pytest.mark.parametrize("name", ["observe", "observed.", "observed-since-2026-01-01"])
def test_what_is_no_group_is_an_unknown_rule(name: str) -> None:
    with pytest.raises(LookupError, match="Unknown rule"):
        presend.check(JOB, PAYLOAD, ignore=[name])
    with pytest.raises(LookupError, match="Unknown rule 'observed'"):
        presend.check(JOB, PAYLOAD, enable=["observed"])


def test_a_group_has_every_observed_rule_that_speaks_by_itself_and_no_other() -> None:
    silent = ignored(["observed"], EVERY)
    assert silent - {"observed"} == {rule.id for rule in EVERY.values() if rule.basis == "observed" and not rule.opt_in}
    for date in ("2024-09-01", "2025-06-30", "2026-08-21", "2026-08-22"):
        older = ignored([f"observed-before-{date}"], EVERY) - {f"observed-before-{date}"}
        assert older == {name for name in silent - {"observed"} if f"{EVERY[name].as_of}-01"[:10] < date}
    assert ignored(["observed", "observed-before-2020-01-01"], EVERY) >= silent


def test_a_rule_that_is_enabled_by_its_id_is_heard() -> None:
    payload = {"model": "omni-moderation-latest", "input": "a", "strange": 1}
    opt_in = "observed.request.no-unknown-keys"
    found = presend.check("CreateModerationRequest", payload, enable=[opt_in], ignore=["observed"])
    assert [(problem.rule, problem.severity) for problem in found] == [(opt_in, "error")]


def test_an_observed_rule_is_explained_with_its_date_and_its_reports() -> None:
    text = CliRunner().invoke(command, ["explain", FAULT]).stdout
    assert "As of:      2024-09" in text
    assert "Seen in:    sashirestela/simple-openai#193" in text
    assert "presend check --ignore observed TARGET FILE" in text
    assert "Seen in:" not in CliRunner().invoke(command, ["explain", "metadata.max-pairs"]).stdout
