"""Decide whether each request of a client may pass, and count the outcomes.

The gate knows no HTTP client; `presend.httpx` and `presend.httpx2` connect it to theirs.

Decided 2026-11-22:

- A refused request gets an answer; nothing is raised. The openai SDK retries after an exception of a transport and
  reports a connection error. A 400 with the API's own body becomes `BadRequestError` at once.
- A failure of presend itself lets the request pass. It is logged once for each place in the code, as its type and
  that place: the text of an exception may quote the payload.
- A body that cannot be checked passes (`presend.transport.judging`).
"""

from __future__ import annotations

import dataclasses
import re
import threading
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeGuard

from presend.api import require_known
from presend.packs.find import as_packs
from presend.packs.routes import as_base
from presend.packs.switches import Switches
from presend.transport.judging import Judge
from presend.transport.logs import LOG, failure_of, log_failure, log_problems, warns_as_error
from presend.transport.modes import Mode, mode_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from presend.json_schemas.listening import OutputListener
    from presend.packs.built_in import BuiltIn
    from presend.packs.operation import Operation
    from presend.packs.pack import Pack
    from presend.problems import Problem
    from presend.transport.verdicts import Verdict

OUTPUT = "output."  # start of the ids of the rules for answers
OUTPUT_WORDS = re.compile(rb'"(?:json_schema|json_object|parameters)"')  # text in every request with a schema
UNCLEAR = "its content type or encoding is not the operation's, or its form is ambiguous"
NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Gate:
    """Check the requests of one or several clients, and count the outcomes.

    Args:
        mode: `enforce` answers a request with errors itself; `warn` logs them, warns with `PayloadWarning` and lets
            the request pass (unless a filter makes that warning an error); `off` checks nothing. Default: the
            environment variable PRESEND_MODE, else `enforce`.
        pack: As for `presend.check`; so are `strict`, `enable` and `ignore`.
        base_url: Check only requests below this URL. By default presend checks requests to any host.
        warnings: Report warnings and notes too. This needs a full check of each request; without it, the fast path is
            enough for most requests.
        responses: Check responses too: streams event by event, and structured text and the arguments of calls against
            the schemas of the request. Problems are logged and counted; no response is changed or delayed.
        observer: Called with each verdict, after it was logged.

    Attributes:
        counts: Number of requests that were `clean`, `passed` with problems or were `refused`; belonged to an `unknown`
            operation; had a body that could not be checked (`unread`); or made presend fail (`failed`). Number of
            checked `responses`, and of checked `events` of streams.
        rules: Number of problems for each rule.

    Raises:
        ValueError: The mode is unknown, or the base URL is not a URL.
        LookupError: The pack or a rule is unknown; the text names the nearest ones.

    >>> gate = Gate(ignore=["unknown-key"])
    >>> operation = gate.operation("POST", "https://api.openai.com/v1/moderations?x=1")
    >>> verdict = gate.examine(operation, {"content-type": "application/json"}, b'{"input": []}')
    >>> gate.refuses(verdict), dict(gate.counts), dict(gate.rules)
    (True, {'refused': 1}, {'moderation.input.empty': 1})
    """

    def __init__(  # noqa: PLR0913 - the switches of a validator, and those of a gate
        self,
        mode: Mode | None = None,
        *,
        pack: str | Pack | None = None,
        strict: bool = False,
        enable: Collection[str] = (),
        ignore: Collection[str] = (),
        base_url: str | None = None,
        warnings: bool = False,
        responses: bool = False,
        observer: Callable[[Verdict], object] | None = None,
    ) -> None:
        self.mode = mode_of(mode)
        self.warnings = warnings
        self.responses = responses
        self.observer = observer
        self.counts: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        base = "" if base_url is None else as_base(base_url)
        names = (ignore,) if isinstance(ignore, str) else ignore
        self._ignored_of_outputs = frozenset(name for name in names if name.startswith(OUTPUT))
        ignore = (
            [name for name in names if name not in self._ignored_of_outputs] if self._ignored_of_outputs else ignore
        )
        self._judge = Judge(as_packs(pack), base, Switches(strict, enable, ignore))
        self.failures: set[str] = set()
        self._lock = threading.Lock()
        if enable or ignore:
            self._require_known_rules(enable, ignore)

    @property
    def pack(self) -> Pack | BuiltIn:
        """The pack whose operations are checked."""
        return self._judge.pack

    @pack.setter
    def pack(self, pack: Pack | BuiltIn) -> None:
        self._judge = self._judge.with_pack(pack)

    def operation(self, method: str, url: str, headers: Mapping[str, str] = NO_HEADERS) -> Operation | None:
        """Return the operation that a request belongs to; `None` if it is not checked.

        Args:
            method: HTTP method.
            url: URL of the request; a path is enough if the gate has no base URL.
            headers: Headers of the request, with lower-case names, for operations with bodies of several types.
        """
        if self.mode == "off":
            return None
        try:
            found = self._judge.operation(method, url, headers)
        except Exception as error:  # noqa: BLE001 - never blocks a request
            self.fail(error)
            return None
        if found is None:
            self._count("unknown")
        return found

    def examine(  # noqa: PLR0913 - the facts of a request or of a response
        self,
        operation: Operation,
        headers: Mapping[str, str],
        body: bytes,
        *,
        url: str = "",
        is_response: bool = False,
        status: int | None = None,
    ) -> Verdict | None:
        """Return the verdict on a body and a query, or `None` if they cannot be checked. Problems are not logged yet.

        Args:
            operation: What `operation` returned.
            headers: Headers of the body, with lower-case names.
            body: The whole body.
            url: URL of the request, for its query.
            is_response: Whether it is the body of the response.
            status: Status of the response; default: the first successful status of the operation.
        """
        try:
            if is_response:
                query = self._judge.query(operation, url, warnings=self.warnings)
                verdict = self._judge.response(operation, headers, body, query, status=status)
            else:
                verdict = self._judge.request(operation, headers, body, url, warnings=self.warnings)
        except Exception as error:  # noqa: BLE001 - never blocks a request
            self.fail(error)
            return None
        if verdict is None:
            self.leave_unread(operation, UNCLEAR)
        return verdict

    def examine_event(self, operation: Operation, status: int, event: bytes) -> Verdict | None:
        """Return the verdict on the data of one event of a stream in a response; `None` if presend failed."""
        try:
            return self._judge.event(operation, status, event)
        except Exception as error:  # noqa: BLE001 - never holds up a stream
            self.fail(error)
            return None

    def outputs_of(self, request: bytes) -> OutputListener | None:
        """Return a listener that checks answers against the schemas in a request's body; `None` if it has none."""
        if not OUTPUT_WORDS.search(request):
            return None
        try:
            from presend.json_schemas.listening import OutputListener  # only for these

            return OutputListener(request, self._ignored_of_outputs)
        except ValueError:
            return None  # the body is not JSON, which its verdict reports
        except Exception as error:  # noqa: BLE001 - never holds up a response
            self.fail(error)
            return None

    def with_output(self, verdict: Verdict | None, outputs: OutputListener | None, body: bytes) -> Verdict | None:
        """Return the verdict on a response or event, with its problems by the schemas of the request."""
        if verdict is None or outputs is None:
            return verdict
        try:
            found = outputs.of_event(body) if verdict.is_event else outputs.of_body(body)
        except Exception as error:  # noqa: BLE001 - never holds up a response
            if not isinstance(error, ValueError):  # the answer is not JSON, which the verdict reports
                self.fail(error)
            return verdict
        return dataclasses.replace(verdict, problems=(*verdict.problems, *found))

    def refuses(self, verdict: Verdict | None) -> TypeGuard[Verdict]:
        """Count and log a verdict; say whether to answer the request with its first error."""
        if verdict is None:
            return False
        refused = False
        try:
            if verdict.problems and verdict.errors and not verdict.is_response:
                refused = self.mode == "enforce" or warns_as_error(verdict)
            outcome = "refused" if refused else "passed" if verdict.problems else "clean"
            counted = "events" if verdict.is_event else "responses" if verdict.is_response else outcome
            self._count(counted, verdict.problems)
            log_problems(verdict, outcome)
            if self.observer:
                self.observer(verdict)
        except Exception as error:  # noqa: BLE001 - never blocks a request; a refusal stands
            self.fail(error)
        return refused

    def heard_stream(self) -> None:
        """Count a stream that has passed; its events are counted one by one."""
        self._count("responses")

    def leave_unread(self, operation: Operation, reason: str) -> None:
        """Count a body that could not be checked, and log why."""
        self._count("unread")
        LOG.info("presend: %s was not checked: %s.", operation, reason)

    def fail(self, error: Exception) -> None:
        """Count a failure of presend itself, and log it if it is the first at its place in the code."""
        self._count("failed")
        place = failure_of(error)
        if place not in self.failures:
            self.failures.add(place)
            log_failure(place, error)

    def _count(self, outcome: str, problems: tuple[Problem, ...] = ()) -> None:
        with self._lock:  # adding to a counter is not atomic
            self.counts[outcome] += 1
            for problem in problems:
                self.rules[problem.rule] += 1

    def _require_known_rules(self, enable: Collection[str], ignore: Collection[str]) -> None:
        try:
            require_known(self.pack, enable, ignore)
        except Exception as error:
            if type(error) in (LookupError, TypeError):  # `check` raises these for wrong arguments
                raise
            self.fail(error)
