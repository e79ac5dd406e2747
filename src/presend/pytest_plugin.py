"""The pytest plugin: `presend_transport` checks every request of the code under test, `presend_schema` a schema.

pytest loads this module in every run, so it imports only what every run needs.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from types import TracebackType

    from presend.transport.stand_in import Found, StandIn

MARKER = (
    "presend(fail_on='error', **switches): what `presend_transport` does in this test. fail_on: error, warning, note "
    "or never; switches: those of presend.Gate (strict, enable, ignore, pack, mode)."
)
STAND_IN: pytest.StashKey[StandIn] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the ini options."""
    parser.addini("presend_fail_on", "least severity that fails a test: error, warning, note, never", default="error")
    parser.addini("presend_pack", "import name or entry point of the pack to check with; else the built-in one")
    parser.addini("presend_replies", "folder of recorded answers, <operation id>.json or .sse", type="paths")


def pytest_configure(config: pytest.Config) -> None:
    """Declare the marker."""
    config.addinivalue_line("markers", MARKER)


@pytest.fixture
def presend_transport(request: pytest.FixtureRequest) -> Iterator[StandIn]:
    """Return a transport for httpx and httpx2 clients that checks requests and answers them without a network."""
    from presend.transport.stand_in import StandIn  # see above

    marker = request.node.get_closest_marker("presend")
    folders = request.config.getini("presend_replies")
    settings = {
        "fail_on": request.config.getini("presend_fail_on"),
        "folder": folders[0] if folders else None,
        "pack": request.config.getini("presend_pack") or None,
        **(_switches(marker) if marker else {}),
    }
    stand_in = request.node.stash[STAND_IN] = StandIn(**settings)
    yield stand_in
    del request.node.stash[STAND_IN]  # pytest keeps a test to the end of the run, and this holds requests and frames


@pytest.fixture
def presend_schema(request: pytest.FixtureRequest) -> Callable[..., None]:
    """Return a function that fails the test if the API would refuse a schema: `presend_schema(Order)`.

    Its arguments are those of `presend.check_schema`.
    """
    from presend.problems import SEVERITIES, printable  # see above

    fail_on = request.config.getini("presend_fail_on")
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()

    def assert_taken(source: Any, **switches: Any) -> None:
        from presend.json_schemas.check import check_schema  # see above

        found = [problem for problem in check_schema(source, **switches) if problem.severity in failing]
        lines = [f"{p.severity}: {p.pointer or '/'}: {printable(p.message)} [{p.rule}]" for p in found]
        if lines:
            raise pytest.fail.Exception("\n".join(lines), pytrace=True)

    return assert_taken


def _switches(marker: pytest.Mark) -> dict[str, Any]:
    """Return the keywords of the marker; fail the test if it has unknown ones."""
    import inspect  # see above

    from presend.schema.keywords import did_you_mean
    from presend.transport.gate import Gate

    known = ["fail_on", *(name for name in inspect.signature(Gate).parameters if name != "observer")]
    strange = [*map(repr, marker.args), *(name for name in marker.kwargs if name not in known)]
    if strange:
        hint = did_you_mean(strange[0], known)
        pytest.fail(f"@pytest.mark.presend takes {', '.join(known)}, by name; got {strange[0]}.{hint}", pytrace=False)
    return dict(marker.kwargs)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test whose requests had problems; if it has failed already, only show them."""
    try:
        result = yield
    except BaseException as error:
        if failures := _failures(item):
            item.add_report_section("call", "presend", _text(failures, item))
        if _is_ours(error):
            from presend.transport.callers import without_passed  # see above

            raise error.with_traceback(without_passed(error.__traceback__))  # noqa: B904 - the same error
        raise
    if failures := _failures(item):
        trace = _line_of_test(failures[0], item)
        raise pytest.fail.Exception(_text(failures, item), pytrace=trace is not None).with_traceback(trace)
    stand_in = item.stash.get(STAND_IN, None)
    if stand_in and stand_in.gate.failures:  # in production such a request passes, but the test must fail
        what = ", ".join(sorted(stand_in.gate.failures))
        raise pytest.fail.Exception(f"presend could not check what this test sends: {what}.", pytrace=False)
    return result


def _failures(item: pytest.Item) -> list[Found]:
    stand_in = item.stash.get(STAND_IN, None)
    return list(stand_in.failures()) if stand_in else []


def _is_ours(error: BaseException) -> bool:
    """Say whether an error of the SDK or of a client was caused by an answer of presend."""
    headers = getattr(getattr(error, "response", None), "headers", {})
    return "x-presend" in headers


def _text(failures: Iterable[Found], item: pytest.Item) -> str:
    return "\n".join(line for found in failures for line in _lines(found, item))


def _lines(found: Found, item: pytest.Item) -> Iterator[str]:
    """Yield a line for each problem: the line that sent the request, the path in the payload, and the message."""
    from presend.problems import printable  # see above

    place = _place(found, item)
    if not found.problems:
        yield f"{place}: {printable(found.operation)}: no reply. Give one: presend_transport.reply(…)"
    for problem in found.problems:
        text = f"{problem.severity}: {printable(problem.message)} [{problem.rule}]"
        yield f"{place}: {found.operation} {printable(problem.pointer) or '/'}: {text}"


def _place(found: Found, item: pytest.Item) -> str:
    """Return the line of the test, and the line that sent the request if it is another."""
    ends = [_line_of_test(found, item), found.trace]
    while ends[1] and ends[1].tb_next:
        ends[1] = ends[1].tb_next
    root = item.config.rootpath
    lines = [f"{os.path.relpath(end.tb_frame.f_code.co_filename, root)}:{end.tb_lineno}" for end in ends if end]
    return " > ".join(dict.fromkeys(lines))


def _line_of_test(found: Found, item: pytest.Item) -> TracebackType | None:
    """Return only the test's own traceback entry, because pytest prints the arguments of deeper calls."""
    trace = found.trace
    while trace and trace.tb_frame.f_code.co_filename != str(item.path):
        trace = trace.tb_next
    return trace and type(trace)(None, trace.tb_frame, trace.tb_lasti, trace.tb_lineno)
