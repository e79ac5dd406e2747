"""The code in docs/clients.md runs against a local server and prints what the page says."""

from __future__ import annotations

import contextlib
import gc
import io
import re
from pathlib import Path

import pytest

from tests.loopback import loopback

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/clients.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```\n\n```output\n(.*?)```\n", PAGE, re.DOTALL)
TESTS = [block for block in re.findall(r"```python\n(.*?)```\n", PAGE, re.DOTALL) if "def test_" in block]


def test_every_block_of_code_is_run() -> None:
    assert PAGE.count("```python\n") == len(BLOCKS) + len(TESTS)


@pytest.mark.parametrize(("code", "output"), BLOCKS, ids=[str(number) for number in range(1, len(BLOCKS) + 1)])
def test_the_code_prints_what_the_page_says(code: str, output: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("OPENAI_API_KEY", "none")
    monkeypatch.delenv("PRESEND_MODE", raising=False)
    printed = io.StringIO()
    with loopback() as server, contextlib.redirect_stdout(printed):
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        exec(compile(code, "docs/clients.md", "exec"), {"__name__": "docs"})
    gc.collect()  # hears at once of a connection that the page forgets to close
    assert printed.getvalue() == output


def test_the_test_on_the_page_passes(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("\n".join(TESTS))
    pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xdist").assert_outcomes(passed=len(TESTS))
