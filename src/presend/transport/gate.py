"""Decide on requests on their way out: which operation, is the body right, and may it pass.

The gate knows no HTTP client; `presend.httpx` and `presend.httpx2` stand between it and theirs.

Decided 2026-11-22:

- A refused request is answered, not raised: the openai SDK retries what a transport raises and turns it into a
  connection error. A 400 with the API's own body it turns into `BadRequestError`, at once.
- A failure of presend itself lets the request pass. It is logged once for each place in the code, as its type and
  that place: the text of an exception may quote the payload.
- A body that cannot be judged passes: compressed, of another content type than the operation's, or no form that can
  be read, or whose names do not tell what they mean (`presend.checking.forms`). JSON that cannot be read is refused,
  as the API does.
"""

from __future__ import annotations

import dataclasses
import logging
import os
import re
import threading
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeGuard, get_args
from warnings import warn

from presend.api import check, is_valid, require_known
from presend.packs.find import as_packs
from presend.packs.media_types import EVENTS, JSON, best
from presend.packs.routes import as_base
from presend.problems import PayloadWarning, printable
from presend.rule import PackFault
from presend.schema.keywords import did_you_mean
from presend.transport.bodies import read_body, read_query
from presend.transport.callers import level_of_caller, own_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from presend.json_schemas.listening import OutputListener
    from presend.packs.operation import Operation
    from presend.packs.pack import Pack
    from presend.problems import Problem

Mode = Literal["enforce", "warn", "off"]

MODE_VARIABLE = "PRESEND_MODE"
LOG = logging.getLogger("presend")
LEVELS = {"error": logging.WARNING, "warning": logging.WARNING, "note": logging.DEBUG}
OUTPUT = "output."  # how the ids of the rules about answers begin
OUTPUT_WORDS = re.compile(rb'"(?:json_schema|json_object|parameters)"')  # one is in a request that carries a schema
NO_HEADERS: Mapping[str, str] = MappingProxyType({})


@dataclasses.dataclass(frozen=True, slots=True)
class Verdict:
    """What was found in one body.

    Attributes:
        operation: The operation that it belongs to.
        is_response: Whether it is the body of the response, not of the request.
        problems: Its problems, ordered as `presend.check` does, those of a request's query first.
        is_event: Whether it is one event of a stream that was answered.
    """

    operation: Operation
    is_response: bool
    problems: tuple[Problem, ...]
    is_event: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which the API refuses the request."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


class Gate:
    """Check the requests of one client or of many, and count what came of them.

    Args:
        mode: `enforce` answers a request with errors itself; `warn` logs them, warns with `PayloadWarning` and lets
            the request pass (unless a filter makes that warning an error); `off` looks at nothing. Without it the
            environment variable PRESEND_MODE decides, else it is `enforce`.
        pack: As for `presend.check`; so are `strict`, `enable` and `ignore`.
        base_url: Check only requests below this URL. Without it the host does not count.
        warnings: Look for warnings and notes too. That takes a full check of each request, and without it only of those
            that are not right beyond doubt.
        responses: Check responses too, streams event by event, and structured text and the arguments of calls by the
            schemas of the request. What is found is logged and counted; no response is changed or held back.
        observer: Is given each verdict, after it was logged.

    Attributes:
        counts: How many requests were `clean`, `passed` with problems or were `refused`; belonged to an `unknown`
            operation; had a body that could not be judged (`unread`); made presend fail (`failed`). How many
            `responses` were checked, and how many `events` of streams.
        rules: How often each rule was broken.

    Raises:
        ValueError: The mode or the base URL is none.
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
        self.mode = _mode(mode)
        self.pack = as_packs(pack)
        self.warnings = warnings
        self.responses = responses
        self.observer = observer
        self.counts: Counter[str] = Counter()
        self.rules: Counter[str] = Counter()
        self._base = "" if base_url is None else as_base(base_url)
        names = (ignore,) if isinstance(ignore, str) else ignore
        self._ignored_of_outputs = frozenset(name for name in names if name.startswith(OUTPUT))
        ignore = (
            [name for name in names if name not in self._ignored_of_outputs] if self._ignored_of_outputs else ignore
        )
        self._switches: dict[str, Any] = {"strict": strict, "enable": enable, "ignore": ignore}
        self._is_plain = not (strict or enable or ignore)  # else a yes from `is_valid` takes a full check as well
        self.failures: set[str] = set()
        self._lock = threading.Lock()
        if enable or ignore:
            self._require_known_rules(enable, ignore)

    def operation(self, method: str, url: str, headers: Mapping[str, str] = NO_HEADERS) -> Operation | None:
        """Return the operation that a request belongs to; `None` where it is not to be checked.

        Args:
            method: HTTP method.
            url: Where the request goes; a path will do where the gate has no base URL.
            headers: The request's, for operations that take bodies of several types. The mapping knows their names in
                small letters.
        """
        if self.mode == "off":
            return None
        found: tuple[Operation, ...] = ()
        try:
            if url.startswith(self._base):
                rest = url[len(self._base) :]
                found = self.pack.operations_at(method, rest if rest[:1] not in ("", "?", "#") else f"/{rest}")
            if len(found) > 1:
                kind = best([body.content_type or "" for body in found], headers.get("content-type", ""))
                found = (*(operation for operation in found if operation.content_type == kind), *found)
        except Exception as error:  # noqa: BLE001 - never blocks a request
            self.fail(error)
            return None
        if not found:
            self._count("unknown")
        return found[0] if found else None

    def examine(  # noqa: PLR0913 - what a request is, and what a response
        self,
        operation: Operation,
        headers: Mapping[str, str],
        body: bytes,
        *,
        url: str = "",
        is_response: bool = False,
        status: int | None = None,
    ) -> Verdict | None:
        """Return the verdict on a body and a query; `None` where they cannot be judged. Nothing is logged yet.

        Args:
            operation: What `operation` returned.
            headers: Those of the body. The mapping knows their names in small letters.
            body: All of it.
            url: Where the request goes, for its query.
            is_response: Whether it is the response's.
            status: That of the response; without it, it is the first successful one.
        """
        try:
            query = self._of_query(operation, url)
            if not body and not is_response and (operation.schema is None or not operation.needs_body):
                return Verdict(operation, is_response, query)
            schema, declared, is_form = operation.schema, operation.content_type or JSON, operation.is_form
            if is_response:
                kind = headers.get("content-type", "")
                schema = operation.response if status is None else operation.answer(status, kind)
                declared, is_form = kind or JSON, False
            payload = None if schema is None else read_body(headers, body, declared, self.pack.node(schema))
            if schema is not None and payload is not None:
                in_full = self.warnings or is_response
                if (
                    not in_full
                    and not query
                    and self._is_plain
                    and not is_form
                    and is_valid(schema, payload, pack=self.pack)
                ):
                    return Verdict(operation, is_response, ())
                problems = check(schema, payload, pack=self.pack, form=is_form, **self._switches)
                verdict = Verdict(operation, is_response, (*query, *problems))
                return verdict if in_full else dataclasses.replace(verdict, problems=verdict.errors)
        except Exception as error:  # noqa: BLE001 - never blocks a request
            self.fail(error)
            return None
        if query:
            return Verdict(operation, is_response, query)
        self.leave_unread(operation, "its type or encoding is another than the operation's, or its form is unclear")
        return None

    def _of_query(self, operation: Operation, url: str) -> tuple[Problem, ...]:
        """Return what is wrong with the parameters in a URL's query; of those that are unknown nothing is said.

        A gateway or another dialect has parameters of its own (`api-version`).
        """
        schema = self.pack.query_of(operation) if url else None
        if schema is None:
            return ()
        fields = read_query(url.partition("#")[0].partition("?")[2], self.pack.node(schema))
        if fields is None:
            return ()
        problems = check(schema, fields, pack=self.pack, form=True, **self._switches)
        known = tuple(problem for problem in problems if problem.rule != "unknown-key")
        return known if self.warnings else Verdict(operation, False, known).errors

    def examine_event(self, operation: Operation, status: int, event: bytes) -> Verdict | None:
        """Return the verdict on the data of one event of a stream that was answered; `None` where presend failed."""
        try:
            schema = operation.answer(status, EVENTS)
            problems = () if schema is None else check(schema, event, pack=self.pack, **self._switches)
        except Exception as error:  # noqa: BLE001 - never holds up a stream
            self.fail(error)
            return None
        return Verdict(operation, True, problems, is_event=True)

    def outputs_of(self, request: bytes) -> OutputListener | None:
        """Return what holds answers against the schemas that a request's body carries; `None` where it has none."""
        if not OUTPUT_WORDS.search(request):
            return None
        try:
            from presend.json_schemas.listening import OutputListener  # noqa: PLC0415 - only for these

            return OutputListener(request, self._ignored_of_outputs)
        except ValueError:
            return None  # no JSON, which has been told
        except Exception as error:  # noqa: BLE001 - never holds up a response
            self.fail(error)
            return None

    def with_output(self, verdict: Verdict | None, outputs: OutputListener | None, body: bytes) -> Verdict | None:
        """Return the verdict on an answer, or on an event, with what its request's schemas say of it."""
        if verdict is None or outputs is None:
            return verdict
        try:
            found = outputs.of_event(body) if verdict.is_event else outputs.of_body(body)
        except Exception as error:  # noqa: BLE001 - the same
            if not isinstance(error, ValueError):  # no JSON, which the verdict tells
                self.fail(error)
            return verdict
        return dataclasses.replace(verdict, problems=(*verdict.problems, *found))

    def refuses(self, verdict: Verdict | None) -> TypeGuard[Verdict]:
        """Count and tell a verdict, and return whether the request has to be answered with its first error."""
        if verdict is None:
            return False
        refused = False
        try:
            if verdict.errors and not verdict.is_response:
                refused = self.mode == "enforce" or _warns_as_error(verdict)
            outcome = "refused" if refused else "passed" if verdict.problems else "clean"
            counted = "events" if verdict.is_event else "responses" if verdict.is_response else outcome
            self._count(counted, verdict.problems)
            self._log(verdict, outcome)
            if self.observer:
                self.observer(verdict)
        except Exception as error:  # noqa: BLE001 - never blocks a request; what is refused stays so
            self.fail(error)
        return refused

    def heard_stream(self) -> None:
        """Count a stream that has passed; its events are counted as they come."""
        self._count("responses")

    def leave_unread(self, operation: Operation, reason: str) -> None:
        """Count a body that could not be judged, and say why."""
        self._count("unread")
        LOG.info("presend: %s passes unchecked: %s.", operation, reason)

    def fail(self, error: Exception) -> None:
        """Count a failure of presend's own, and log it if it is the first at its place."""
        is_told = isinstance(error, PackFault)  # which quotes no payload, and names the file or the rule
        what = str(error).removesuffix(".") if is_told else f"{type(error).__name__} in {own_line(error)}"
        self._count("failed")
        if what in self.failures:
            return
        self.failures.add(what)
        told = f" ({error})" if isinstance(error, ImportError) else ""  # which quotes no payload
        LOG.error("presend failed and let a request pass: %s%s. It says so once.", what, told)

    def _log(self, verdict: Verdict, outcome: str) -> None:
        said = f"presend: {verdict.operation} {'answered' if verdict.is_response else outcome}"
        for problem in verdict.problems:
            facts = {"operation": str(verdict.operation), "rule": problem.rule, "param": problem.param}
            text = printable(problem.message)
            LOG.log(
                LEVELS[problem.severity], "%s: %s: %s [%s]", said, problem.severity, text, problem.rule, extra=facts
            )

    def _count(self, outcome: str, problems: tuple[Problem, ...] = ()) -> None:
        with self._lock:  # adding to a counter is no single step
            self.counts[outcome] += 1
            self.rules.update(problem.rule for problem in problems)

    def _require_known_rules(self, enable: Collection[str], ignore: Collection[str]) -> None:
        try:
            require_known(self.pack, enable, ignore)
        except Exception as error:
            if type(error) in (LookupError, TypeError):  # what `check` says of a wrong argument
                raise
            self.fail(error)


def _warns_as_error(verdict: Verdict) -> bool:
    """Warn of each error at the line that sent the request; return whether a filter made an error of it."""
    try:
        for problem in verdict.errors:
            text = f"{verdict.operation}: {printable(problem.message)} [{problem.rule}]"
            warn(text, PayloadWarning, stacklevel=level_of_caller())
    except PayloadWarning:
        return True
    return False


def _mode(mode: str | None) -> Mode:
    where, given = ("mode", mode) if mode is not None else (MODE_VARIABLE, os.environ.get(MODE_VARIABLE) or "enforce")
    for known in get_args(Mode):
        if given == known:
            return known  # type: ignore[no-any-return]
    modes = get_args(Mode)
    raise ValueError(f"Expected one of {', '.join(modes)} as {where}, got '{given}'.{did_you_mean(given, modes)}")
