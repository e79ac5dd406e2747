"""The pytest plugin, run as by its users: in a separate session, with the real openai SDK."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., pytest.RunResult]

HEAVY = ("pydantic", "pydantic_core", "httpx", "httpx2", "yaml", "jsonschema_rs", "anyio")
HEAVY_OF_OURS = ("presend.transport.gate", "presend.transport.stand_in", "presend.api", "presend.problems")
HEAD = """\
import asyncio, pathlib, threading
import httpx, httpx2, openai, pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

def client(transport):
    return openai.OpenAI(api_key="sk-secret", http_client=httpx2.Client(transport=transport))

def swallow(call, *arguments, **keywords):
    try:
        call(*arguments, **keywords)
    except openai.OpenAIError:
        pass

"""
SWALLOWS = HEAD[: HEAD.index("call(*arguments, **keywords)")].count("\n") + 1


class Imported:
    """Keep what a run imports: pytester would forget it, and native modules load once in a process."""

    def pytest_sessionfinish(self) -> None:
        self.modules = {name: module for name, module in sys.modules.items() if name != "test_it"}


@pytest.fixture
def run(pytester: pytest.Pytester) -> Run:
    """Run a test file in a separate pytest session, in this process, so that the SDK is loaded only once."""

    def run(code: str, *arguments: str) -> pytest.RunResult:
        pytester.makepyfile(test_it=HEAD + code.strip("\n"))
        imported = Imported()
        options = ("-p", "no:cacheprovider", "-p", "no:xdist", *arguments)
        result = pytester.runpytest_inprocess(*options, plugins=[imported])
        sys.modules.update(imported.modules)
        return result

    return run


def test_the_plugin_loads_nothing_that_only_its_fixture_needs() -> None:
    names = (*HEAVY, *HEAVY_OF_OURS)
    code = f"import sys, presend.pytest_plugin; print([name for name in {names} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_good_requests_are_answered_from_examples(run: Run) -> None:
    code = """
def test_sync(presend_transport):
    threads = client(presend_transport).beta.threads
    assert client(presend_transport).moderations.create(input="a").results[0].flagged is False
    assert threads.messages.create("thread_1", role="user", content="a").role == "user"
    assert threads.runs.create("thread_1", assistant_id="asst_1").status == "queued"
    events = [event.event for event in threads.runs.create("thread_1", assistant_id="asst_1", stream=True)]
    assert events == ["thread.run.created", "thread.run.completed"]
    assert [request.url.path for request in presend_transport.requests][0] == "/v1/moderations"
    assert len(presend_transport.requests) == 4

def test_async(presend_transport):
    async def create():
        async with openai.AsyncOpenAI(api_key="a", http_client=httpx2.AsyncClient(transport=presend_transport)) as it:
            return await it.moderations.create(input="a")
    assert asyncio.run(create()).model

def test_httpx(presend_transport):
    with httpx.Client(base_url="https://api.openai.com/v1", transport=presend_transport) as it:
        assert it.post("/moderations", json={"input": "a"}).json()["results"]
"""
    run(code, "--strict-markers", "-W", "error::pytest.PytestWarning").assert_outcomes(passed=3)


def test_given_answers_come_first_then_recorded_ones(run: Run, pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\npresend_replies = recorded")
    recorded = pytester.mkdir("recorded")
    (recorded / "createModeration.json").write_text('{"id": "recorded", "model": "m", "results": []}')
    code = """
from presend.transport.stand_in import Reply

def test_answers(presend_transport, tmp_path):
    create = client(presend_transport).moderations.create
    assert create(input="a").id == "recorded"
    file = tmp_path / "file.json"
    file.write_text('{"id": "file"}')
    presend_transport.reply("POST /moderations", {"id": "first"}, file)
    assert [create(input="a").id for _ in range(3)] == ["first", "file", "file"]
    presend_transport.reply("GET /threads/{thread_id}/runs/{run_id}", {"status": "queued"}, {"status": "completed"})
    runs = client(presend_transport).beta.threads.runs
    assert [runs.retrieve("run_1", thread_id="t").status for _ in range(2)] == ["queued", "completed"]
    presend_transport.reply("POST /moderations", {"error": {"message": "Slow down."}}, status=429)
    with pytest.raises(openai.RateLimitError):
        client(presend_transport).with_options(max_retries=0).moderations.create(input="a")
    presend_transport.reply("POST /moderations", Reply(500, b"{}"), {"id": "retried"})
    assert create(input="a").id == "retried"
    with pytest.raises(ValueError, match="METHOD /path"):
        presend_transport.reply("/moderations", {})
    with pytest.raises(ValueError, match="got one with the extension"):
        presend_transport.reply("POST /moderations", pathlib.Path("a.txt"))
"""
    run(code).assert_outcomes(passed=1)


def test_a_bad_request_fails_its_test_at_the_line_that_sent_it(run: Run) -> None:
    code = """
def test_swallowed(presend_transport):
    swallow(client(presend_transport).moderations.create, input=[])  # 1

def test_raised(presend_transport):
    client(presend_transport).moderations.create(input=[])  # 2

def test_without_reply(presend_transport):
    swallow(client(presend_transport).fine_tuning.jobs.list)  # 3

async def send(transport):
    async with openai.AsyncOpenAI(api_key="a", http_client=httpx2.AsyncClient(transport=transport)) as it:
        await it.beta.threads.runs.create("thread_1", assistant_id="a", temperature=3)

def test_async(presend_transport):
    with pytest.raises(openai.BadRequestError):
        asyncio.run(send(presend_transport))  # 4

@pytest.mark.anyio
@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_of_a_plugin(presend_transport, anyio_backend):
    with pytest.raises(openai.BadRequestError):
        await send(presend_transport)  # 6

def test_checked_in_a_thread(presend_transport):
    async def send():
        async with httpx2.AsyncClient(transport=presend_transport) as it:
            image = ("i.png", b"GIF89a" * 20_000, "image/png")
            await it.post("https://api.openai.com/v1/images/variations", files={"image": image})
    asyncio.run(send())  # 5

def test_in_a_thread(presend_transport):
    it = client(presend_transport)
    thread = threading.Thread(target=swallow, args=(it.moderations.create,), kwargs={"input": []})
    thread.start()
    thread.join()
"""
    result = run(code)
    result.assert_outcomes(failed=7)
    lines = {
        line[-1]: number for number, line in enumerate((HEAD + code.strip("\n")).splitlines(), 1) if "  # " in line
    }
    for place, problem in (
        (lines["1"], "POST /moderations /input: error: Invalid 'input': empty array*[[]moderation.input.empty]"),
        (lines["2"], "POST /moderations /input: error: Invalid 'input': empty array*[[]moderation.input.empty]"),
        (lines["3"], "GET /v1/fine_tuning/jobs: no reply*"),
        (lines["4"], "POST /threads/{thread_id}/runs /temperature: error: *[[]schema.maximum]"),
        (lines["5"], "POST /images/variations /image: error: *[[]image-variation.image.png]"),
        (lines["6"], "POST /threads/{thread_id}/runs /temperature: error: *[[]schema.maximum]"),
        (SWALLOWS, "POST /moderations /input: error: Invalid 'input': empty array*[[]moderation.input.empty]"),
    ):
        result.stdout.fnmatch_lines([f"*test_it.py:{place}*: {problem}"])
    result.stdout.fnmatch_lines([f">  *# {number}" for number in (1, 2, 3, 4, 6, 5)])  # the line, in pytest's own style
    assert "_base_client" not in result.stdout.str()


def test_marker_and_ini_option_say_what_fails(run: Run, pytester: pytest.Pytester) -> None:
    code = """
def test_warning(presend_transport):
    client(presend_transport).moderations.create(input="")

@pytest.mark.presend(fail_on="warning")
def test_marked(presend_transport):
    client(presend_transport).moderations.create(input="")

@pytest.mark.presend(ignore=["moderation.input.blank"])
def test_ignored(presend_transport):
    client(presend_transport).moderations.create(input="")

@pytest.mark.presend(fail_on="never")
def test_expected(presend_transport):
    with pytest.raises(openai.BadRequestError):
        client(presend_transport).moderations.create(input=[])
"""
    run(code).assert_outcomes(passed=3, failed=1)
    pytester.makeini("[pytest]\npresend_fail_on = warning")
    run(code).assert_outcomes(passed=2, failed=2)
    pytester.makeini("[pytest]\npresend_fail_on = warnin")
    result = run("def test_typo(presend_transport):\n    pass")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*got 'warnin'. Did you mean 'warning'?"])


def test_what_pytest_prints_quotes_no_payload(run: Run, pytester: pytest.Pytester) -> None:
    secrets = {"prompt": "Zaubersalz", "key": "sk-Vogelfeder", "file": "Steuerakte.png", "bytes": "Rohdatenfolge"}
    for name, secret in secrets.items():
        pytester.makefile(".txt", **{name: secret})
    code = """
PROMPT, KEY, FILE, BYTES = (pathlib.Path(f"{name}.txt").read_text() for name in ("prompt", "key", "file", "bytes"))

def test_text(presend_transport):
    it = openai.OpenAI(api_key=KEY, http_client=httpx2.Client(transport=presend_transport))
    it.beta.threads.runs.create("thread_1", assistant_id="a", instructions=PROMPT, metadata={"a": PROMPT * 99})

def test_image(presend_transport):
    it = openai.OpenAI(api_key=KEY, http_client=httpx2.Client(transport=presend_transport))
    swallow(it.images.create_variation, image=(FILE, BYTES.encode() * 9))

def test_moderation(presend_transport):
    it = openai.OpenAI(api_key=KEY, http_client=httpx2.Client(transport=presend_transport))
    it.moderations.create(input=[PROMPT, 5])
"""
    result = run(code, "-rA")
    result.assert_outcomes(failed=3)
    for secret in secrets.values():
        assert secret not in result.stdout.str() + result.stderr.str()


@pytest.mark.parametrize(
    ("given", "told"), [("fail_one='warning'", "Did you mean 'fail_on'"), ("'warning'", "by name")]
)
def test_a_marker_that_is_written_otherwise_fails_its_test(run: Run, given: str, told: str) -> None:
    code = f"""
@pytest.mark.presend({given})
def test_marked(presend_transport):
    pass
"""
    result = run(code)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"*@pytest.mark.presend takes fail_on, *{told}*"])
