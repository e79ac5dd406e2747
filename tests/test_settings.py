"""The configuration file: how it is found, its effect, its faults, and its published schema."""

from __future__ import annotations

import datetime as dt
import json
from importlib import resources
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.cli.program import command
from presend.inputs.jobs import Options
from presend.settings.configuration import FORMAT, find_settings
from presend.settings.rules import RULES
from presend.settings.toml_lines import line_of, lines_of
from presend.settings.work import plan
from tests.test_ci_reports import read_command

ROOT = Path(__file__).parent.parent
PUBLISHED = json.loads((ROOT / "docs" / "config.schema.json").read_text("utf-8"))
GOOD, BAD, WARNED = (
    '{"assistant_id": "a"}',
    '{"assistant_id": "a", "top_p": 2}',
    '{"assistant_id": "a", "max_prompt_tokens": 300.0}',
)
BASIC = """
[[check]]
files = ["runs/**/*.json"]
target = "CreateRunRequest"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {"runs/good.json": GOOD, "runs/old/bad.json": BAD, "runs/old/warned.json": WARNED}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def check(configuration: str | None = None, *arguments: str) -> Result:
    if configuration is not None:
        Path("presend.toml").write_text(configuration)
    return CliRunner().invoke(command, ["check", *arguments], catch_exceptions=False)


def test_check_without_arguments_runs_the_configuration() -> None:
    result = check(BASIC)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert [line.split(": ")[:2] for line in lines[:-1]] == [
        ["runs/old/bad.json:1:23", "error"],
        ["runs/old/warned.json:1:23", "warning"],
    ]
    assert lines[-1] == "1 error, 1 warning in 2 of 3 files"


def test_it_is_found_from_a_folder_below_and_names_are_seen_from_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "pyproject.toml").write_text(BASIC.replace("[[check]]", "[[tool.presend.check]]"))
    (folder / "runs" / "pyproject.toml").write_text("[tool.other]\n")
    monkeypatch.chdir(folder / "runs")
    assert "\nold/warned.json:1:23: warning" in check().stdout
    (folder / "presend.toml").write_text(BASIC.replace("**", "good"))
    assert "no glob matches a file" in check().stderr  # presend.toml comes first


def test_the_configuration_of_this_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = check()
    assert (result.exit_code, result.stderr) == (0, "")
    report = json.loads(check(None, "--format", "json").stdout)
    checked = {Path(entry["file"]).name for entry in report["files"]}
    assert checked == {path.name for path in (ROOT / "examples" / "good").iterdir() if path.suffix != ".form"}


def test_its_report_keeps_to_the_schema_of_reports() -> None:
    schema = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))
    expired = '[[ignore]]\nrule = "schema.maximum"\nreason = "x"\nuntil = 2020-02-29\n'
    report = json.loads(check(BASIC + expired, "--format", "json").stdout)
    jsonschema.Draft202012Validator(schema).validate(report)
    first, *others = report["files"]
    assert (first["file"], first["target"], first["payloads"]) == ("presend.toml", "[tool.presend]", 0)
    assert [entry["payloads"] for entry in others] == [1, 1, 1]


def test_without_a_configuration_the_way_out_is_reported() -> None:
    result = check()
    assert (result.exit_code, "[tool.presend]" in result.stderr) == (2, True)
    assert check(None, "-F", "a=b").exit_code == 2


def test_a_target_on_the_command_line_leaves_the_configuration_alone() -> None:
    Path("presend.toml").write_text("not TOML")
    assert check(None, "CreateRunRequest", "runs/good.json").stdout == "ok\n"


def test_switches_of_the_configuration_and_of_the_command_line() -> None:
    strict = BASIC + "strict = true\n"
    assert check(strict).stdout.splitlines()[-1] == "2 errors in 2 of 3 files"
    assert check(BASIC, "--strict").stdout == check(strict).stdout
    assert check("strict = true\n" + BASIC).stdout == check(strict).stdout
    assert check(BASIC + "strict = false\n").stdout == check(BASIC).stdout
    enabled = check(f'enable = ["observed.integer.no-decimal-point"]\n{BASIC}').stdout
    assert "[observed.integer.no-decimal-point]" in enabled
    assert check(BASIC, "--ignore", "schema.maximum").exit_code == 0
    assert check(f'fail-on = "warning"\n{BASIC}', "--ignore", "schema.maximum").exit_code == 1
    assert check(f'fail-on = "warning"\n{BASIC}', "--ignore", "schema.maximum", "--fail-on", "error").exit_code == 0
    assert check(BASIC + 'exclude = ["runs/old/**"]\n').stdout == "ok\n"
    Path("runs/run.txt").write_text("assistant_id: a\n")
    assert check(BASIC.replace("*.json", "*.txt") + 'input-format = "yaml"\n').stdout == "ok\n"
    assert "Got: 2" in check(BASIC, "--show-values").stdout


def test_severities() -> None:
    text = f'[severity]\n"schema.maximum" = "note"\n"type.integral-float" = "error"\n{BASIC}'
    result = check(text)
    assert "bad.json:1:23: note" in result.stdout
    assert "warned.json:1:23: error" in result.stdout
    assert "warned.json:1:23: note" in check(text + 'severity = { "type.integral-float" = "note" }\n').stdout
    Path("runs/twice.yaml").write_text("assistant_id: a\nassistant_id: b\n")
    twice = check(BASIC.replace("*.json", "*.yaml") + '[severity]\n"yaml.duplicate-key" = "error"\n')
    assert (twice.exit_code, "runs/twice.yaml:2:1: error" in twice.stdout) == (1, True)


def test_ignores_hold_for_their_files_and_days() -> None:
    ignore = '[[ignore]]\nrule = "schema.maximum"\nreason = "Mended next week."\n'
    assert check(BASIC + ignore).exit_code == 0
    assert check(BASIC + ignore + 'files = ["runs/old/*.json"]\n').exit_code == 0
    assert check(BASIC + ignore + 'files = ["runs/good.json"]\n').exit_code == 1
    assert check(BASIC + ignore + "until = 2999-12-31\n").exit_code == 0


def test_an_expired_ignore_speaks_again_and_says_so() -> None:
    expired = f'{BASIC}[[ignore]]\nrule = "schema.maximum"\nreason = "x"\nuntil = 2020-02-29\n'
    result = check(expired)
    assert result.exit_code == 1
    first, second, *_ = result.stdout.splitlines()
    assert first.startswith("presend.toml:8:1: warning: The ignore of 'schema.maximum' expired on 2020-02-29")
    assert first.endswith("[config.ignore.expired]")
    assert second.startswith("runs/old/bad.json:1:23: error")
    name, properties, _ = read_command(check(None, "--format", "github").stdout.splitlines()[0])
    assert (name, properties["file"], properties["line"]) == ("warning", "presend.toml", "8")


def test_the_day_of_expiry_is_the_last_one() -> None:
    Path("presend.toml").write_text(f'{BASIC}[[ignore]]\nrule = "schema.maximum"\nreason = "x"\nuntil = 2026-11-22\n')
    settings = find_settings(Path.cwd())
    assert settings is not None
    for day, is_over in ((21, False), (22, False), (23, True)):
        work = plan(settings, Options(), dt.date(2026, 11, day))
        assert bool(work.remarks) is is_over
        heard = any(job.find(BAD) for job, name in work.files if name == "runs/good.json")
        assert heard is is_over


def test_a_glob_that_matches_nothing_is_reported() -> None:
    text = '[[check]]\nfiles = [\n  "runs/good.json",\n  "rnus/*.json",\n]\ntarget = "CreateRunRequest"\n'
    result = check(text)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[0].startswith("presend.toml:2:1: warning: No file matches 'rnus/*.json'.")
    assert check(text, "--fail-on", "warning").exit_code == 1


@pytest.mark.parametrize(
    ("configuration", "line", "advice"),
    [
        ("check = 1", 1, "expected an array"),
        ("", None, "list files with their target in [[check]], or schemas in [[schema]]"),
        ("[[schema]]\nobject = ['a:B']", 2, "Did you mean 'objects'?"),
        ("[[schema]]\nobjects = ['a.py']", 2, "'schema[0].objects[0]'"),
        ("[[schema]]\nobjects = ['no.such:Thing']", None, "Cannot import no.such for no.such:Thing"),
        ("[[schema]]\nobjects = ['json:loads', 'json:nothing']", None, "json has no nothing"),
        ("[[schema]]\nobjects = ['string:digits']", None, "got str"),
        ("[[schema]]\nfiles = ['*.json']\nenable = ['schema.no']", 3, "Unknown rule 'schema.no'"),
        (BASIC + 'traget = "x"', 5, "Did you mean 'target'?"),
        (BASIC + "parameter = 1", 5, "Unknown key: 'check[0].parameter'"),
        (BASIC.replace("files", "flies"), 3, "Did you mean 'files'?"),
        (f"[severities]\n{BASIC}", 1, "Did you mean 'severity'?"),
        (f'[severity]\n"schema.maximum" = "warn"\n{BASIC}', 2, "Did you mean 'warning'?"),
        (f'[severity]\n"schema.maximun" = "note"\n{BASIC}', 2, "Did you mean 'schema.maximum'"),
        (f'[severity]\n"json.malformed" = "note"\n{BASIC}', 2, "is fixed"),
        (BASIC.replace("CreateRunRequest", "CreateRunReq"), 4, "Did you mean 'CreateRunRequest'"),
        (BASIC + 'pack = "no.such"\n', 5, "Unknown pack 'no.such'"),
        (BASIC + 'enable = ["observed.nothing"]\n', 5, "Unknown rule 'observed.nothing'"),
        (BASIC + '[[ignore]]\nrule = "schema.maximum"\n', 5, "Missing required key: 'ignore[0].reason'"),
        (BASIC + '[[ignore]]\nrule = "schema.maximun"\nreason = "x"\n', 6, "Did you mean 'schema.maximum'"),
        (BASIC + '[[ignore]]\nrule = "schema.maximum"\nreason = ""\n', 7, "empty string"),
        (BASIC + '[[ignore]]\nrule = "schema.maximum"\nreason = "x"\nuntil = "soon"\n', 8, "'ignore[0].until'"),
        (BASIC + '[[ignore]]\nrule = "schema.maximum"\nreason = "x"\nuntil = "2026-02-30"\n', 8, "2027-01-31"),
        (BASIC.replace('["runs/**/*.json"]', '"runs/*.json"'), 3, "expected an array, but got a string"),
        (BASIC.replace("runs", "rnus"), None, "no glob matches a file"),
        ("[check", None, "Expected TOML"),
        ("a = '\udcff'", None, "UTF-8"),
    ],
)
def test_slips_are_usage_errors_with_their_line(configuration: str, line: int | None, advice: str) -> None:
    Path("presend.toml").write_bytes(configuration.encode("utf-8", "surrogateescape"))
    result = check()
    assert (result.exit_code, result.stdout) == (2, "")
    assert advice in result.stderr
    assert f"presend.toml:{line}: " in result.stderr or line is None


def test_schemas_of_files_and_python_types_are_checked() -> None:
    Path("tools.json").write_text('[{"type": "function", "name": "f", "parameters": {"type": "null"}}]', "utf-8")
    Path("order_types.py").write_text(
        "from pydantic import BaseModel\nclass Order(BaseModel):\n    tags: dict[str, str]\n", "utf-8"
    )
    Path("presend.toml").write_text(
        '[[schema]]\nfiles = ["*.json"]\n\n[[schema]]\nobjects = ["order_types:Order"]\n', "utf-8"
    )
    result = check()
    assert result.exit_code == 1
    first, second, last = result.stdout.splitlines()
    assert first.startswith("order_types:Order: error: ")
    assert "'additionalProperties' of 'Order.tags'" in first
    assert second.startswith("tools.json:1:")
    assert "[observed.function.parameters.root]" in second
    assert last == "2 errors in 2 files"
    with Path("presend.toml").open("a", encoding="utf-8") as file:
        file.write('severity = { "response-format.json-schema.strict.schema-subset" = "note" }\n')
    assert check().stdout.splitlines()[0].startswith("order_types:Order: note: ")


def test_all_mistakes_are_reported_at_once() -> None:
    result = check(BASIC + "traget = 1\nstirct = true\n")
    assert result.stderr.count("presend.toml:") == 2


def test_the_published_schema_is_the_one_that_decides() -> None:
    used = json.loads((resources.files("presend.settings") / "schemas.json").read_text("utf-8"))
    assert used == PUBLISHED, "cp src/presend/settings/schemas.json docs/config.schema.json"
    jsonschema.Draft202012Validator.check_schema(PUBLISHED)


NAMES = st.sampled_from(
    [*PUBLISHED["$defs"]["Configuration"]["properties"], *PUBLISHED["$defs"]["Check"]["properties"]]
)
VALUES = st.sampled_from(
    ["", "a", "error", "json", "2026-01-01", True, 1, [], ["a"], [""], {}, {"a": "note"}, {"a": 1}]
)
TABLES = st.dictionaries(NAMES, VALUES, max_size=4)
GOOD_CHECK = st.just({"files": ["a"], "target": "b"})


@given(st.dictionaries(NAMES, VALUES | st.lists(TABLES | GOOD_CHECK, min_size=1, max_size=2), max_size=4))
def test_presend_and_a_json_schema_validator_give_one_verdict(configuration: dict[str, object]) -> None:
    valid = jsonschema.Draft202012Validator(PUBLISHED).is_valid(configuration)
    assert (not presend.check("Configuration", configuration, pack=FORMAT)) is valid


def test_its_rules_can_be_explained() -> None:
    for rule in RULES:
        assert rule.fix in CliRunner().invoke(command, ["explain", rule.id]).stdout


def test_lines_of_toml() -> None:
    text = 'a = 1\n[b]\nc.d = 2 # x\n"e f" = """\n[no]\nno = 1\n"""\ng = 3\n'
    text += "[[h]]\ni = [\n 1,\n]\n[h.j]\nk = 1\n[[h]]\ni = 2\n"
    lines = lines_of(text)
    expected = {("a",): 1, ("b",): 2, ("b", "c", "d"): 3, ("b", "e f"): 4, ("b", "g"): 8, ("h", 0): 9}
    expected |= {("h", 0, "i"): 10, ("h", 0, "j"): 13, ("h", 0, "j", "k"): 14, ("h", 1): 15, ("h", 1, "i"): 16}
    assert lines == expected
    assert [line_of(lines, path) for path in (("h", 0, "i", 0), ("h", 1, "x"), ("z",), ())] == [10, 15, 1, 1]
