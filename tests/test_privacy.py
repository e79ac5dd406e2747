"""presend never prints payload text, in any format or exception, unless asked for.

The tests plant prompts, keys, file names and image bytes wherever a payload holds a string. Two things may be printed:
names of members, which say where a problem is, and single words of up to 32 characters that were compared with a closed
list of values.
"""

from __future__ import annotations

import copy
import json
import logging
import traceback
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pydantic
import pytest
import yaml
from click.testing import CliRunner

import presend
from presend.cli.batch import BATCH_REPORTS
from presend.cli.program import command
from presend.packs.find import find_pack
from presend.reports.formats import REPORTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EXAMPLES = Path(__file__).parent.parent / "examples" / "good"
PAYLOADS = {
    "message-parts.json": "CreateMessageRequest",
    "moderation-image.json": "CreateModerationRequest",
    "moderation-texts.json": "CreateModerationRequest",
    "moderation-response.json": "CreateModerationResponse",
    "run.json": "CreateRunRequest",
}
MARK = "hunter2"  # in each secret; searched for
PROMPT = f"Summarise the diagnosis of Mrs {MARK}, born 1961, for her insurer, and leave out what she must not know."
KEY = f"sk-proj-{MARK}-" + "Zk3" * 40
SECRETS = (PROMPT, KEY, f"sk-{MARK}", f"Call {MARK} back.")
LONG = (PROMPT, KEY)
CLOSED = "upported value"  # what a message says that compares with a closed list


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        yield from places(item, (*path, step))


def planted(payload: Any, secret: str) -> Iterator[Any]:
    """Yield a payload with a secret in the place of each of its values, in several shapes."""
    for path in places(payload):
        for shape in (secret, [secret], {"a": secret}, {"type": secret}, [{"type": "text", "text": [secret]}]):
            if not path:
                yield shape
                continue
            changed = copy.deepcopy(payload)
            parent = changed
            for step in path[:-1]:
                parent = parent[step]
            parent[path[-1]] = shape
            yield changed


def every_planted(secret: str) -> Iterator[tuple[str, Any]]:
    for name, target in PAYLOADS.items():
        for payload in planted(json.loads((EXAMPLES / name).read_text("utf-8")), secret):
            yield target, payload


def test_the_planted_secrets_are_seen_by_the_search() -> None:
    assert sum(MARK in json.dumps(payload) for _, payload in every_planted(PROMPT)) > 500


@pytest.mark.parametrize("secret", SECRETS)
def test_no_problem_holds_a_secret_wherever_it_stands(secret: str) -> None:
    told = 0
    for target, payload in every_planted(secret):
        for form in (payload, json.dumps(payload)):
            if not isinstance(form, dict | str):
                continue
            problems = presend.check(target, form, strict=True)
            told += len(problems)
            assert MARK not in repr(problems)
            assert all(MARK not in json.dumps(problem.as_openai_error()) for problem in problems)
    assert told > 500


def test_a_word_is_reported_only_where_it_was_compared_with_a_closed_list() -> None:
    told = 0
    for target, payload in every_planted(MARK):
        for problem in presend.check(target, json.dumps(payload), strict=True):
            told += MARK in repr(problem)
            assert MARK not in repr(problem) or CLOSED in problem.message, problem
    assert told


def words_of(kind: type[Exception], function: Callable[..., object], *arguments: object) -> str:
    """Return all that a log would show of the exception that a call raises, if it does."""
    try:
        function(*arguments)
    except kind as error:
        details = error.errors(include_input=False) if isinstance(error, pydantic.ValidationError) else ""
        return f"{error} {error!r} {details} {''.join(traceback.format_exception(error))}"
    return ""


def test_exceptions_hold_no_secret() -> None:
    raised = 0
    for target, payload in every_planted(PROMPT):
        text = words_of(presend.InvalidPayload, presend.validate, target, json.dumps(payload))
        raised += bool(text)
        assert MARK not in text
    assert raised > 300


@pytest.mark.parametrize("secret", [*SECRETS, MARK])
def test_pydantics_own_words_hold_no_secret(secret: str) -> None:
    raised = 0
    for target, payload in every_planted(secret):
        model = find_pack().model(target)
        for read, form in ((model.model_validate, payload), (model.model_validate_json, json.dumps(payload))):
            text = words_of(pydantic.ValidationError, read, form)
            raised += bool(text)
            assert MARK not in text
    assert raised > 300


def test_pydantics_errors_hold_the_values_for_who_asks() -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        find_pack().model("CreateMessageRequest").model_validate({"role": "user", "content": {"a": PROMPT}})
    assert MARK in str(caught.value.errors())


def output(*arguments: str, stdin: str | None = None) -> str:
    result = CliRunner().invoke(command, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


FILES = {  # what cannot be read, too
    "fault.json": json.dumps({"role": PROMPT, "content": [{"type": PROMPT}, PROMPT], "metadata": {"a": [PROMPT]}}),
    "cut.json": f'{{"role": "user", "content": "{PROMPT}" "{PROMPT}"',
    "bare.json": f'{{"role": {MARK}, "content": 1}}',
    "surrogate.json": f'{{"role": "{PROMPT}\\ud800", "content": NaN}}',
    "text.json": json.dumps(PROMPT),
    "fault.yaml": yaml.safe_dump({"role": PROMPT, "content": [PROMPT, {"type": PROMPT}]}),
    "bad.yaml": f"role: [{PROMPT}\ncontent: @{MARK}",
    "tag.yaml": f"role: !{MARK} x\ncontent: *{MARK}",
    "latin.json": b'{"role": "hunter2 \xe9"}'.decode("latin-1"),
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_bytes(text.encode("latin-1" if name == "latin.json" else "utf-8"))
    (tmp_path / "all.jsonl").write_text("\n".join(text for name, text in FILES.items() if name.endswith("t.json")))
    return tmp_path


@pytest.mark.parametrize("form", REPORTS)
def test_no_report_holds_a_secret(form: str, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    names = [*FILES, "all.jsonl"]
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        shown = output("check", "CreateMessageRequest", *names, "--format", form)
        output("check", "CreateMessageRequest", *names, "--format", f"{form}=report")
    assert all(name in shown for name in names)
    assert MARK not in shown
    assert MARK not in (folder / "report").read_text()
    assert (caplog.text, warned) == ("", [])
    assert MARK not in output("check", "CreateMessageRequest", stdin=FILES["fault.json"])


@pytest.mark.parametrize("form", BATCH_REPORTS)
def test_no_report_of_a_batch_holds_a_secret(form: str, folder: Path) -> None:
    good = {"custom_id": KEY, "method": "POST", "url": "/v1/moderations", "body": {"model": "m", "input": PROMPT}}
    payloads = [json.dumps(changed) for secret in LONG for changed in planted(good, secret)]
    (folder / "a.jsonl").write_text("\n".join([*payloads, *(text.replace("\n", " ") for text in FILES.values())]))
    shown = output("batch", "a.jsonl", "--format", form)
    assert len(shown) > 1000
    assert MARK not in shown


@pytest.mark.parametrize("form", REPORTS)
def test_no_report_of_a_form_holds_a_secret(form: str, folder: Path) -> None:
    (folder / "a.png").write_bytes(f"\x89PNG\r\n\x1a\n{MARK}".encode("latin-1"))
    items = (
        f"image={PROMPT}",
        f"image=@a.png;filename={MARK}.png",
        f"n={MARK}",
        f"prompt={PROMPT}",
        f"size={PROMPT}",
        f"n=1;{MARK}",
        f"{MARK}",
        f"n=a;filename={MARK}",
    )
    for item in items:
        shown = output("check", "CreateImageVariationRequest", "-F", item, "--format", form)
        assert shown
        assert MARK not in shown, item


def test_images_given_to_the_library_are_not_quoted() -> None:
    for image in (MARK.encode(), (f"{MARK}.png", MARK.encode()), (f"{MARK}.png", 7), MARK, (MARK, MARK, MARK, MARK, 1)):
        payload: Any = {"image": image}
        assert MARK not in repr(presend.check("CreateImageVariationRequest", payload))
        with pytest.raises(pydantic.ValidationError) as caught:
            find_pack().model("CreateImageVariationRequest").model_validate(payload)
        assert MARK not in str(caught.value)


@pytest.mark.parametrize("form", REPORTS)
def test_values_are_shown_when_asked_for_and_cut_off(form: str) -> None:
    shown = output("check", "CreateMessageRequest", "fault.json", "fault.yaml", "--format", form, "--show-values")
    assert MARK in shown
    assert "what she must not know" not in shown
    batch = json.dumps(
        {"custom_id": 1, "body": {"input": {"text": PROMPT}}, "url": "/v1/moderations", "method": "POST"}
    )
    shown = output("batch", "--show-values", "--format", form, stdin=batch)
    assert MARK in shown
    assert "what she must not know" not in shown


def test_a_model_inside_ones_own_needs_the_setting_of_ones_own() -> None:
    class Shown(pydantic.BaseModel):
        message: find_pack().model("CreateMessageRequest")  # type: ignore[valid-type]

    class Hidden(Shown):
        model_config = pydantic.ConfigDict(hide_input_in_errors=True)

    for model, is_shown in ((Shown, True), (Hidden, False)):
        with pytest.raises(pydantic.ValidationError) as caught:
            model.model_validate({"message": {"role": MARK, "content": "a"}})
        assert (MARK in str(caught.value)) is is_shown
