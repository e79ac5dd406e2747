"""Check the body and the query of a request, a response and an event of a stream.

A body that cannot be judged has no verdict: one that is compressed or has another content type than the operation's,
a form that cannot be read, and a form whose names are ambiguous (`presend.checking.forms`). JSON that cannot be read
has a verdict with an error, as the API refuses it.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any

from presend.api import check, is_valid
from presend.packs.media_types import EVENTS, JSON, best
from presend.transport.bodies import read_body, read_query
from presend.transport.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.packs.built_in import BuiltIn
    from presend.packs.operation import Operation
    from presend.packs.pack import Pack
    from presend.packs.switches import Switches
    from presend.problems import Problem

REMEMBERED = 1024  # URLs, operations and schemas of a gate


class Judge:
    """Check bodies and queries against one pack, with the switches of `presend.check`.

    A client sends most of its requests to few URLs, so what was looked up for these is kept.

    Args:
        pack: Holds the operations.
        base: The URL that all of them begin with; empty if the host does not count.
        switches: The switches of each check.
    """

    def __init__(self, pack: Pack | BuiltIn, base: str, switches: Switches) -> None:
        self.pack, self._base, self._switches = pack, base, switches
        remembered = functools.lru_cache(REMEMBERED)
        self._operations_at = remembered(self._operations_below)
        self._query_of = remembered(pack.query_of)
        self._node = remembered(pack.node)
        self._clean = remembered(self._clean_of)

    def with_pack(self, pack: Pack | BuiltIn) -> Judge:
        """Return the same judge for another pack, with nothing looked up yet."""
        return Judge(pack, self._base, self._switches)

    def operation(self, method: str, url: str, headers: Mapping[str, str]) -> Operation | None:
        """Return the operation that a request belongs to, by its content type if several have the same path."""
        found = self._operations_at(method, url)
        if len(found) > 1:
            kind = best([body.content_type or "" for body in found], headers.get("content-type", ""))
            found = (*(operation for operation in found if operation.content_type == kind), *found)
        return found[0] if found else None

    def _operations_below(self, method: str, url: str) -> tuple[Operation, ...]:
        """Return the operation of a method and a URL, once for each of its content types."""
        if not url.startswith(self._base):
            return ()
        rest = url[len(self._base) :]
        return self.pack.operations_at(method, rest if rest[:1] not in ("", "?", "#") else f"/{rest}")

    def _clean_of(self, operation: Operation) -> Verdict | None:
        """Return the verdict on a request without problems, if its body of plain JSON is all there is to check."""
        is_all = operation.schema is not None and operation.content_type == JSON and not self._switches
        return Verdict(operation, False, ()) if is_all and self._query_of(operation) is None else None

    def query(self, operation: Operation, url: str, *, warnings: bool) -> tuple[Problem, ...]:
        """Return the problems of the parameters in a URL's query; unknown parameters are no problem.

        A gateway and other dialects have parameters that the spec does not list, such as `api-version`.
        """
        schema = self._query_of(operation) if url else None
        if schema is None:
            return ()
        fields = read_query(url.partition("#")[0].partition("?")[2], self._node(schema))
        if fields is None:
            return ()
        problems = check(schema, fields, pack=self.pack, form=True, **self._switches.as_arguments())
        known = tuple(problem for problem in problems if problem.rule != "unknown-key")
        return known if warnings else Verdict(operation, False, known).errors

    def request(
        self,
        operation: Operation,
        headers: Mapping[str, str],
        body: bytes,
        url: str,
        *,
        warnings: bool,
    ) -> Verdict | None:
        """Return the verdict on a request, with the problems of its query; without `warnings` it has errors only.

        `None` if the body cannot be judged and the query has no problem.
        """
        schema = operation.schema
        clean = None if warnings or not body else self._clean(operation)
        if schema and clean and headers.get("content-type") == JSON and not headers.get("content-encoding"):
            return clean if is_valid(schema, body, pack=self.pack) else self._wrong(operation, (), schema, body)
        query = self.query(operation, url, warnings=warnings)
        if not body and (schema is None or not operation.needs_body):
            return Verdict(operation, False, query)
        payload = self._payload(schema, headers, body, operation.content_type or JSON)
        if schema is None or payload is None:
            return Verdict(operation, False, query) if query else None
        if warnings:
            return Verdict(operation, False, (*query, *self._problems(schema, payload, is_form=operation.is_form)))
        is_plain = not (query or operation.is_form or self._switches)  # `is_valid` is enough
        if is_plain and is_valid(schema, payload, pack=self.pack):
            return Verdict(operation, False, ())
        return self._wrong(operation, query, schema, payload)

    def _wrong(self, operation: Operation, query: tuple[Problem, ...], schema: str, payload: Any) -> Verdict:
        """Return the verdict on a request that was not proved right: the problems of its query, and all errors."""
        verdict = Verdict(operation, False, (*query, *self._problems(schema, payload, is_form=operation.is_form)))
        return dataclasses.replace(verdict, problems=verdict.errors)

    def response(
        self,
        operation: Operation,
        headers: Mapping[str, str],
        body: bytes,
        query: tuple[Problem, ...],
        *,
        status: int | None,
    ) -> Verdict | None:
        """Return the verdict on a response's body; `None` if it cannot be judged and the query has no problem."""
        kind = headers.get("content-type", "")
        schema = operation.response if status is None else operation.answer(status, kind)
        payload = self._payload(schema, headers, body, kind or JSON)
        if schema is None or payload is None:
            return Verdict(operation, True, query) if query else None
        return Verdict(operation, True, (*query, *self._problems(schema, payload)))

    def event(self, operation: Operation, status: int, event: bytes) -> Verdict:
        """Return the verdict on the data of one event of a stream in a response."""
        schema = operation.answer(status, EVENTS)
        problems = () if schema is None else self._problems(schema, event)
        return Verdict(operation, True, problems, is_event=True)

    def _payload(self, schema: str | None, headers: Mapping[str, str], body: bytes, declared: str) -> Any:
        return None if schema is None else read_body(headers, body, declared, self._node(schema))

    def _problems(self, schema: str, payload: Any, *, is_form: bool = False) -> tuple[Problem, ...]:
        return check(schema, payload, pack=self.pack, form=is_form, **self._switches.as_arguments())
